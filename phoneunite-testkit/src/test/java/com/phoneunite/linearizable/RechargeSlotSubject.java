package com.phoneunite.linearizable;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.recharge.RechargeRefusal;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.util.Set;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.joda.money.Money;

/**
 * The recharges of one account whose card asks its owner for a step each time, so that an attempt stays unresolved until it is called off.
 */
@Param(name = "key", gen = IntGen.class, conf = "1:3")
public class RechargeSlotSubject {
    private static final InMemoryStore STORE = InMemoryStore.create();
    private static final MutableClock CLOCK = MutableClock.at("2026-01-31T15:00:00Z");
    private static final Billing BILLING = Billing.builder(STORE)
            .plans(BillingPlan.named("standard").monthly(Money.parse("USD 20.00")))
            .paymentGateway(SandboxGateway.create())
            .clock(CLOCK)
            .build();
    private static final PhoneUnite PHONE_UNITE = PhoneUnite.builder(STORE)
            .billing(BILLING.organizations())
            .clock(CLOCK)
            .build();

    private static final String NOT_NOW = "not now";
    private static final Set<String> GRANTED = Set.of("waiting", "over");

    private final AccountBilling mine;

    /** A new account with that card. */
    public RechargeSlotSubject() {
        Account account = PHONE_UNITE.openAccount(OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard"));
        mine = BILLING.of(PHONE_UNITE.signIn(account.owner()));
        mine.putPaymentMethodOnFile("tok_confirm");
    }

    /** Begins an attempt, or goes on with the one under that key. */
    @Operation(params = "key")
    public String recharge(int key) {
        String word = word(() -> mine.recharge("key-" + key, Money.parse("USD 50.00")));
        return GRANTED.contains(word) ? "granted" : word;
    }

    /** Calls off the attempt under that key, once it is no longer on its way: until then there is something that nobody can call off. */
    @Operation(params = "key")
    public String cancel(int key) {
        String word = NOT_NOW;
        while (word.equals(NOT_NOW)) {
            word = word(() -> mine.cancelRecharge("key-" + key));
            Thread.onSpinWait();
        }
        return word;
    }

    private static String word(Supplier<RechargeOutcome> call) {
        try {
            return call.get()
                    .fold(
                            succeeded -> "captured",
                            declined -> "over",
                            waiting -> "waiting",
                            unresolved -> "waiting",
                            never -> "never sent",
                            cancelled -> "over",
                            review -> "in review");
        } catch (RefusedException e) {
            return e.refusal() instanceof RechargeRefusal.RechargeNotCancellable not ? notNow(not) : e.code();
        }
    }

    /** An attempt that is called off just now may be answered for by the gateway first, and then has been declined. */
    private static String notNow(RechargeRefusal.RechargeNotCancellable refusal) {
        return refusal.state().isUnresolved() ? NOT_NOW : "over";
    }
}
