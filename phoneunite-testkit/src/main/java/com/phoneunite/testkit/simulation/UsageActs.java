package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.Usage;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.testkit.simulation.Customer.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.joda.money.Money;

/** Calls that the host has rated. */
final class UsageActs {

    private static final int MOST_IN_BULK = 12;

    private UsageActs() {}

    static String use(Turn turn) {
        Asked asked =
                new Asked(turn.newKey("u"), toUse(turn), turn.organization().toString());
        turn.customer().usages().add(asked);
        return use(turn, asked, asked.amount());
    }

    /** Now and then exactly so much that the balance comes to the threshold of auto-recharge. */
    private static Money toUse(Turn turn) {
        OptionalLong threshold = turn.world().thresholdMinor(turn.customer());
        long above = turn.world().balanceMinor(turn.customer()) - threshold.orElse(0);
        return threshold.isPresent() && above >= 0 && turn.chance().percent(25)
                ? turn.customer().money(above)
                : turn.money(0, 1_500);
    }

    /** The same reference once more, now and then with another amount. */
    static String again(Turn turn) {
        if (turn.customer().usages().isEmpty()) {
            return "nothing to use again";
        }
        Asked asked = turn.chance().of(turn.customer().usages());
        return use(turn, asked, turn.chance().percent(20) ? asked.amount().plusMinor(1) : asked.amount());
    }

    private static String use(Turn turn, Asked asked, Money amount) {
        Usage usage = usage(turn, asked, amount);
        return amount + " under " + asked.key() + ": "
                + turn.host()
                        .billing()
                        .actingAs("meter")
                        .deductUsage(usage)
                        .map(entry -> "entry " + entry.sequence())
                        .orElse("no entry");
    }

    private static Usage usage(Turn turn, Asked asked, Money amount) {
        Usage now = Usage.of(turn.customer().id(), OrganizationId.parse(asked.about()), asked.key(), amount);
        return turn.chance().percent(20)
                ? now.happenedAt(turn.world().time().now().minus(Duration.ofDays(1)))
                : now;
    }

    /** Much at once, with some of what was used before among it. */
    static String inBulk(Turn turn) {
        List<Usage> all = new ArrayList<>();
        int count = 1 + turn.chance().below(MOST_IN_BULK);
        for (int i = 0; i < count; i++) {
            Customer customer = turn.customer();
            boolean isKnown = !customer.usages().isEmpty() && turn.chance().percent(20);
            Asked asked = isKnown
                    ? turn.chance().of(customer.usages())
                    : new Asked(
                            turn.newKey("b" + i + "-"),
                            turn.money(0, 900),
                            turn.organization().toString());
            all.add(usage(turn, asked, asked.amount()));
        }
        return turn.host().billing().actingAs("meter").deductUsages(all).stream()
                .map(outcome -> outcome.refusal().map(no -> no.code()).orElse("ok"))
                .toList()
                .toString();
    }
}
