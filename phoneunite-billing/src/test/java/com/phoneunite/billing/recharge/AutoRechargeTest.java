package com.phoneunite.billing.recharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AutoRechargeTest {

    private static final AutoRecharge TO_FIFTY =
            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");
    private static final AutoRecharge IN_TWENTIES =
            AutoRecharge.below("USD 10.00").inStepsOf("USD 20.00").atMostPerMonth("USD 500.00");

    @Test
    void P4_itRechargesStrictlyBelowTheThreshold() {
        assertThat(TO_FIFTY.amountMinor(1_000, 0)).isEmpty();
        assertThat(TO_FIFTY.amountMinor(999, 0)).isEqualTo(OptionalLong.of(4_001));
        assertThat(TO_FIFTY.amountMinor(0, 0)).isEqualTo(OptionalLong.of(5_000));
    }

    @Test
    void P4_itRechargesWhenWhatIsDueCannotBeCovered() {
        assertThat(TO_FIFTY.amountMinor(2_000, 1_999)).isEmpty();
        assertThat(TO_FIFTY.amountMinor(2_000, 2_000)).isEqualTo(OptionalLong.of(5_000));
        assertThat(TO_FIFTY.amountMinor(2_000, 7_000)).isEqualTo(OptionalLong.of(10_000));
    }

    @Test
    void P4_stepsReachTheThresholdByTheFewest() {
        assertThat(IN_TWENTIES.amountMinor(999, 0)).isEqualTo(OptionalLong.of(2_000));
        assertThat(IN_TWENTIES.amountMinor(500, 1_500)).isEqualTo(OptionalLong.of(2_000));
        assertThat(IN_TWENTIES.amountMinor(500, 1_501)).isEqualTo(OptionalLong.of(4_000));
        assertThat(AutoRecharge.below("USD 10.00")
                        .inStepsOf("USD 0.01")
                        .atMostPerMonth("USD 500.00")
                        .amountMinor(999, 0))
                .isEqualTo(OptionalLong.of(1));
    }

    @Property(tries = 1_000)
    void P4_afterWhatIsDueTheBalanceReachesTheTargetOrTheThresholdByTheFewestSteps(
            @ForAll @LongRange(max = 10_000) long balance,
            @ForAll @LongRange(max = 10_000) long due,
            @ForAll @LongRange(min = 1, max = 5_000) long threshold,
            @ForAll @LongRange(max = 5_000) long more,
            @ForAll @LongRange(min = 1, max = 3_000) long step) {
        AutoRecharge target = AutoRecharge.below(cents(threshold))
                .upTo(cents(threshold + more))
                .atMostPerMonth(cents(1));
        AutoRecharge steps =
                AutoRecharge.below(cents(threshold)).inStepsOf(cents(step)).atMostPerMonth(cents(1));
        boolean needed = balance < threshold || (due > 0 && balance <= due);

        assertThat(target.amountMinor(balance, due).isPresent()).isEqualTo(needed);
        assertThat(steps.amountMinor(balance, due).isPresent()).isEqualTo(needed);
        if (needed) {
            assertThat(balance + target.amountMinor(balance, due).getAsLong() - due)
                    .isEqualTo(threshold + more);
            long stepped = steps.amountMinor(balance, due).getAsLong();
            assertThat(stepped % step).isZero();
            assertThat(stepped).isPositive();
            assertThat(balance + stepped - due).isGreaterThanOrEqualTo(threshold);
            assertThat(stepped == step || balance + stepped - step - due < threshold)
                    .isTrue();
        }
    }

    @Test
    void P4_anAmountIsRaisedToWhatTheGatewayTakes() {
        GatewayCapabilities gateway = GatewayCapabilities.NONE
                .minimum(Money.parse("USD 5.00"))
                .granularity(Money.parse("USD 0.25"))
                .minimum(Money.parse("JPY 50"));

        assertThat(gateway.amountsOf(CurrencyUnit.USD).raised(1)).isEqualTo(500);
        assertThat(gateway.amountsOf(CurrencyUnit.USD).raised(501)).isEqualTo(525);
        assertThat(gateway.amountsOf(CurrencyUnit.USD).raised(525)).isEqualTo(525);
        assertThat(gateway.amountsOf(CurrencyUnit.JPY).raised(49)).isEqualTo(50);
        assertThat(gateway.amountsOf(CurrencyUnit.EUR).raised(1)).isEqualTo(1);
    }

    @Test
    void X4_everyConstraintThatIsViolatedIsNamed() {
        assertThat(codes(AutoRecharge.below("USD 0.00").upTo("USD -1.00").atMostPerMonth("USD 0.00")))
                .containsExactlyInAnyOrder(
                        "THRESHOLD_NOT_POSITIVE",
                        "PER_MONTH_NOT_POSITIVE",
                        "TARGET_NOT_POSITIVE",
                        "TARGET_BELOW_THRESHOLD");
        assertThat(codes(AutoRecharge.below("USD 1.00").inStepsOf("USD 0.00").atMostPerMonth("USD 1.00")))
                .containsExactly("STEP_NOT_POSITIVE");
        assertThat(codes(AutoRecharge.below("USD 1.00").inStepsOf("EUR 1.00").atMostPerMonth("USD 1.00")))
                .containsExactly("CURRENCIES_DIFFER");
        assertThat(codes(AutoRecharge.below("USD 1.00").inStepsOf("USD 1.00").atMostPerMonth("USD 10000000000000.01")))
                .containsExactly("PER_MONTH_TOO_LARGE");
        assertThat(codes(AutoRecharge.below("USD 0.01").upTo("USD 0.01").atMostPerMonth("USD 0.01")))
                .isEmpty();
    }

    @Test
    void X4_whatIsNoAmountIsNoneAtOnce() {
        assertThatThrownBy(() -> AutoRecharge.below("ten dollars")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> codes(AutoRecharge setting) {
        List<String> codes = new ArrayList<>();
        new AutoRecharge.Rule().check(setting, (code, message) -> codes.add(code));
        return codes;
    }

    private static Money cents(long minor) {
        return Money.ofMinor(CurrencyUnit.USD, minor);
    }
}
