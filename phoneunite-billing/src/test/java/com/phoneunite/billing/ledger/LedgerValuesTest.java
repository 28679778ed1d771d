package com.phoneunite.billing.ledger;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.USD;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.change;
import static com.phoneunite.billing.Examples.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.Actor;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What an adapter restores is checked like what was decided: no ledger can be read that could not have been written. */
class LedgerValuesTest {

    @Test
    void B3_anEntryCountsFromOneAndHasTheSignOfItsKind() {
        assertThat(entry(1, 1, EntryKind.RECHARGE, 1, 1).balanceAfter()).isEqualTo(cents(1));
        assertRejected("count from 1", () -> entry(0, 1, EntryKind.RECHARGE, 1, 1));
        assertRejected("count from 1", () -> entry(1, 0, EntryKind.RECHARGE, 1, 1));
        assertRejected("another sign", () -> entry(1, 1, EntryKind.RECHARGE, -1, 1));
        assertRejected("another sign", () -> entry(1, 1, EntryKind.USAGE, 1, 1));
        assertRejected("another sign", () -> entry(1, 1, EntryKind.USAGE, 0, 1));
    }

    @Test
    void X3_anEntryIsAnEventOfItsOwnWhoseIdDoesNotChange() {
        LedgerEntry entry = entry(1, 7, EntryKind.RECHARGE, 1, 1);
        assertThat(entry.eventId())
                .isNotNull()
                .isEqualTo(entry(1, 7, EntryKind.RECHARGE, 1, 1).eventId())
                .isNotEqualTo(entry(1, 8, EntryKind.RECHARGE, 1, 1).eventId());
    }

    @Test
    void B2_noEntryLeavesZeroOrLess() {
        assertRejected("above zero", () -> entry(1, 1, EntryKind.USAGE, -1, 0));
        assertRejected("above zero", () -> entry(1, 1, EntryKind.USAGE, -1, -1));
    }

    @Test
    void B3_anEntryAnswersForItsOwnAmountCurrencyAndOrganizationOnly() {
        LedgerEntry entry = entry(1, 1, EntryKind.RECHARGE, 500, 500);
        assertThat(entry.answers(posting(EntryKind.RECHARGE, 500, "reference"))).isTrue();
        assertThat(entry.answers(posting(EntryKind.RECHARGE, 501, "reference"))).isFalse();
        assertThat(entry.answers(new Posting(
                        change(NOON),
                        EntryKind.RECHARGE,
                        Optional.empty(),
                        Money.ofMinor(CurrencyUnit.EUR, 500),
                        "reference",
                        NOON)))
                .isFalse();
    }

    @Test
    void B2_aHeadIsAtZeroExactlyWhileItHasNoEntries() {
        assertThat(new LedgerHead(ACCOUNT, USD, 0, 0, NOON)).isEqualTo(LedgerHead.open(ACCOUNT, USD, NOON));
        assertThat(new LedgerHead(ACCOUNT, USD, 1, 1, NOON).balance()).isEqualTo(cents(1));
        assertRejected("stays above it", () -> new LedgerHead(ACCOUNT, USD, 0, 1, NOON));
        assertRejected("stays above it", () -> new LedgerHead(ACCOUNT, USD, 1, 0, NOON));
        assertRejected("stays above it", () -> new LedgerHead(ACCOUNT, USD, -1, 1, NOON));
        assertRejected("stays above it", () -> new LedgerHead(ACCOUNT, USD, 1, -1, NOON));
    }

    @Test
    void B3_aReferenceIs1To150VisibleAsciiCharacters() {
        for (String reference : List.of("!~", "x".repeat(150))) {
            assertThat(posting(EntryKind.RECHARGE, 1, reference).reference()).isEqualTo(reference);
        }
        for (String reference : List.of("", "x".repeat(151), "a b", "\u007f", "\u00e9")) {
            assertRejected("visible ASCII", () -> posting(EntryKind.RECHARGE, 1, reference));
        }
    }

    private static LedgerEntry entry(long sequence, long position, EntryKind kind, long signed, long balanceAfter) {
        return new LedgerEntry(
                ACCOUNT,
                sequence,
                position,
                kind,
                USD,
                signed,
                balanceAfter,
                Optional.empty(),
                Actor.system(),
                NOON,
                NOON,
                "reference");
    }

    private static void assertRejected(String why, Runnable making) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(why);
    }
}
