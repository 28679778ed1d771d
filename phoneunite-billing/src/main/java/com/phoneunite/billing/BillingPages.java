package com.phoneunite.billing;

import com.phoneunite.account.Account;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.cycle.Upcoming;
import com.phoneunite.billing.page.BillingMonth;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.page.Forecasts;
import com.phoneunite.billing.page.Statements;
import com.phoneunite.input.Moments;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.StandingCursor;
import com.phoneunite.membership.StandingIn;
import com.phoneunite.membership.Standings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
        Page<StandingIn> managed = standings.list(account, viewer.user(), Standing::mayManage, after, limit);
        Map<OrganizationId, BillingPage.Line> lines = lines(
                account, managed.items().stream().map(StandingIn::organization).toList(), now);
        return new BillingPage(
                managed.map(one ->
                        Objects.requireNonNull(lines.get(one.organization().id()))),
                account.isOwnedBy(viewer.user()) ? Optional.of(part(account, now)) : Optional.empty());
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

    /** All lines at once: how often the store is asked does not grow with the page. */
    private Map<OrganizationId, BillingPage.Line> lines(
            Account account, List<Organization> organizations, Instant now) {
        Map<OrganizationId, Money> posted = new Statements(
                        desk.core().organizations(), desk.store().ledger())
                .postedFor(
                        account,
                        organizations.stream().map(Organization::id).toList(),
                        BillingMonth.at(now, account.zone()));
        return desk.cycle().upcoming(account.id(), organizations).stream()
                .collect(Collectors.toMap(
                        one -> one.organization().id(),
                        one -> line(
                                account,
                                one,
                                Objects.requireNonNull(
                                        posted.get(one.organization().id())),
                                now)));
    }

    private static BillingPage.Line line(Account account, Upcoming next, Money posted, Instant now) {
        Organization organization = next.organization();
        return new BillingPage.Line(
                organization.id(),
                organization.name(),
                organization.plan(),
                organization.state(),
                next.subscription().paidPeriodAt(now),
                account.dateOf(next.subscription().nextDue()),
                next.price(),
                posted.negated());
    }
}
