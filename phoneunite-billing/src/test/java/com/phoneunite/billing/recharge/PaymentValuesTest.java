package com.phoneunite.billing.recharge;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.Actor;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.input.InputRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The values of payments at their very limits. */
class PaymentValuesTest {

    private static <T> List<String> faults(InputRule<T> rule, T value) {
        List<String> codes = new ArrayList<>();
        rule.check(value, (code, message) -> codes.add(code));
        return codes;
    }

    @Test
    void X5_evidenceHas1To2000Characters() {
        Resolution.EvidenceRule rule = new Resolution.EvidenceRule();
        assertThat(faults(rule, "e".repeat(2_000))).isEmpty();
        assertThat(faults(rule, "e".repeat(2_001))).containsExactly("TOO_LONG");
        assertThat(faults(rule, " ")).containsExactly("BLANK");
        assertRejected(() -> new Resolution(Actor.system(), NOON, "e".repeat(2_001), Optional.empty()));
    }

    @Test
    void P2_evidenceHoldsNoCardNumberHoweverLongItIs() {
        String card = "4111 1111 1111 1111";
        String longest = "e".repeat(2_000 - card.length() - 1) + " " + card;
        assertThat(faults(new Resolution.EvidenceRule(), longest)).containsExactly("LOOKS_LIKE_A_CARD_NUMBER");
        assertThat(faults(new Resolution.EvidenceRule(), "e" + longest)).containsExactly("TOO_LONG");
    }

    @Test
    void P2_aLongestTokenIsSearchedForCardNumbersToo() {
        String card = "4111111111111111";
        String longest = "t".repeat(254 - card.length()) + "_" + card;
        assertThat(faults(new PaymentToken.Rule(), longest)).containsExactly("LOOKS_LIKE_A_CARD_NUMBER");
        assertThat(faults(new PaymentToken.Rule(), "t" + longest)).containsExactly("NOT_A_TOKEN");
    }

    @Test
    void P2_theCheckDigitWeighsEachDigit() {
        assertThat(faults(new PaymentToken.Rule(), "4111111111111111")).contains("LOOKS_LIKE_A_CARD_NUMBER");
        assertThat(faults(new PaymentToken.Rule(), "5500005555555559")).contains("LOOKS_LIKE_A_CARD_NUMBER");
        assertThat(faults(new PaymentToken.Rule(), "6011000990139424")).contains("LOOKS_LIKE_A_CARD_NUMBER");
        assertThat(faults(new PaymentToken.Rule(), "6011000990139425")).isEmpty();
        assertThat(faults(new PaymentToken.Rule(), "5500005555555551")).isEmpty();
    }

    @Test
    void P2_tokensAreEqualByWhatTheyHide() {
        assertThat(PaymentToken.of("tok_1"))
                .isEqualTo(PaymentToken.of("tok_1"))
                .hasSameHashCodeAs(PaymentToken.of("tok_1"))
                .isNotEqualTo(PaymentToken.of("tok_2"))
                .isNotEqualTo("tok_1");
        assertThat(List.of(
                        PaymentToken.of("tok_1").hashCode(),
                        PaymentToken.of("tok_2").hashCode()))
                .doesNotHaveDuplicates();
    }

    @Test
    void X5_aNotificationHasAMillionCharactersAndAHundredHeadersAtMost() {
        PaymentNotification.Rule rule = new PaymentNotification.Rule();
        assertThat(faults(rule, new PaymentNotification("b".repeat(1_000_000), headers(100))))
                .isEmpty();
        assertThat(faults(rule, new PaymentNotification("b".repeat(1_000_001), headers(101))))
                .containsExactly("TOO_LONG", "TOO_MANY");
    }

    @Test
    void P8_aMessageThatNobodyHasVerifiedIsHidden() {
        assertThat(new PaymentNotification("tok_secret", Map.of("signature", "s3cr3t")))
                .hasToString("PaymentNotification[10 characters]");
    }

    @Test
    void P11_aReversalIsOfMoreThanNothingAndOfWhatAPostingCanCarry() {
        ReportedReversal.Rule rule = new ReportedReversal.Rule();
        assertThat(faults(rule, ReportedReversal.dispute("dp_1", cents(1)))).isEmpty();
        assertThat(faults(rule, ReportedReversal.dispute("dp_1", cents(Posting.MAX_MINOR))))
                .isEmpty();
        assertThat(faults(rule, ReportedReversal.dispute("dp_1", cents(Posting.MAX_MINOR + 1))))
                .containsExactly("TOO_LARGE");
        assertThat(faults(rule, ReportedReversal.dispute("dp_1", cents(0)))).containsExactly("NOT_POSITIVE");
        assertThat(faults(rule, ReportedReversal.dispute("with spaces", cents(1))))
                .isNotEmpty();
    }

