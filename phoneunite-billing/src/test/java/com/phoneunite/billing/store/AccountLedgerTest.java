package com.phoneunite.billing.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class AccountLedgerTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));
    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00.000001Z");

    private final AccountLedger ledger = new AccountLedger(LedgerHead.open(ACCOUNT, CurrencyUnit.USD, NOW));

    private void recharge(String reference, Instant at) {
        long sequence = ledger.head().entries() + 1;
        ledger.append(new LedgerEntry(
                ACCOUNT,
                sequence,
                sequence,
                EntryKind.RECHARGE,
                CurrencyUnit.USD,
                1,
                sequence,
                Optional.empty(),
                Actor.system(),
                at,
                at,
                reference));
    }

    /** References that have one hash: both halves of each pair of letters weigh the same. */
    private static List<String> colliding() {
        List<String> references = new ArrayList<>(List.of(""));
        for (int pair = 0; pair < 12; pair++) {
            references = references.stream()
                    .flatMap(begun -> List.of(begun + "Aa", begun + "BB").stream())
                    .toList();
        }
        return references;
    }

    @Test
    void B3_referencesThatCollideAreToldApartAndTakenBackOneByOne() {
        List<String> references = colliding();
        assertThat(references.stream().mapToInt(one -> Arrays.hashCode(one.getBytes(StandardCharsets.US_ASCII))))
                .hasSize(4_096)
                .containsOnly(Arrays.hashCode(references.get(0).getBytes(StandardCharsets.US_ASCII)));
        references.forEach(one -> recharge(one, NOW));
        for (int i = 0; i < references.size(); i++) {
            assertThat(ledger.find(EntryKind.RECHARGE, references.get(i))
                            .orElseThrow()
                            .sequence())
                    .isEqualTo(i + 1);
        }
        assertThat(ledger.find(EntryKind.USAGE, references.get(0))).isEmpty();
        for (int i = references.size() - 1; i >= 0; i--) {
            ledger.takeBack();
            assertThat(ledger.find(EntryKind.RECHARGE, references.get(i))).isEmpty();
            assertThat(ledger.head().entries()).isEqualTo(i);
        }
    }

    @Test
    void B12_theLastBeforeAMomentIsToldToTheNanosecondAndAtBothEndsOfTime() {
        recharge("one", NOW);
        recharge("two", NOW.plusSeconds(1));
        assertThat(ledger.lastBefore(NOW)).isEmpty();
        assertThat(ledger.lastBefore(NOW.plusNanos(1)))
                .map(LedgerEntry::reference)
                .contains("one");
        assertThat(ledger.lastBefore(NOW.plusSeconds(1)))
                .map(LedgerEntry::reference)
                .contains("one");
        assertThat(ledger.lastBefore(NOW.plusSeconds(1).plusNanos(999)))
                .map(LedgerEntry::reference)
                .contains("two");
        assertThat(ledger.lastBefore(Instant.MAX)).map(LedgerEntry::reference).contains("two");
        assertThat(ledger.lastBefore(Instant.MIN)).isEmpty();
    }
}
