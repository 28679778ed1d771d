package com.phoneunite.billing;

import com.phoneunite.account.Account;
import com.phoneunite.account.Change;
import com.phoneunite.organization.BillingOpinion;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.Refusal;
import java.time.InstantSource;
import java.util.Optional;

/** Billing's opinion of what organizations do: rules A3, O5 and X4. */
final class BillingOfOrganizations implements OrganizationBilling {

    private final BillingDesk desk;

    BillingOfOrganizations(BillingDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Refusal> checkPlan(Account account, PlanName name) {
        return desk.cycle().checkPlan(account, name);
    }

    @Override
    public BillingOpinion opening(Account account, Organization first, Change change) {
        desk.store().ledger().open(account.id(), account.currency(), change.at());
        desk.cycle().beginAfterTrial(account, first, change);
        return BillingOpinion.granted();
    }

    @Override
    public BillingOpinion adding(Account account, Organization further, Change change) {
        return desk.cycle()
                .beginAtOnce(account, further, change)
                .fold(
                        charged -> BillingOpinion.granted(),
                        refused -> new BillingOpinion.Refused(refused.refusal()),
                        notEnough -> desk.forNow(account.id(), notEnough));
    }

    @Override
    public void closing(Account account, Organization organization, Change change) {
        desk.cycle().end(organization, change);
    }

    /** Rule O7: closing an account waits for an unresolved attempt. */
    @Override
    public Optional<Refusal> closingAccount(Account account) {
        return desk.unresolved(account.id());
    }

    @Override
    public Optional<InstantSource> clock() {
        return Optional.of(desk.clock());
    }

    @Override
    public boolean writesIn(Object unitOfWork) {
        return desk.core().unitOfWork().equals(unitOfWork);
    }
}