    @Test
    void P4_autoRechargeGoesUpToATargetOrInSteps() {
        Optional<Money> ten = Optional.of(cents(1_000));
        assertRejected(() -> new AutoRecharge(cents(1), Optional.empty(), Optional.empty(), cents(5_000)));
        assertRejected(() -> new AutoRecharge(cents(1), ten, ten, cents(5_000)));
        assertThat(new AutoRecharge(cents(1), ten, Optional.empty(), cents(5_000)).target())
                .isEqualTo(ten);
    }

    @Test
    void P10_attemptsAndDeclinesCountFromNothing() {
        assertThat(standing(Optional.empty(), 0, 0)).isEqualTo(AutoRechargeStanding.off(ACCOUNT));
        assertRejected(() -> standing(Optional.empty(), -1, 0));
        assertRejected(() -> standing(Optional.empty(), 0, -1));
    }

    @Test
    void P4_whatIsRestoredIsASettingThatCouldBeMade() {
        AutoRecharge capless = new AutoRecharge(cents(1), Optional.of(cents(1_000)), Optional.empty(), cents(0));
        assertThat(faults(new AutoRecharge.Rule(), capless)).isNotEmpty();
        assertRejected(() -> standing(Optional.of(capless), 0, 0));
    }

    @Test
    void P4_aGatewayTakesMultiplesOfAtLeastOneMinorUnit() {
        assertThat(new GatewayCapabilities.Amounts(1, 1).raised(1)).isEqualTo(1);
        assertThat(new GatewayCapabilities.Amounts(10, 4).raised(9)).isEqualTo(12);
        assertRejected(() -> new GatewayCapabilities.Amounts(0, 1));
        assertRejected(() -> new GatewayCapabilities.Amounts(1, 0));
        assertRejected(() -> GatewayCapabilities.NONE.remembersKeysFor(Duration.ofNanos(-1)));
    }

    @Test
    void P7_aGatewayThatOverridesNothingAnswersThatItDoesNotKnow() {
        PaymentGateway plain = new PaymentGateway() {
            @Override
            public CardOutcome describe(PaymentToken token) {
                return new CardOutcome.Rejected();
            }

            @Override
            public PaymentOutcome charge(PaymentRequest request) {
                return new PaymentOutcome.Pending();
            }

            @Override
            public GatewayCapabilities capabilities() {
                return GatewayCapabilities.NONE;
            }
        };
        PaymentRequest request = Recharge.recorded(Attempt.of(
                        change(NOON),
                        new IdempotencyKey("first"),
                        RechargeKind.MANUAL,
                        cents(500),
                        PaymentToken.of("tok_visa")))
                .request();
        RefundRequest refund = new RefundRequest(request, "refund", cents(1));
        assertThat(plain.find(request).orElseThrow()).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(plain.cancel(request)).isInstanceOf(CancelOutcome.Unknown.class);
        assertThat(plain.refund(refund)).isInstanceOf(RefundOutcome.NotAttempted.class);
        assertThat(plain.findRefund(refund).orElseThrow()).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(plain.reversals(request)).isEmpty();
    }

    @Test
    void X5_cursorsAreReadAsTheyWereWritten() {
        RechargeCursor cursor = new RechargeCursor(NOON, new IdempotencyKey("a/b"));
        assertThat(RechargeCursor.parse(cursor.toString())).isEqualTo(cursor);
        RechargeCursor late = new RechargeCursor(Instant.parse("9999-12-31T23:59:59.999999Z"), cursor.key());
        assertThat(RechargeCursor.parse(late.toString())).isEqualTo(late);
        RechargeCursor first = new RechargeCursor(Instant.EPOCH, cursor.key());
        assertThat(RechargeCursor.parse(first.toString())).isEqualTo(first);
        assertRejected(() -> RechargeCursor.parse("no-slash"));
        assertRejected(() -> RechargeCursor.parse("/key"));
        InReview place = new InReview(ACCOUNT, "a/b");
        assertThat(InReview.parse(place.cursor())).isEqualTo(place);
        assertRejected(() -> InReview.parse("no-slash"));
    }

    private static AutoRechargeStanding standing(Optional<AutoRecharge> setting, int attempts, int declines) {
        return new AutoRechargeStanding(
                ACCOUNT, setting, attempts, declines, Optional.empty(), Optional.empty(), false);
    }

    private static Map<String, String> headers(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "header-" + i, i -> "value"));
    }

    private static void assertRejected(Runnable making) {
        assertThatIllegalArgumentException().isThrownBy(making::run);
    }
}
