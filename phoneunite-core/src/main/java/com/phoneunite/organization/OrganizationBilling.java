package com.phoneunite.organization;

import com.phoneunite.account.Account;
import com.phoneunite.account.Change;
import com.phoneunite.refusal.Refusal;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The port by which core asks money's opinion. {@code com.phoneunite.billing.Billing.organizations()} implements it; {@link
 * #none()} is for a host that bills by other means.
 */
public interface OrganizationBilling {

    /**
     * Rule X4: what is wrong with putting an organization of the account on that plan, before anything is written. Reads no
     * repository and may be asked with no unit of work open.
     *
     * @param account an account that is open, or is about to be opened
     */
    Optional<Refusal> checkPlan(Account account, PlanName plan);

    /** Rule O3: whether a further organization needs a payment method on file. */
    default boolean needsPaymentMethod() {
        return true;
    }

    /** Rule A1: the account is being opened with its first organization. Runs in the unit of work that opens it. */
    BillingOpinion opening(Account account, Organization first, Change change);

    /**
     * Rule O5: a further organization is being added. Runs in the unit of work that adds it, after the organization is saved;
     * where it is granted, its first month has been charged.
     */
    BillingOpinion adding(Account account, Organization further, Change change);

    /**
     * Rule O7: an organization is being closed. Runs in the unit of work that closes it, while it is still open: what is due and covered
     * is charged, and the rest lapses. The organization may come into another state by that.
     */
    void closing(Account account, Organization organization, Change change);

    /**
     * Rule O7: what keeps an account from being closed now, for example a payment attempt that is not settled. Runs in the unit of work
     * that closes it, before anything is written; its organizations are closed one by one after that.
     */
    default Optional<Refusal> closingAccount(Account account) {
        return Optional.empty();
    }

    /**
     * The clock that billing runs by, which has to be core's; empty where billing has none.
     */
    Optional<InstantSource> clock();

    /**
     * Whether billing writes in that unit of work, so that its changes and core's commit together.
     *
     * @param unitOfWork the {@code com.phoneunite.store.UnitOfWork} of core's store
     */
    boolean writesIn(Object unitOfWork);

    /** No billing: every plan exists, everything is granted, and nothing needs a payment method. Trials do not end by themselves. */
    static OrganizationBilling none() {
        return NoBilling.INSTANCE;
    }
}
