package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.PaidTerms;
import com.phoneunite.billing.cycle.PeriodTerms;
import com.phoneunite.billing.cycle.PlannedChange;
import com.phoneunite.billing.cycle.PlannedChanges;
import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Subscriptions by organization, and in the order of their dues, apart from each other by how they stand. */
final class PostgresSubscriptions extends Repository implements SubscriptionRepository {

    private static final String ALL = "SELECT * FROM phoneunite.subscription WHERE account_id = ?";
    private static final String FIND = ALL + " AND organization_id = ?";
    private static final String FIND_ALL = eachOf("subscription");
    private static final String DUE =
            ALL + " AND standing IN ('CURRENT', 'PAST_DUE') AND next_due <= ? ORDER BY next_due, organization_id";
    private static final String SUSPENDED = ALL + " AND standing = 'SUSPENDED' ORDER BY next_due, organization_id";
    private static final String PAST_DUE =
            " FROM phoneunite.subscription WHERE account_id = ? AND standing = 'PAST_DUE'";
    private static final String ANY_PAST_DUE = "SELECT organization_id" + PAST_DUE + " LIMIT 1";
    private static final String NEXT_GRACE_END = "SELECT min(shortage_grace_until) AS moment" + PAST_DUE;
    private static final String NEXT_PAST_DUE = "SELECT min(next_due) AS moment" + PAST_DUE + " AND next_due > ?";
    private static final String NEXT_DUE = """
        SELECT min(next_due) AS moment FROM phoneunite.subscription WHERE account_id = ? AND standing = 'CURRENT'\
        """;
    private static final String REMOVE =
            "DELETE FROM phoneunite.subscription WHERE account_id = ? AND organization_id = ?";
    static final ManyRows ROWS = new ManyRows(
            "subscription",
            List.of("account_id uuid", "organization_id uuid"),
            List.of(
                    "zone text",
                    "anchor_number integer",
                    "anchor_moment timestamptz",
                    "anchor_date date",
                    "next_period integer",
                    "next_due timestamptz",
                    "standing text",
                    "paid_plan text",
                    "paid_version integer",
                    "paid_extensions integer",
                    "paid_phone_numbers integer",
                    "paid_price text",
                    "paid_changes integer",
                    "paid_days_left integer",
                    "shortage_period integer",
                    "shortage_since timestamptz",
                    "shortage_grace_until timestamptz",
                    "suspended_since timestamptz",
                    "planned_plans text[]",
                    "planned_asked_at timestamptz[]"));
    private static final String SAVE = ROWS.upsertOne();

    PostgresSubscriptions(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<Subscription> find(AccountId account, OrganizationId organization) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().subscriptions().find(organization)
                : in(account).find(FIND, PostgresSubscriptions::subscription, account.value(), organization.value());
    }

    @Override
    public List<Subscription> findAll(AccountId account, Collection<OrganizationId> organizations) {
        return ahead(account).isPresent()
                ? SubscriptionRepository.super.findAll(account, organizations)
                : allOf(
                        account,
                        organizations,
                        keys -> in(account).list(FIND_ALL, PostgresSubscriptions::subscription, keys, account.value()),
                        Subscription::organization);
    }

