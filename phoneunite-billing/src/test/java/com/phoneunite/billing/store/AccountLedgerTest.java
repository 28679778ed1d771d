package com.phoneunite.billing.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.organization.OrganizationId;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
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

    /** What is kept beside the entries follows them, however often they are taken back in between. */
    @Test
    void X1_whatIsTakenBackLeavesNothingInSumsSearchesAndLists() {
        Random random = new Random(11);
        List<Optional<OrganizationId>> owners = Stream.concat(
                        Stream.of(Optional.<OrganizationId>empty()),
                        IntStream.range(0, 3).mapToObj(i -> Optional.of(new OrganizationId(new UUID(3, i)))))
                .toList();
        List<LedgerEntry> kept = new ArrayList<>();
        List<LedgerHead> heads = new ArrayList<>();
        for (int step = 0; step < 2_000; step++) {
            if (random.nextInt(5) == 0 && !kept.isEmpty()) {
                int left = kept.size() - 1 - random.nextInt(Math.min(3, kept.size()));
                ledger.backTo(heads.get(left));
                kept.subList(left, kept.size()).clear();
                heads.subList(left, heads.size()).clear();
            } else {
                heads.add(ledger.head());
                LedgerEntry entry = random(random, owners, kept.size() + 1);
                ledger.append(entry);
                kept.add(entry);
            }
            assertThat(ledger.head().entries()).isEqualTo(kept.size());
            Optional<OrganizationId> owner = owners.get(random.nextInt(owners.size()));
            long after = random.nextInt(kept.size() + 1);
            long until = random.nextInt(kept.size() + 1);
            assertThat(ledger.sumMinor(owner, after, until))
                    .isEqualTo(kept.stream()
                            .filter(one -> one.organization().equals(owner))
                            .filter(one -> one.sequence() > after && one.sequence() <= until)
                            .mapToLong(LedgerEntry::signedMinor)
                            .sum());
            assertThat(ledger.listOf(owner, after, 3))
                    .isEqualTo(kept.stream()
                            .filter(one -> one.organization().equals(owner) && one.sequence() > after)
                            .limit(3)
                            .toList());
            Instant moment = NOW.plusSeconds(random.nextInt(kept.size() + 2));
            assertThat(ledger.headBefore(moment))
                    .isEqualTo(kept.stream()
                            .filter(one -> one.recordedAt().isBefore(moment))
                            .reduce((one, next) -> next)
                            .map(LedgerHead::upTo));
        }
        assertThat(kept).hasSizeGreaterThan(100);
    }

    private LedgerEntry random(Random random, List<Optional<OrganizationId>> owners, int sequence) {
        EntryKind kind =
                ledger.head().balanceMinor() > 100 && random.nextBoolean() ? EntryKind.USAGE : EntryKind.RECHARGE;
        long signed = kind.sign() * (1L + random.nextInt(50));
        return new LedgerEntry(
                ACCOUNT,
                sequence,
                sequence,
                kind,
                CurrencyUnit.USD,
                signed,
                ledger.head().balanceMinor() + signed,
                owners.get(random.nextInt(owners.size())),
                random.nextBoolean() ? Actor.system() : Actor.operator("meter"),
                NOW,
                NOW.plusSeconds(sequence),
                "r" + sequence);
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
        List<LedgerHead> heads = new ArrayList<>();
        references.forEach(one -> {
            heads.add(ledger.head());
            recharge(one, NOW);
        });
        for (int i = 0; i < references.size(); i++) {
            assertThat(ledger.find(EntryKind.RECHARGE, references.get(i))
                            .orElseThrow()
                            .sequence())
                    .isEqualTo(i + 1);
        }
        assertThat(ledger.find(EntryKind.USAGE, references.get(0))).isEmpty();
        for (int i = references.size() - 1; i >= 0; i--) {
            ledger.backTo(heads.get(i));
            assertThat(ledger.find(EntryKind.RECHARGE, references.get(i))).isEmpty();
            assertThat(ledger.head().entries()).isEqualTo(i);
        }
    }

    /** {@link HashMap} makes a tree of keys that collide where their class says itself that it is comparable: else each look goes along all. */
    @Test
    void B3_whatIsLookedUpByAReferenceIsComparableWithItself() {
        assertThat(LedgerRow.class.getGenericInterfaces())
                .singleElement(InstanceOfAssertFactories.type(ParameterizedType.class))
                .satisfies(comparable -> assertThat(comparable.getRawType()).isEqualTo(Comparable.class))
                .satisfies(comparable ->
                        assertThat(comparable.getActualTypeArguments()).containsExactly(LedgerRow.class));
    }

    @Test
    void B12_whereItStoodAtAMomentIsToldToTheNanosecondAndAtBothEndsOfTime() {
        recharge("one", NOW);
        recharge("two", NOW.plusSeconds(1));
        assertThat(ledger.headBefore(NOW)).isEmpty();
        assertThat(ledger.headBefore(NOW.plusNanos(1))).map(LedgerHead::entries).contains(1L);
        assertThat(ledger.headBefore(NOW.plusSeconds(1)))
                .map(LedgerHead::entries)
                .contains(1L);
        assertThat(ledger.headBefore(NOW.plusSeconds(1).plusNanos(999)))
                .map(LedgerHead::entries)
                .contains(2L);
        assertThat(ledger.headBefore(Instant.MAX)).map(LedgerHead::entries).contains(2L);
        assertThat(ledger.headBefore(Instant.MIN)).isEmpty();
    }
}
