package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.Change;
import com.phoneunite.organization.BillingOpinion;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.Refusal;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Agrees to everything, and leaves O3 in force.
 *
 * @param clock the clock that it runs by, if it has one
 * @param unitOfWork the only one that it writes in; every one where there is none
 */
record GrantingBilling(Optional<InstantSource> clock, Optional<Object> unitOfWork) implements OrganizationBilling {

    GrantingBilling() {
        this(Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<Refusal> checkPlan(Account account, PlanName plan) {
        return Optional.empty();
    }

    @Override
    public BillingOpinion opening(Account account, Organization first, Change change) {
        return BillingOpinion.granted();
    }

    @Override
    public BillingOpinion adding(Account account, Organization further, Change change) {
        return BillingOpinion.granted();
    }

    @Override
    public void closing(Account account, Organization organization, Change change) {}

    @Override
    public boolean writesIn(Object asked) {
        return unitOfWork.map(asked::equals).orElse(true);
    }
}
