package com.phoneunite.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What hosts store of an account, as they store it, and what none of its values can be made of. */
class AccountValuesTest {

    @Test
    void X3_theTypesOfEventsAreNeverRenamed() {
        UserId user = new UserId(new UUID(1, 2));
        assertThat(Stream.<AccountEvent>of(
                        new AccountEvent.Opened(user, new CountryCode("US"), ZoneId.of("UTC"), CurrencyUnit.USD),
                        new AccountEvent.HandedOver(user, user),
                        new AccountEvent.PaymentMethodPut("Visa", "4242", YearMonth.of(2030, 1)),
                        new AccountEvent.PaymentMethodRemoved(),
                        new AccountEvent.Closed()))
                .extracting(AccountEvent::type)
                .containsExactly(
                        "account.opened",
                        "account.handed_over",
                        "account.payment_method_put",
                        "account.payment_method_removed",
                        "account.closed");
    }

    @Test
    void A1_idsAndKeysAreReadAsTheyAreWritten() {
        UUID id = UUID.fromString("0199d3f6-7c00-7abc-8def-0123456789ab");
        assertThat(AccountId.parse(id.toString()).value()).isEqualTo(id);
        assertThat(UserId.parse(id.toString()).value()).isEqualTo(id);
        assertThat(new IdempotencyKey("first")).hasToString("first");
        assertThat(new CountryCode("US")).hasToString("US");
    }

    @Test
    void A3_noValueIsMadeOfWhatItsRuleRefuses() {
        for (Runnable making : List.<Runnable>of(
                () -> new IdempotencyKey("a b"),
                () -> new CountryCode("ZZ"),
                () -> TimeZones.of("+02:00"),
                () -> Actor.operator(" "))) {
            assertThatIllegalArgumentException().isThrownBy(making::run);
        }
        assertThat(Actor.operator("Ann")).isEqualTo(new Actor.Operator("Ann"));
    }

    @Test
    void A3_whatIsNoCurrencyOfMoneyIsToldWhatOneIs() {
        for (String code : List.of("XXX", "XAU", "ZZZ", "usd", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Currencies.of(code))
                    .withMessageContaining("ISO 4217");
        }
    }
}
