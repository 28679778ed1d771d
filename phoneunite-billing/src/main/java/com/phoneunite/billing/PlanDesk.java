package com.phoneunite.billing;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.cycle.ChargeOutcome;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.organization.BillingOpinion;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRefusal;
import com.phoneunite.organization.PlanName;
import com.phoneunite.store.FundedChange;
import org.joda.money.Money;

/**
 * Rule B9: how an owner changes a plan. Where the balance does not reach, the change is undone, a recharge is tried once with nothing
 * open, and the change is tried once more (rule O5).
 */
record PlanDesk(BillingDesk desk, UserRef viewer) {

    Money change(OrganizationId organization, PlanName plan, PlanChange when) {
        return RefusedException.granted(new FundedChange(desk.core().unitOfWork())
                .run(viewer.account(), () -> changeOnce(organization, plan, when)));
    }

    private Money changeOnce(OrganizationId id, PlanName plan, PlanChange when) {
        Account account = desk.ownedBy(viewer);
        Organization organization = desk.core()
                .organizations()
                .find(account.id(), id)
                .filter(Organization::isOpen)
                .orElseThrow(() -> new RefusedException(new OrganizationRefusal.NotFound()));
        Change change = desk.change(account.id(), Actor.user(viewer.user()));
        RefusedException.throwIf(desk.cycle().checkPlanChange(account, organization, plan, change.at()));
        return desk.cycle()
                .changePlan(account, id, plan, when, change)
                .fold(
                        ChargeOutcome.Charged::amount,
                        refused -> {
                            throw new RefusedException(refused.refusal());
                        },
                        notCovered -> {
                            throw notForNow(desk.forNow(account.id(), notCovered));
                        });
    }

    private static RuntimeException notForNow(BillingOpinion opinion) {
        return opinion.fold(
                granted -> new IllegalStateException("what is not covered is not granted"),
                refused -> new RefusedException(refused.refusal()),
                FundedChange::undo);
    }
}
