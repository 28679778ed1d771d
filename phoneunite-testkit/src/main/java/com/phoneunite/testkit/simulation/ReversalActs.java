package com.phoneunite.testkit.simulation;

import com.phoneunite.testkit.GatewayBook;
import com.phoneunite.testkit.simulation.Customer.Asked;
import java.util.List;
import org.joda.money.Money;

/** What takes captured money back, and brings it back again. */
final class ReversalActs {

    private ReversalActs() {}

    static String refund(Turn turn) {
        if (turn.customer().recharges().isEmpty()) {
            return "nothing to refund";
        }
        Asked recharge = turn.chance().of(turn.customer().recharges());
        Money amount = turn.money(1, recharge.amount().getAmountMinorLong());
        Asked asked = new Asked(turn.newKey("f"), amount, recharge.key());
        turn.customer().refunds().add(asked);
        return refund(turn, asked);
    }

    static String again(Turn turn) {
        return turn.customer().refunds().isEmpty()
                ? "nothing to refund again"
                : refund(turn, turn.chance().of(turn.customer().refunds()));
    }

    private static String refund(Turn turn, Asked asked) {
        return asked.amount() + " of " + asked.about() + " under " + asked.key() + ": "
                + turn.payments()
                        .refund(turn.customer().id(), asked.key(), asked.about(), asked.amount())
                        .getClass()
                        .getSimpleName();
    }

    static String dispute(Turn turn) {
        return reverse(turn, true);
    }

    static String refundAtTheGateway(Turn turn) {
        return reverse(turn, false);
    }

    private static String reverse(Turn turn, boolean isDispute) {
        List<GatewayBook.Capture> captures =
                turn.world().bank().capturesOf(turn.customer().id());
        if (captures.isEmpty()) {
            return "nothing was captured";
        }
        GatewayBook.Capture capture = turn.chance().of(captures);
        Money amount = turn.money(1, capture.amount().getAmountMinorLong());
        String reference = turn.newKey("x");
        if (isDispute) {
            turn.world().bank().dispute(capture, reference, amount);
        } else {
            turn.world().bank().refundByHand(capture, reference, amount);
        }
        return amount + " of " + capture.key() + " under " + reference;
    }

    static String bringBack(Turn turn) {
        List<Bank.Reversed> reversed =
                turn.world().bank().reversedOf(turn.customer().id());
        if (reversed.isEmpty()) {
            return "nothing to bring back";
        }
        Bank.Reversed one = turn.chance().of(reversed);
        turn.world().bank().bringBack(one);
        return one.reference();
    }
}
