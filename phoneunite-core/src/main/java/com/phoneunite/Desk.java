package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserRef;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.InputValidator;
import com.phoneunite.input.Moments;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.Standings;
import com.phoneunite.membership.User;
import com.phoneunite.organization.BillingOpinion;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRefusal;
import com.phoneunite.organization.Trial;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.Store;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all doors of one {@link PhoneUnite} share: how a call is validated, run as a whole, and who may make it. */
record Desk(Store store, OrganizationBilling billing, InstantSource clock, Supplier<UUID> ids, Trial trial) {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneUnite.class);

    /** Rule X4: before anything is read. */
    static <I> I valid(I input) {
        RefusedException.throwIf(InputValidator.check(input));
        return input;
    }

    <T> T view(AccountId account, Supplier<T> work) {
        return store.unitOfWork().view(account, work);
    }

    <T> T change(AccountId account, Supplier<T> work) {
        return store.unitOfWork().change(account, work);
    }

    /**
     * A change that money may refuse for now: it is undone, the remedy runs once with nothing open, and the change is tried once
     * more. Inside a transaction of the host's there is only the refusal.
     */
    <T> T fundedChange(AccountId account, Supplier<T> work) {
        try {
            return change(account, work);
        } catch (RefusedForNowException first) {
            if (store.unitOfWork().isOpen()) {
                throw new RefusedException(first.refusal());
            }
            RefusedException.throwIf(first.remedy().apply());
            try {
                return change(account, work);
            } catch (RefusedForNowException again) {
                throw new RefusedException(again.refusal());
            }
        }
    }

    /** Goes on where money agrees, and leaves the change where it does not. */
    static void heed(BillingOpinion opinion) {
        opinion.fold(
                granted -> granted,
                refused -> {
                    throw new RefusedException(refused.refusal());
                },
                refusedForNow -> {
                    throw new RefusedForNowException(refusedForNow);
                });
    }

    Change changeBy(UserRef user) {
        return new Change(user.account(), Actor.user(user.user()), Moments.now(clock));
    }

    void record(Change change, DomainEvent event) {
        store.outbox().append(change, Optional.empty(), event);
        LOG.debug("{} account={}", event.type(), change.account());
    }

    void record(Change change, OrganizationId organization, DomainEvent event) {
        store.outbox().append(change, Optional.of(organization), event);
        LOG.debug("{} account={} organization={}", event.type(), change.account(), organization);
    }

    Optional<User> user(UserRef user) {
        return store.users().find(user.account(), user.user());
    }

    /** Rule A2: the account, where the viewer is its owner. */
    Account ownedBy(UserRef viewer) {
        Account account = account(viewer);
        RefusedException.granted(Roster.owner(account, user(viewer)));
        return account;
    }

    /** The account of an active user. */
    Account account(UserRef viewer) {
        RefusedException.granted(Roster.active(user(viewer)));
        return store.accounts()
                .find(viewer.account())
                .orElseThrow(() -> new RefusedException(new MembershipRefusal.UserNotFound()));
    }

    /** Rule S3: reads the viewer's access again, and lets them in. */
    OrganizationScope enter(UserRef viewer, OrganizationId id) {
        Optional<Account> account = store.accounts().find(viewer.account());
        if (account.isEmpty()) {
            throw new RefusedException(new OrganizationRefusal.NotFound());
        }
        Optional<Organization> organization = store.organizations().find(viewer.account(), id);
        Standing standing = standings().of(account.get(), viewer.user(), id);
        return RefusedException.granted(Roster.enter(account.get(), user(viewer), organization, standing));
    }

    Standings standings() {
        return new Standings(store.organizations(), store.administrations());
    }

    /** Carries money's "not for now" out of the change, so that it is undone before the remedy runs. */
    private static final class RefusedForNowException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient BillingOpinion.RefusedForNow opinion;

        RefusedForNowException(BillingOpinion.RefusedForNow opinion) {
            super(opinion.refusal().code(), null, false, false);
            this.opinion = opinion;
        }

        Refusal refusal() {
            return opinion.refusal();
        }

        BillingOpinion.Remedy remedy() {
            return opinion.remedy();
        }
    }
}
