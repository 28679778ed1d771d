package com.phoneunite.organization;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.KeyedRequest;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.Refusal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The organizations of one account, as far as the decisions about them need to know: rules O2 to O4. Values in, outcome out.
 *
 * @param account the account
 * @param everAdded how many organizations the account has ever had, closed ones included
 */
public record Portfolio(Account account, int everAdded) {

    /** The most organizations that an account can ever have. */
    public static final int MAX_EVER = 10_000;

    public Portfolio {
        Objects.requireNonNull(account, "account");
    }

    /**
     * What a new organization is to be.
     *
     * @param id its id
     * @param name its name
     * @param plan its plan
     * @param at when it is added
     * @param request the keyed request that makes it, if there is one
     */
    public record Draft(
            OrganizationId id, OrganizationName name, PlanName plan, Instant at, Optional<KeyedRequest> request) {}

    /** Rules A1 and O4: the account's first organization ever, on trial. */
    public Organization first(Draft draft, Trial trial) {
        if (!Trial.isFor(everAdded)) {
            throw new IllegalStateException("the account has had an organization before (O4)");
        }
        return organization(draft, OrganizationState.TRIAL, Optional.of(trial.endFor(account)));
    }

    /**
     * Rules O2 and O3: a further organization, billable at once.
     *
     * @param holderOfName the open organization that has a name with the same key, if there is one
     * @param needsPaymentMethod whether rule O3 applies: it does unless the host bills by other means
     */
    public Decision<Organization> add(Draft draft, Optional<Organization> holderOfName, boolean needsPaymentMethod) {
        if (needsPaymentMethod && account.paymentMethod().isEmpty()) {
            return Decision.refused(new AccountRefusal.PaymentMethodRequired());
        }
        if (holderOfName.isPresent()) {
            return Decision.refused(new OrganizationRefusal.NameTaken());
        }
        if (everAdded >= MAX_EVER) {
            return Decision.refused(new OrganizationRefusal.LimitReached(MAX_EVER));
        }
        return Decision.granted(organization(draft, OrganizationState.ACTIVE, Optional.empty()));
    }

    /**
     * Rule O2: the organization under another name; itself where the name is the one that it has.
     *
     * @param holderOfName the open organization that has a name with the same key, if there is one
     */
    public Decision<Organization> rename(
            Organization organization, OrganizationName name, Optional<Organization> holderOfName) {
        if (holderOfName
                .filter(holder -> !holder.id().equals(organization.id()))
                .isPresent()) {
            return Decision.refused(new OrganizationRefusal.NameTaken());
        }
        return Decision.granted(organization.renamed(name));
    }

    /**
     * Rule O7: whether an open organization may be closed.
     *
     * @param open how many organizations of the account are open
     */
    public static Optional<Refusal> close(int open) {
        return open > 1 ? Optional.empty() : Optional.of(new OrganizationRefusal.LastOpen());
    }

    private Organization organization(Draft draft, OrganizationState state, Optional<Instant> trialEndsAt) {
        return new Organization(
                account.id(),
                draft.id(),
                draft.name(),
                draft.plan(),
                state,
                everAdded,
                draft.at(),
                trialEndsAt,
                draft.request());
    }
}
