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
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.UnitOfWork;
import org.joda.money.Money;

/**
 * Rule B9: how an owner changes a plan. Where the balance does not reach, the change is undone, a recharge is tried once with nothing
 * open, and the change is tried once more (rule O5).
 */
record PlanDesk(BillingDesk desk, UserRef viewer) {

    Money change(OrganizationId organization, PlanName plan, PlanChange when) {
        UnitOfWork unitOfWork = desk.core().unitOfWork();
        try {
            return unitOfWork.change(viewer.account(), () -> changeOnce(organization, plan, when));
        } catch (NotForNow first) {
            if (unitOfWork.isOpen()) {
                throw new RefusedException(first.refusal());
            }
            RefusedException.throwIf(first.opinion.remedy().apply());
            try {
                return unitOfWork.change(viewer.account(), () -> changeOnce(organization, plan, when));
            } catch (NotForNow again) {
                throw new RefusedException(again.refusal());
            }
        }
    }

    private Money changeOnce(OrganizationId id, PlanName plan, PlanChange when) {
        Account account = desk.ownedBy(viewer);
        Organization organization = desk.core()
                .organizations()
                .find(account.id(), id)
                .filter(Organization::isOpen)
                .orElseThrow(() -> new RefusedException(new OrganizationRefusal.NotFound()));
        if (!organization.plan().equals(plan)) {
            RefusedException.throwIf(desk.cycle().checkPlan(account, plan));
        }
        Change change = desk.change(account.id(), Actor.user(viewer.user()));
        return desk.cycle()
                .changePlan(id, plan, when, change)
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
                NotForNow::new);
    }

    /** Carries the refusal out of the change, so that it is undone before the remedy runs. */
    private static final class NotForNow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient BillingOpinion.RefusedForNow opinion;

        NotForNow(BillingOpinion.RefusedForNow opinion) {
            super(opinion.refusal().code(), null, false, false);
            this.opinion = opinion;
        }

        Refusal refusal() {
            return opinion.refusal();
        }
    }
}
