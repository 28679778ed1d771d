package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.testkit.simulation.Customer.Asked;
import java.util.List;
import org.joda.money.Money;

/** Money that comes in, by hand and by itself. */
final class RechargeActs {

    private RechargeActs() {}

    static String recharge(Turn turn) {
        Asked asked = new Asked(turn.newKey("r"), turn.money(60, 12_000), "");
        turn.customer().recharges().add(asked);
        return recharge(turn, asked.key(), asked.amount());
    }

    /** The same key once more, now and then with another amount. */
    static String again(Turn turn) {
        if (turn.customer().recharges().isEmpty()) {
            return "nothing to do again";
        }
        Asked asked = turn.chance().of(turn.customer().recharges());
        Money amount = turn.chance().percent(20) ? asked.amount().plusMinor(5) : asked.amount();
        return recharge(turn, asked.key(), amount);
    }

    private static String recharge(Turn turn, String key, Money amount) {
        RechargeOutcome outcome = turn.billing().recharge(key, amount);
        return amount + " under " + key + ": " + outcome.getClass().getSimpleName();
    }

    static String cancel(Turn turn) {
        if (turn.customer().recharges().isEmpty()) {
            return "nothing to cancel";
        }
        String key = turn.chance().of(turn.customer().recharges()).key();
        return key + ": " + turn.billing().cancelRecharge(key).getClass().getSimpleName();
    }

    /** The customer does what their bank has asked for; nobody is told. */
    static String confirm(Turn turn) {
        List<PaymentRequest> charges =
                turn.world().bank().chargesToConfirm(turn.customer().id());
        if (charges.isEmpty()) {
            return "nothing to confirm";
        }
        PaymentRequest charge = turn.chance().of(charges);
        turn.world().bank().confirm(charge);
        return charge.key();
    }

    static String setAutoRecharge(Turn turn) {
        long balance = turn.world().balanceMinor(turn.customer());
        long threshold = balance > 0 && turn.chance().percent(25)
                ? balance
                : turn.chance().between(1, 3_000);
        AutoRecharge.Below below = AutoRecharge.below(turn.customer().money(threshold));
        AutoRecharge.Amounts amounts = turn.chance().percent(50)
                ? below.upTo(turn.customer().money(threshold + turn.chance().between(0, 5_000)))
                : below.inStepsOf(turn.money(100, 4_000));
        AutoRecharge setting = amounts.atMostPerMonth(
                turn.chance().percent(30) ? turn.money(1_500, 6_000) : turn.money(5_000, 50_000));
        turn.billing().autoRecharge(setting);
        return setting.toString();
    }

    static String removeAutoRecharge(Turn turn) {
        turn.billing().removeAutoRecharge();
        return "removed";
    }
}
