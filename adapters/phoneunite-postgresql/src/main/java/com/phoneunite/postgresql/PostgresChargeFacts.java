package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PlanExchange;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class PostgresChargeFacts extends Repository implements ChargeFacts {

    private static final String TERMS_OF = """
        SELECT * FROM phoneunite.charged_terms
        WHERE account_id = ? AND organization_id = ? AND anchor_number = ? AND from_period <= ?
        ORDER BY from_period DESC LIMIT 1\
        """;
    static final ManyRows TERMS = new ManyRows(
            "charged_terms",
            List.of("account_id uuid", "organization_id uuid", "anchor_number integer", "from_period integer"),
            List.of(
                    "zone text",
                    "anchor_moment timestamptz",
                    "anchor_date date",
                    "plan text",
                    "version integer",
                    "effective_from timestamptz",
                    "monthly text",
                    "per_extension text",
                    "per_phone_number text",
                    "extensions integer",
                    "phone_numbers integer"));
    private static final String SAVE_TERMS = TERMS.upsertOne();
    private static final String EXCHANGE =
            "SELECT * FROM phoneunite.plan_exchange WHERE account_id = ? AND reference = ?";
    private static final String SAVE_EXCHANGE = Upsert.into(
            "plan_exchange",
            List.of("account_id", "reference"),
            List.of(
                    "organization_id",
                    "anchor_number",
                    "period",
                    "period_start",
                    "period_end",
                    "change",
                    "from_plan",
                    "from_price",
                    "to_plan",
                    "version",
                    "effective_from",
                    "monthly",
                    "per_extension",
                    "per_phone_number",
                    "extensions",
                    "phone_numbers",
                    "days_left",
                    "days"));

    PostgresChargeFacts(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<ChargedTerms> termsOf(AccountId account, OrganizationId organization, int anchor, int period) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().termsOf(organization, anchor, period)
                : in(account)
                        .find(
                                TERMS_OF,
                                PostgresChargeFacts::terms,
                                account.value(),
                                organization.value(),
                                anchor,
                                period);
    }

    @Override
    public void save(ChargedTerms one) {
        Optional<AccountRows> ahead = writingAhead(one.account());
        if (ahead.isPresent()) {
            ahead.get().save(one);
        } else {
            in(one.account()).write(SAVE_TERMS, values(one));
        }
    }

    static @Nullable Object[] values(ChargedTerms one) {
        PlanVersion prices = one.prices();
        return new @Nullable Object[] {
            one.account().value(),
            one.organization().value(),
            one.anchor().number(),
            one.fromPeriod(),
            one.zone().getId(),
            one.anchor().moment(),
            one.anchor().date(),
            one.plan().value(),
            prices.number(),
            prices.effectiveFrom(),
            prices.monthly(),
            prices.perExtension(),
            prices.perPhoneNumber(),
            one.held().extensions(),
            one.held().phoneNumbers()
        };
    }

    @Override
    public Optional<PlanExchange> exchange(AccountId account, String reference) {
        return in(account).find(EXCHANGE, PostgresChargeFacts::exchange, account.value(), reference);
    }

    @Override
    public void save(PlanExchange one) {
        PlanVersion prices = one.toPrices();
        in(one.account())
                .write(
                        SAVE_EXCHANGE,
                        one.account().value(),
                        one.reference(),
                        one.period().organization().value(),
                        one.period().anchor(),
                        one.period().n(),
                        one.period().start(),
                        one.period().end(),
                        one.change(),
                        one.from().value(),
                        one.fromPrice(),
                        one.to().value(),
                        prices.number(),
                        prices.effectiveFrom(),
                        prices.monthly(),
                        prices.perExtension(),
                        prices.perPhoneNumber(),
                        one.held().extensions(),
                        one.held().phoneNumbers(),
                        one.daysLeft(),
                        one.days());
    }

    static ChargedTerms terms(Row row) throws SQLException {
        return new ChargedTerms(
                row.account(),
                row.organization(),
                row.zone(),
                BillingRows.anchor(row),
                row.number("from_period"),
                new PlanName(row.text("plan")),
                BillingRows.version(row),
                BillingRows.held(row, ""));
    }

    private static PlanExchange exchange(Row row) throws SQLException {
        return new PlanExchange(
                row.account(),
                new BillingPeriod(
                        row.organization(),
                        row.number("anchor_number"),
                        row.number("period"),
                        row.moment("period_start"),
                        row.moment("period_end")),
                row.number("change"),
                new PlanName(row.text("from_plan")),
                row.money("from_price"),
                new PlanName(row.text("to_plan")),
                BillingRows.version(row),
                BillingRows.held(row, ""),
                row.number("days_left"),
                row.number("days"));
    }
}
