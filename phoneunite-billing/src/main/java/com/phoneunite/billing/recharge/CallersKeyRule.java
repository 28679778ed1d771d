package com.phoneunite.billing.recharge;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.InputRule;
import java.util.function.BiConsumer;

/** The text can be the key of a recharge by hand: a key, and none of those that automatic attempts have. */
public final class CallersKeyRule implements InputRule<String> {

    @Override
    public void check(String value, BiConsumer<String, String> report) {
        new IdempotencyKey.Rule().check(value, report);
        if (AutoRechargeStanding.isAutomatic(value)) {
            report.accept("RESERVED", "must not begin as the keys of automatic recharges do");
        }
    }
}
