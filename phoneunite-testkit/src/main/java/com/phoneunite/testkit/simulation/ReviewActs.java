package com.phoneunite.testkit.simulation;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.DerivedId;
import com.phoneunite.billing.OperatorPayments;
import com.phoneunite.billing.recharge.RechargeSummary;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.paging.PageRequest;
import java.util.List;

/** A person looks into the gateway's book, and decides. */
final class ReviewActs {

    private static final PageRequest ALL = PageRequest.first(100);

    private ReviewActs() {}

    static String resolve(Turn turn) {
        return resolve(turn.world(), turn.payments()) + " resolved";
    }

    static int resolve(World world, OperatorPayments payments) {
        List<RechargeSummary> recharges = payments.rechargesInReview(ALL).items();
        recharges.forEach(one -> resolve(world, payments, one));
        List<Refund> refunds = payments.refundsInReview(ALL).items();
        refunds.forEach(
                one -> payments.resolveRefund(one.account(), one.key().value(), isDone(world, one), "the book"));
        return recharges.size() + refunds.size();
    }

    private static void resolve(World world, OperatorPayments payments, RechargeSummary one) {
        AccountId account = one.account();
        String key = one.key().value();
        long really = world.bank().capturedMinor(gatewayKey(account, key));
        if (really > 0) {
            payments.resolveAsCaptured(account, key, one.amount().withAmount(0).plusMinor(really), "the book");
        } else {
            payments.resolveAsNotCaptured(account, key, "the book");
        }
    }

    private static boolean isDone(World world, Refund refund) {
        String key = "refund/" + DerivedId.of("refund", refund.account() + "/" + refund.key());
        return world.bank().hasRefunded(key);
    }

    private static String gatewayKey(AccountId account, String key) {
        return account + "/" + key;
    }
}
