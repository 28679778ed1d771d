package com.phoneunite.billing.recharge;

import com.phoneunite.account.Account;
import com.phoneunite.billing.cycle.Owed;
import com.phoneunite.billing.cycle.TopUps;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Rule B11: the automatic recharges that rule P4 would attempt at moments to come, if each of them succeeds. Attempts none. */
final class ForeseenRecharges implements TopUps {

    private final AutoRechargePlanner planner;
    private final Account account;
    private final Map<YearMonth, Long> foreseen = new HashMap<>();

    ForeseenRecharges(AutoRechargePlanner planner, Account account) {
        this.planner = planner;
        this.account = account;
    }

    @Override
    public TopUp at(Owed owed, Instant moment) {
        AutoRechargePlanner.Plan plan =
                planner.plan(account.id(), owed, 0, moment, month -> foreseen.getOrDefault(month, 0L));
        long added = plan.intent()
                .map(intent -> intent.amount().getAmountMinorLong())
                .orElse(0L);
        foreseen.merge(YearMonth.from(account.dateOf(moment)), added, Long::sum);
        return new TopUp(added, plan.next().filter(moment::isBefore));
    }
}