    @Override
    public List<Subscription> due(AccountId account, Instant moment) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().subscriptions().due(moment)
                : in(account).list(DUE, PostgresSubscriptions::subscription, account.value(), moment);
    }

    @Override
    public boolean anyPastDue(AccountId account) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().subscriptions().anyPastDue()
                : in(account)
                        .find(ANY_PAST_DUE, Row::organization, account.value())
                        .isPresent();
    }

    @Override
    public List<Subscription> suspended(AccountId account) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().subscriptions().suspended()
                : in(account).list(SUSPENDED, PostgresSubscriptions::subscription, account.value());
    }

    @Override
    public Optional<Instant> nextGraceEnd(AccountId account) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().subscriptions().nextGraceEnd()
                : moment(account, NEXT_GRACE_END, account.value());
    }

    @Override
    public Optional<Instant> nextDue(AccountId account) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent() ? ahead.get().subscriptions().nextDue() : moment(account, NEXT_DUE, account.value());
    }

    @Override
    public Optional<Instant> nextPastDueAfter(AccountId account, Instant moment) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().subscriptions().nextPastDueAfter(moment)
                : moment(account, NEXT_PAST_DUE, account.value(), moment);
    }

    private Optional<Instant> moment(AccountId account, String sql, Object... values) {
        return in(account).find(sql, row -> row.maybeMoment("moment"), values).flatMap(one -> one);
    }

    @Override
    public void remove(AccountId account, OrganizationId organization) {
        in(account).write(REMOVE, account.value(), organization.value());
    }

    @Override
    public void save(Subscription one) {
        Optional<AccountRows> ahead = writingAhead(one.account());
        if (ahead.isPresent()) {
            ahead.get().subscriptions().save(one);
        } else {
            in(one.account()).write(SAVE, values(one));
        }
    }

    static @Nullable Object[] values(Subscription one) {
        Optional<PaidTerms> paid = one.paid();
        Optional<PeriodTerms> terms = paid.map(PaidTerms::terms);
        Optional<Shortage> shortage = one.shortage();
        return new @Nullable Object[] {
            one.account().value(),
            one.organization().value(),
            one.zone().getId(),
            one.anchor().number(),
            one.anchor().moment(),
            one.anchor().date(),
            one.nextPeriod(),
            one.nextDue(),
            one.isSuspended() ? "SUSPENDED" : shortage.isPresent() ? "PAST_DUE" : "CURRENT",
            terms.map(is -> is.plan().value()),
            terms.map(PeriodTerms::version),
            terms.map(is -> is.held().extensions()),
            terms.map(is -> is.held().phoneNumbers()),
            terms.map(PeriodTerms::price),
            paid.map(PaidTerms::changes),
            paid.map(PaidTerms::daysLeft),
            shortage.map(Shortage::period),
            shortage.map(Shortage::since),
            shortage.map(Shortage::graceUntil),
            one.suspendedSince(),
            one.planned().all().stream().map(change -> change.plan().value()).toArray(String[]::new),
            one.planned().all().stream().map(PlannedChange::askedAt).toArray(Instant[]::new)
        };
    }

    static Subscription subscription(Row row) throws SQLException {
        Optional<PaidTerms> paid = row.maybeText("paid_plan").isEmpty() ? Optional.empty() : Optional.of(paid(row));
        Optional<Shortage> shortage = row.maybeMoment("shortage_since").isEmpty()
                ? Optional.empty()
                : Optional.of(new Shortage(
                        row.number("shortage_period"),
                        row.moment("shortage_since"),
                        row.moment("shortage_grace_until")));
        return new Subscription(
                row.account(),
                row.organization(),
                row.zone(),
                BillingRows.anchor(row),
                row.number("next_period"),
                paid,
                shortage,
                row.maybeMoment("suspended_since"),
                planned(row));
    }

    private static PlannedChanges planned(Row row) throws SQLException {
        List<String> plans = row.texts("planned_plans");
        if (plans.isEmpty()) {
            return PlannedChanges.NONE;
        }
        List<Instant> moments = row.moments("planned_asked_at");
        List<PlannedChange> planned = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            planned.add(new PlannedChange(new PlanName(plans.get(i)), moments.get(i)));
        }
        return new PlannedChanges(planned);
    }

    private static PaidTerms paid(Row row) throws SQLException {
        PeriodTerms terms = new PeriodTerms(
                new PlanName(row.text("paid_plan")),
                row.number("paid_version"),
                BillingRows.held(row, "paid_"),
                row.money("paid_price"));
        return new PaidTerms(terms, row.number("paid_changes"), row.number("paid_days_left"));
    }
}
