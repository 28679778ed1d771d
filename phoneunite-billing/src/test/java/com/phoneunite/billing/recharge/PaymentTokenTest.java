package com.phoneunite.billing.recharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.billing.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTokenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242-4242-4242-4242",
                "4242.4242.4242.4242",
                "4242_4242_4242_4242",
                "4242/4242/4242/4242",
                "4242:4242:4242:4242",
                "4242+4242,4242*4242",
                "4242 4242 4242 4242",
                "378282246310005",
                "3782-822463-10005",
                "6011111111111117",
                "4222222222222",
                "6304000000000000000",
                "tok_4242424242424242",
                "tok4242424242424242visa",
                "tok_4242424242424242_1",
                "1_4242424242424242",
                "4242424242424242/12/30",
                "4242-4242-4242-4242-123",
                "v1.4242-4242-4242-4242"
            })
    void P2_aTokenThatLooksLikeACardNumberIsRefusedWithoutRepeatingIt(String token) {
        assertThatThrownBy(() -> PaymentToken.of(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4242")
                .hasMessageNotContaining(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tok visa", "tok\n", "t\u00f6k", "\u0664\u0662\u0664\u0662"})
    void P2_aTokenIsVisibleAscii(String token) {
        assertThatThrownBy(() -> PaymentToken.of(token)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tok_visa",
                "pm_1NVChw2eZvKYlo2CHxiM5E2E",
                "4242424242424241",
                "424242424242",
                "42424242424242424200",
                "4242424242-4242424200",
                "2f1acc6c-f4c3-4b6c-9f2e-52e6e7a4e0ff"
            })
    void P2_aTokenThatLooksLikeNoneIsTaken(String token) {
        assertThat(PaymentToken.of(token).reveal()).isEqualTo(token);
    }

    @Test
    void P2_aTokenHasAtMost255Characters() {
        assertThat(PaymentToken.of("t".repeat(255)).reveal()).hasSize(255);
        assertThatThrownBy(() -> PaymentToken.of("t".repeat(256))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void P2_whatHoldsATokenDoesNotSayIt() {
        PaymentToken token = PaymentToken.of("tok_secret");
        PaymentRequest request = new PaymentRequest(Examples.ACCOUNT, "key", token, Examples.cents(1));
        Recharge recharge = Recharge.recorded(Attempt.of(
                Examples.change(Examples.NOON),
                new com.phoneunite.account.IdempotencyKey("key"),
                RechargeKind.MANUAL,
                Examples.cents(1),
                token));

        assertThat(token + " " + request + " " + recharge + " " + recharge.outcome())
                .doesNotContain("tok_secret");
    }
}
