package com.phoneunite.testkit.simulation;

import com.phoneunite.testkit.GatewayBook;
import com.phoneunite.testkit.simulation.Customer.Asked;
import java.util.List;
import java.util.function.Predicate;
import org.joda.money.Money;

/** What takes captured money back, and brings it back again. */
final class ReversalActs {

    private ReversalActs() {}

    static String refund(Turn turn) {
        if (turn.customer().recharges().isEmpty()) {
            return "nothing to refund";
        }
        Asked recharge = toRefund(turn);
        Money amount = toRefund(turn, recharge);
        Asked asked = new Asked(turn.newKey("f"), amount, recharge.key());
        turn.customer().refunds().add(asked);
        return refund(turn, asked);
    }

    /** Mostly one of which something was taken back before, or of which something is left: by chance alone, that is seldom. */
    private static Asked toRefund(Turn turn) {
        Bank bank = turn.world().bank();
        List<Asked> all = turn.customer().recharges();
        if (turn.chance().percent(10)) {
            return turn.chance().of(all);
        }
        List<Asked> left = orAll(all, one -> bank.leftMinor(gatewayKey(turn, one)) > 0);
        return turn.chance()
                .of(turn.chance().percent(40) ? orAll(left, one -> bank.hasTaken(gatewayKey(turn, one))) : left);
    }

    private static List<Asked> orAll(List<Asked> all, Predicate<Asked> which) {
        List<Asked> some = all.stream().filter(which).toList();
        return some.isEmpty() ? all : some;
    }

    /** Now and then exactly what is left, or one minor unit more; now and then what is left and the balance has. */
    private static Money toRefund(Turn turn, Asked recharge) {
        long left = turn.world().bank().leftMinor(gatewayKey(turn, recharge));
        long spare = Math.min(left, turn.world().balanceMinor(turn.customer()) - 1);
        if (left > 0 && turn.chance().percent(25)) {
            return turn.customer().money(left + turn.chance().below(2));
        }
        return turn.money(
                1,
                spare > 0 && turn.chance().percent(60)
                        ? spare
                        : recharge.amount().getAmountMinorLong());
    }

    private static String gatewayKey(Turn turn, Asked recharge) {
        return turn.customer().id() + "/" + recharge.key();
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
