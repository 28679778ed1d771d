package com.phoneunite.billing;

import com.phoneunite.account.Account;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.page.BillingMonth;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.page.Forecasts;
import com.phoneunite.billing.page.Statements;
import com.phoneunite.input.Moments;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.StandingCursor;
import com.phoneunite.membership.Standings;
import com.phoneunite.organization.Organization;
import com.phoneunite.paging.Page;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/** Rule B11: draws up billing pages. Runs inside a unit of work. */
final class BillingPages {

    private final BillingDesk desk;
    private final UserRef viewer;

    BillingPages(BillingDesk desk, UserRef viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    BillingPage read(Optional<StandingCursor> after, int limit) {
        Account account = desk.accountOf(viewer);
        Instant now = Moments.now(desk.clock());
        Standings standings = new Standings(
                desk.core().organizations(),
                desk.core().administrations(),
                desk.core().memberships());
        Page<BillingPage.Line> lines = standings
                .list(account, viewer.user(), Standing::mayManage, after, limit)
                .map(one -> line(account, one.organization(), now));
        return new BillingPage(
                lines, account.isOwnedBy(viewer.user()) ? Optional.of(part(account, now)) : Optional.empty());
    }

    private BillingPage.AccountPart part(Account account, Instant now) {
        Money balance = desk.ledger(account.id()).balance();
        return new BillingPage.AccountPart(
                balance,
                account.paymentMethod(),
                desk.payments().autoRecharging().standing(account.id()),
                Money.ofMinor(account.currency(), desk.cycle().arrearsMinor(account.id())),
                new Forecasts(desk.cycle()).lasts(account, balance, now));
    }

    private BillingPage.Line line(Account account, Organization organization, Instant now) {
        Subscription subscription = desk.store()
                .subscriptions()
                .find(account.id(), organization.id())
                .orElseThrow(() -> new PhoneUniteFault("organization " + organization.id() + " has no subscription"));
        BillingPeriod next = subscription.next();
        return new BillingPage.Line(
                organization.id(),
                organization.name(),
                organization.plan(),
                organization.state(),
                subscription.paidPeriodAt(now),
                account.dateOf(next.start()),
                desk.plans().find(organization.plan()).map(plan -> desk.cycle().priceOf(organization, next)),
                new Statements(desk.core().organizations(), desk.store().ledger())
                        .postedFor(account, organization.id(), BillingMonth.at(now, account.zone()))
                        .negated());
    }
}
