package com.phoneunite.billing.ledger;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.USD;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.change;
import static com.phoneunite.billing.Examples.organizationId;
import static com.phoneunite.billing.Examples.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Actor;
import com.phoneunite.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceLedgerTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "1, 0, true",
        "0, 1, false",
        "1, 1, false",
        "2, 1, true",
        "100, 100, false",
        "101, 100, true"
    })
    void B2_aDeductionIsCoveredIfTheBalanceStaysAboveZero(long balance, long amount, boolean covered) {
        assertThat(BalanceLedger.covers(balance, amount)).isEqualTo(covered);
    }

    @Test
    void B2_aDeductionOfTheWholeBalanceIsRefusedAndOneMinorUnitIsShort() {
        PostingOutcome outcome =
                decide(headOf(100), posting(EntryKind.USAGE, 100, "call"), BalanceLedgerTest::noPosition);

        assertThat(outcome)
                .isEqualTo(new PostingOutcome.Refused(new LedgerRefusal.BalanceTooLow(cents(100), cents(1))));
    }

    @Test
    void B2_theShortfallIsTheAmountAndOneMinorUnitLessTheBalance() {
        assertThat(BalanceLedger.tooLow(headOf(30), 100).shortfall()).isEqualTo(cents(71));
        assertThat(BalanceLedger.tooLow(LedgerHead.open(ACCOUNT, USD, NOON), 100)
                        .facts())
                .containsEntry("shortfall", cents(101))
                .containsEntry("balance", cents(0));
    }

    @Test
    void B2_theShortfallAddedMakesTheDeductionPossible() {
        LedgerRefusal.BalanceTooLow tooLow = BalanceLedger.tooLow(headOf(30), 100);

        assertThat(BalanceLedger.covers(30 + tooLow.shortfall().getAmountMinorLong(), 100))
                .isTrue();
        assertThat(BalanceLedger.covers(29 + tooLow.shortfall().getAmountMinorLong(), 100))
                .isFalse();
    }

    @Test
    void B2_zeroIsAlwaysCoveredAndPostsNothing() {
        PostingOutcome outcome = decide(
                LedgerHead.open(ACCOUNT, USD, NOON),
                posting(EntryKind.PERIOD, 0, "free"),
                BalanceLedgerTest::noPosition);

        assertThat(outcome).isEqualTo(new PostingOutcome.NothingToPost());
    }

    @Test
    void B3_theSameReferenceAgainAnswersWithTheFirstEntry() {
        Posting first = posting(EntryKind.USAGE, 40, "call");
        LedgerEntry entry = posted(headOf(100), first);
        Posting later = new Posting(
                new com.phoneunite.account.Change(ACCOUNT, Actor.operator("other"), NOON.plusSeconds(9)),
                EntryKind.USAGE,
                Optional.empty(),
                cents(40),
                "call",
                NOON.plusSeconds(8));

        assertThat(BalanceLedger.decide(headOf(1), Optional.of(entry), later, BalanceLedgerTest::noPosition))
                .isEqualTo(new PostingOutcome.AlreadyPosted(entry));
    }

    @Test
    void B3_theSameReferenceForAnotherAmountOrOrganizationIsRefused() {
        LedgerEntry entry = posted(headOf(100), posting(EntryKind.USAGE, 40, "call"));
        Posting otherAmount = posting(EntryKind.USAGE, 41, "call");
        Posting nothing = posting(EntryKind.USAGE, 0, "call");
        Posting otherOrganization =
                new Posting(change(NOON), EntryKind.USAGE, Optional.of(organizationId(1)), cents(40), "call", NOON);

        for (Posting other : new Posting[] {otherAmount, nothing, otherOrganization}) {
            assertThat(BalanceLedger.decide(headOf(100), Optional.of(entry), other, BalanceLedgerTest::noPosition))
                    .isEqualTo(new PostingOutcome.Refused(new LedgerRefusal.ReferenceReused("call")));
        }
    }

    @Test
    void B3_recordedTimesNeverDecreaseWhenTheClockGoesBackwards() {
        LedgerHead head = headOf(100);
        Posting earlier = new Posting(
                change(NOON.minus(Duration.ofDays(400))),
                EntryKind.USAGE,
                Optional.empty(),
                cents(1),
                "call",
                NOON.minusSeconds(77));

        LedgerEntry entry = posted(head, earlier);

        assertThat(entry.recordedAt()).isEqualTo(head.recordedAt());
        assertThat(entry.happenedAt()).isEqualTo(NOON.minusSeconds(77));
    }

    @Test
    void B3_anEntryTellsWhatWasPostedByWhomAndWhatIsLeft() {
        LedgerEntry entry = posted(headOf(100), posting(EntryKind.USAGE, 40, "call"));

        assertThat(entry.sequence()).isEqualTo(2);
        assertThat(entry.position()).isEqualTo(7);
        assertThat(entry.amount()).isEqualTo(cents(-40));
        assertThat(entry.balanceAfter()).isEqualTo(cents(60));
        assertThat(entry.actor()).isEqualTo(Actor.system());
        assertThat(entry.eventId()).isEqualTo(entry.eventId());
    }

    @Test
    void A3_anotherCurrencyIsRefusedBeforeAnythingElse() {
        LedgerEntry entry = posted(headOf(100), posting(EntryKind.USAGE, 40, "call"));
        Posting euros =
                new Posting(change(NOON), EntryKind.USAGE, Optional.empty(), Money.parse("EUR 0.40"), "call", NOON);

        assertThat(BalanceLedger.decide(headOf(100), Optional.of(entry), euros, BalanceLedgerTest::noPosition))
                .isEqualTo(new PostingOutcome.Refused(new LedgerRefusal.CurrencyMismatch(USD, CurrencyUnit.EUR)));
    }

    @Test
    void B2_anOverflowIsAFaultAndTakesNothing() {
        LedgerHead full = new LedgerHead(ACCOUNT, USD, 1, Long.MAX_VALUE, NOON);

        assertThatThrownBy(() -> decide(full, posting(EntryKind.RECHARGE, 1, "r"), () -> new Outbox.Place(1, NOON)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Posting.MAX_MINOR + 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void B2_aPostingHasNoAmountOutsideItsLimits(long minor) {
        assertThatThrownBy(() -> posting(EntryKind.USAGE, minor, "call")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u00e9", "line\n", "\u0000"})
    void B3_aReferenceIsVisibleAscii(String reference) {
        assertThatThrownBy(() -> posting(EntryKind.USAGE, 1, reference)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B3_aReferenceHasAtMost150Characters() {
        assertThat(posting(EntryKind.USAGE, 1, "x".repeat(150)).reference()).hasSize(150);
        assertThatThrownBy(() -> posting(EntryKind.USAGE, 1, "x".repeat(151)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void X2_momentsAreKeptToTheMicrosecond() {
        Instant fine = Instant.parse("2026-01-31T12:00:00.123456789Z");
        Posting posting = new Posting(change(fine), EntryKind.USAGE, Optional.empty(), cents(1), "call", fine);

        assertThat(posting.happenedAt()).isEqualTo("2026-01-31T12:00:00.123456Z");
        assertThat(posting.change().at()).isEqualTo("2026-01-31T12:00:00.123456Z");
    }

    @Test
    void B2_anEntryThatLeavesNothingCannotEvenBeMade() {
        LedgerEntry one = posted(headOf(100), posting(EntryKind.USAGE, 40, "call"));

        assertThatThrownBy(() -> new LedgerEntry(
                        one.account(),
                        one.sequence(),
                        one.position(),
                        one.kind(),
                        one.currency(),
                        -100,
                        0,
                        one.organization(),
                        one.actor(),
                        one.happenedAt(),
                        one.recordedAt(),
                        one.reference()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LedgerHead(ACCOUNT, USD, 3, 0, NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LedgerHead(ACCOUNT, USD, 3, -1, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outbox.Place noPosition() {
        throw new AssertionError("a refused posting takes no position");
    }

    private static LedgerHead headOf(long balance) {
        return new LedgerHead(ACCOUNT, USD, 1, balance, NOON);
    }

    private static PostingOutcome decide(LedgerHead head, Posting posting, Supplier<Outbox.Place> position) {
        return BalanceLedger.decide(head, Optional.empty(), posting, position);
    }

    private static LedgerEntry posted(LedgerHead head, Posting posting) {
        return ((PostingOutcome.Posted) decide(
                        head,
                        posting,
                        () -> new Outbox.Place(7, posting.change().at())))
                .entry();
    }
}
