package com.phoneunite.billing.page;

import com.phoneunite.account.PaymentMethod;
import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.paging.Page;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rule B11: what somebody sees of the billing of the organizations that they manage. Immutable.
 *
 * @param organizations a page of the open organizations that the viewer manages, in the order in which they were added
 * @param account what the owner sees besides; empty for everybody else
 */
public record BillingPage(Page<Line> organizations, Optional<AccountPart> account) {

    public BillingPage {
        Objects.requireNonNull(organizations, "organizations");
        Objects.requireNonNull(account, "account");
    }

    /**
     * One organization.
     *
     * @param organization the organization
     * @param name its name
     * @param plan its plan
     * @param state its state
     * @param currentPeriod the paid period that it is in; empty in a trial and where the current period is not paid
     * @param nextDueOn the date in the billing time zone on which its next unpaid period is due, or was
     * @param nextAmount what that period costs: at the quantities of its start where it has begun, else at those of today;
     *     empty where the catalogue does not know the plan any more
     * @param spentThisMonth what was charged for it in the current month of the billing time zone, by recorded time, less what was
     *     credited; negative where more was credited
     */
    public record Line(
            OrganizationId organization,
            OrganizationName name,
            PlanName plan,
            OrganizationState state,
            Optional<BillingPeriod> currentPeriod,
            LocalDate nextDueOn,
            Optional<Money> nextAmount,
            Money spentThisMonth) {}

    /**
     * What the owner sees of the account.
     *
     * @param balance the prepaid balance
     * @param paymentMethod what may be shown of the card on file
     * @param autoRecharge how auto-recharge stands
     * @param arrears what refunds and disputes took that the balance did not have, and is not paid yet (rule P11)
     * @param lasts until when the balance lasts, without auto-recharge
     */
    public record AccountPart(
            Money balance,
            Optional<PaymentMethod> paymentMethod,
            AutoRechargeStanding autoRecharge,
            Money arrears,
            Forecast.Lasts lasts) {}
}
