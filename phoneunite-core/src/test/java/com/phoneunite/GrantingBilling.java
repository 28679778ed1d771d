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

/** Agrees to everything, and leaves O3 in force. */
final class GrantingBilling implements OrganizationBilling {

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
    public Optional<InstantSource> clock() {
        return Optional.empty();
    }

    @Override
    public boolean writesIn(Object unitOfWork) {
        return true;
    }
}
