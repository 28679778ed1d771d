package com.phoneunite.billing;

import com.phoneunite.account.Account;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.input.Moments;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.StandingCursor;
import com.phoneunite.membership.Standings;
import com.phoneunite.organization.Organization;
import com.phoneunite.paging.Page;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.util.Optional;

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
        Optional<BillingPage.AccountPart> part = account.isOwnedBy(viewer.user())
                ? Optional.of(
                        new BillingPage.AccountPart(desk.ledger(account.id()).balance(), account.paymentMethod()))
                : Optional.empty();
        return new BillingPage(lines, part);
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
                desk.plans().find(organization.plan()).map(plan -> desk.cycle().priceOf(organization, next)));
    }
}
