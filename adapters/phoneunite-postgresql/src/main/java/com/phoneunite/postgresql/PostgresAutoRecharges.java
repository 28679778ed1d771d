package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class PostgresAutoRecharges extends Repository implements AutoRechargeRepository {

    /** All of them, each with the threshold that usage is held to. */
    static final String ALL = """
        SELECT terms.*, (SELECT head.recharge_below_minor FROM phoneunite.account_head head
            WHERE head.account_id = terms.account_id) AS recharge_below_minor
        FROM phoneunite.auto_recharge terms\
        """;

    private static final String FIND = ALL + " WHERE terms.account_id = ?";

    /** Usage looks for the threshold where it looks for the balance, in the head. */
    private static final String SAVE = """
            WITH head AS (
                UPDATE phoneunite.account_head SET recharge_below_minor = ?::bigint
                WHERE account_id = ? AND recharge_below_minor IS DISTINCT FROM ?::bigint)
            %s\
            """.formatted(Upsert.into(
            "auto_recharge",
            List.of("account_id"),
            List.of(
                    "threshold",
                    "target",
                    "step",
                    "per_month",
                    "attempts",
                    "declines",
                    "not_before",
                    "stopped",
                    "cap_reached")));

    PostgresAutoRecharges(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<AutoRechargeStanding> find(AccountId account) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.get().autoRecharge()
                : in(account).find(FIND, PostgresAutoRecharges::standing, account.value());
    }

    @Override
    public void save(AutoRechargeStanding one) {
        Optional<AutoRecharge> setting = one.setting();
        Optional<Long> below = setting.map(PostgresAutoRecharges::below);
        in(one.account())
                .write(
                        SAVE,
                        below,
                        one.account().value(),
                        below,
                        one.account().value(),
                        setting.map(AutoRecharge::threshold),
                        setting.flatMap(AutoRecharge::target),
                        setting.flatMap(AutoRecharge::step),
                        setting.map(AutoRecharge::perMonth),
                        one.attempts(),
                        one.declines(),
                        one.notBefore(),
                        one.stopped(),
                        one.capReached());
    }

    private static long below(AutoRecharge setting) {
        return setting.threshold().getAmountMinorLong();
    }

    static AutoRechargeStanding standing(Row row) throws SQLException {
        Optional<AutoRecharge> setting = row.maybeText("threshold").isEmpty()
                ? Optional.empty()
                : Optional.of(new AutoRecharge(
                        row.money("threshold"),
                        row.maybeMoney("target"),
                        row.maybeMoney("step"),
                        row.money("per_month")));
        if (!setting.map(PostgresAutoRecharges::below).equals(row.maybeLarge("recharge_below_minor"))) {
            throw new PhoneUniteFault("account " + row.account()
                    + ": usage is held to another threshold than that of its auto-recharge (P4)");
        }
        return new AutoRechargeStanding(
                row.account(),
                setting,
                row.large("attempts"),
                row.number("declines"),
                row.maybeMoment("not_before"),
                row.maybeText("stopped").map(AutoRechargeStanding.Stop::valueOf),
                row.flag("cap_reached"));
    }
}
