package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls of the port of payment attempts by what a proxy was given. */
final class RechargeCalls {

    private RechargeCalls() {}

    /** Tells of each attempt that is saved. */
    static RechargeRepository noting(RechargeRepository real, Consumer<Recharge> told) {
        return Spoiled.port(RechargeRepository.class, real, "save", (same, given) -> {
            same.save((Recharge) given[0]);
            told.accept((Recharge) given[0]);
            return null;
        });
    }

    static Optional<Recharge> find(RechargeRepository real, Object... given) {
        return real.find((AccountId) given[0], (IdempotencyKey) given[1]);
    }

    static List<Recharge> list(RechargeRepository real, Object... given) {
        return real.list((AccountId) given[0], after(given), (int) given[2]);
    }

    static List<InReview> inReview(RechargeRepository real, Object... given) {
        return real.inReview(review(given), (int) given[1]);
    }

    static Optional<RechargeCursor> after(Object... given) {
        return ((Optional<?>) given[1]).map(RechargeCursor.class::cast);
    }

    static Optional<InReview> review(Object... given) {
        return ((Optional<?>) given[0]).map(InReview.class::cast);
    }
}
