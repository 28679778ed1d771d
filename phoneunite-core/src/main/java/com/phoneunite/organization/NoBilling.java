package com.phoneunite.organization;

import com.phoneunite.account.Account;
import com.phoneunite.account.Change;
import com.phoneunite.refusal.Refusal;
import java.time.InstantSource;
import java.util.Optional;

/** For a host that bills by other means. */
enum NoBilling implements OrganizationBilling {
    INSTANCE;

    @Override
    public Optional<Refusal> checkPlan(Account account, PlanName plan) {
        return Optional.empty();
    }

    @Override
    public boolean needsPaymentMethod() {
        return false;
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
