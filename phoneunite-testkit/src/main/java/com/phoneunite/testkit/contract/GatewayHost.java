package com.phoneunite.testkit.contract;

import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Assumptions;

/**
 * What a host tells of its gateway, for {@link PaymentGatewayContract}: the gateway in front of its provider's sandbox or of a stub of it,
 * and cards that the sandbox knows. What is answered with empty is declared missing: the tests that need it are reported as skipped,
 * with the reason.
 */
public interface GatewayHost extends Contract {

    /** The gateway. Called at the beginning of each test; it may be the same one each time. */
    PaymentGateway gateway();

    /** A card that every charge of succeeds, at once. */
    PaymentToken approved();

    /** A card that every charge of is declined, for that reason. */
    Optional<PaymentToken> declined(DeclineReason reason);

    /** A card that every charge of waits for a step of the customer's. */
    Optional<PaymentToken> needingAction();

    /**
     * What was really captured under the key of a request, one for each capture, as the provider's own books say. Without it, it is not
     * proved that a key captures once: {@link PaymentGateway#find} tells of one charge for a key, however many there were.
     */
    default Optional<List<Money>> captures(PaymentRequest request) {
        return Optional.empty();
    }

    /**
     * A notification that the provider has sent about a charge that was just made. Each time another one.
     *
     * @return empty where the sandbox sends none
     */
    default Optional<PaymentNotification> notification(PaymentRequest charged) {
        return Optional.empty();
    }

    /**
     * The same adapter in front of a provider that has received a request and then answers with a server error, or not at all. It may throw
     * whatever it throws then; the time it takes is its own.
     */
    default Optional<PaymentGateway> failing() {
        return Optional.empty();
    }

    /**
     * What keys of this run begin with, 1 to 40 visible ASCII characters: another text for each run where the provider remembers keys
     * from one run to the next.
     */
    default String run() {
        return "run";
    }

    /** Amounts that are charged: in currencies of 0, 2 and 3 decimals, unless the provider does not take some of them. */
    default List<Money> amounts() {
        return List.of(
                Money.ofMinor(CurrencyUnit.JPY, 1_235),
                Money.ofMinor(CurrencyUnit.USD, 1_235),
                Money.ofMinor(CurrencyUnit.of("KWD"), 12_345));
    }

    /**
     * Goes on where the gateway declares that it can.
     *
     * @throws org.opentest4j.TestAbortedException if it does not
     */
    default void needs(GatewayAbility ability) {
        Assumptions.assumeTrue(
                gateway().capabilities().can(ability), () -> "not proved: the gateway declares no " + ability);
    }
}
