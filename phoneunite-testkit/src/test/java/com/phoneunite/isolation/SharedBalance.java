package com.phoneunite.isolation;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.Store;

/**
 * The exception of rule I4 that is more than what is shown: whether A is suspended depends on all that the balance pays for. So A alone
 * is, while something is done in it, as suspended as it was with everything done, and afterwards again what its own billing made it.
 */
final class SharedBalance {

    private final Store store;
    private final AccountId account;
    private final OrganizationId organization;

    SharedBalance(Store store, AccountId account, OrganizationId organization) {
        this.store = store;
        this.account = account;
        this.organization = organization;
    }

    boolean hasSuspended() {
        return state() == OrganizationState.SUSPENDED;
    }

    /** Does the work with A suspended, or not. */
    void during(boolean suspended, Runnable work) {
        OrganizationState own = state();
        if (!own.isOpen() || suspended == hasSuspended()) {
            work.run();
            return;
        }
        put(suspended ? OrganizationState.SUSPENDED : OrganizationState.ACTIVE);
        try {
            work.run();
        } finally {
            if (state().isOpen()) {
                put(own);
            }
        }
    }

    private OrganizationState state() {
        return store.unitOfWork().view(account, this::read).state();
    }

    private Organization read() {
        return store.organizations().find(account, organization).orElseThrow();
    }

    private void put(OrganizationState state) {
        store.unitOfWork().change(account, () -> {
            Organization one = read();
            store.organizations()
                    .save(new Organization(
                            account,
                            organization,
                            one.name(),
                            one.plan(),
                            state,
                            one.ordinal(),
                            one.addedAt(),
                            one.trialEndsAt(),
                            one.request()));
            return state;
        });
    }
}
