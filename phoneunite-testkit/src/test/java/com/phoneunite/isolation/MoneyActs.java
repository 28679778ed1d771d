package com.phoneunite.isolation;

import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.AccountStatements;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.page.CsvStatement;
import com.phoneunite.billing.page.Explanation;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.isolation.Seen.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** What is done about money, of one organization or of the account as a whole. */
final class MoneyActs {

    private static final YearMonth FIRST_MONTH = YearMonth.of(2026, 1);
    private static final List<String> PLANS = List.of("large", "standard", "large", "unheard of");

    private MoneyActs() {}

    static Object changePlan(Turn turn) {
        PlanChange when = turn.number() % 3 == 0 ? PlanChange.AT_NEXT_PERIOD : PlanChange.NOW;
        return billing(turn).changePlan(turn.organization(), PLANS.get(turn.whom() % PLANS.size()), when);
    }

    /** All of them tell of money only. */
    static Object charges(Turn turn) {
        AccountBilling billing = billing(turn);
        return turn.scene().money(turn.pages(request -> billing.charges(turn.organization(), request)));
    }

    /** Asks for an entry that there is or may be: references are easily guessed. */
    static Object explain(Turn turn) {
        int kind = turn.number() / 4;
        Explanation explained = switch (kind) {
            case 0 -> entry(turn, EntryKind.PERIOD, period(turn));
            case 1 -> entry(turn, turn.whom() % 2 == 0 ? EntryKind.PLAN_CHARGE : EntryKind.PLAN_CREDIT, exchange(turn));
            default -> ofHostOrAccount(turn);
        };
        return new Shown(explained, explained);
    }

    private static Explanation ofHostOrAccount(Turn turn) {
        return turn.whom() == 0
                ? entry(turn, EntryKind.RECHARGE, "start")
                : entry(turn, EntryKind.USAGE, "use" + lastUse(turn));
    }

    private static Explanation entry(Turn turn, EntryKind kind, String reference) {
        return billing(turn).explain(kind, turn.scene().given(reference));
    }

    /** The first few periods under the first few anchors. */
    private static String period(Turn turn) {
        return turn.scene().organization(turn.command().target()) + "/" + turn.whom() % 4 / 3 + "/" + turn.whom() / 4;
    }

    private static String exchange(Turn turn) {
        return period(turn) + "/1";
    }

    /** The number of the last command by which something was used where the question leads to. */
    private static int lastUse(Turn turn) {
        return IntStream.range(0, turn.index())
                .filter(i -> turn.scene().command(i).operation() == Operation.USE
                        && turn.scene().command(i).place() == turn.command().target())
                .max()
                .orElse(turn.index());
    }

    static Object setAutoRecharge(Turn turn) {
        billing(turn)
                .autoRecharge(AutoRecharge.below(Rig.usd("10.00"))
                        .upTo(Rig.usd(20 + turn.number() + ".00"))
                        .atMostPerMonth(Rig.usd("60.00")));
        return "set";
    }

    static Object removeAutoRecharge(Turn turn) {
        billing(turn).removeAutoRecharge();
        return "removed";
    }

    static Object lookAtAutoRecharge(Turn turn) {
        return billing(turn).autoRecharge();
    }

    static Object recharges(Turn turn) {
        return turn.pages(billing(turn)::recharges);
    }

    /** One that waits for its owner, or one that does not, or is not there. Whatever waits is called off, so that it stands in nobody's way. */
    static Object cancelRecharge(Turn turn) {
        AccountBilling billing = billing(turn);
        if (turn.number() % 3 > 0) {
            return billing.cancelRecharge(turn.number() % 3 == 1 ? "start" : "key" + turn.index());
        }
        billing.putPaymentMethodOnFile("tok_confirm");
        try {
            billing.recharge("waits" + turn.index(), Rig.usd("20.00"));
            return billing.cancelRecharge("waits" + turn.index());
        } finally {
            billing.putPaymentMethodOnFile("tok_mastercard");
        }
    }

    static Object balanceAt(Turn turn) {
        return billing(turn).balanceAt(turn.rig().clock.instant().minus(Duration.ofDays(turn.number())));
    }

    static Object forecast(Turn turn) {
        return billing(turn).forecast(turn.number());
    }

    static Object statement(Turn turn) {
        return statements(turn).of(month(turn));
    }

    static Object statementSections(Turn turn) {
        return turn.pages(request -> statements(turn).sections(month(turn), request));
    }

    static Object exportStatement(Turn turn) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            statements(turn).export(month(turn), CsvStatement.to(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private static AccountStatements statements(Turn turn) {
        return billing(turn).statements();
    }

    private static YearMonth month(Turn turn) {
        return FIRST_MONTH.plusMonths(turn.number() % 3);
    }

    static Object closeAccount(Turn turn) {
        return turn.session().closeAccount();
    }

    private static AccountBilling billing(Turn turn) {
        return turn.rig().billing.of(turn.session());
    }
}
