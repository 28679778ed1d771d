package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.page.CsvStatement;
import com.phoneunite.billing.page.LedgerDifference;
import com.phoneunite.billing.page.LedgerDifference.Kind;
import com.phoneunite.billing.page.LedgerProof;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.PhoneUniteFault;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Rules B2, B3 and B5 recomputed: whatever somebody has done to a ledger by hand is found. */
class LedgerProofTest {

    private final Story story = Story.withBalance("100.00");
    private final OrganizationId services =
            story.you.addOrganization("Services", "small").id();

    LedgerProofTest() {
        story.clock.advance(Duration.ofDays(40));
        story.use(services, "call-1", "0.50");
        story.billing.run();
        story.use(story.first(), "call-2", "0.25");
        story.recharge("second", "10.00");
    }

    private LedgerProof proofOf(Consumer<SpoiledStore> corruption) {
        SpoiledStore spoiled = new SpoiledStore(story.store, story.id());
        corruption.accept(spoiled);
        return story.billingOn(spoiled.store()).actingAs("auditor").verify(story.id());
    }

    /** Where each entry of the story stands in the list. */
    private int indexOf(EntryKind kind, String reference) {
        List<LedgerEntry> entries = story.entries();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).kind() == kind && entries.get(i).reference().equals(reference)) {
                return i;
            }
        }
        throw new IllegalArgumentException(kind + " " + reference);
    }

    private Map<String, Corruption> corruptions() {
        int usage = indexOf(EntryKind.USAGE, "call-1");
        int period = indexOf(EntryKind.PERIOD, services + "/0/1");
        int last = story.entries().size() - 1;
        Map<String, Corruption> all = new LinkedHashMap<>();
        all.put("an entry is gone", new Corruption(spoiled -> spoiled.entries.remove(usage), Kind.SEQUENCE));
        all.put("the last entry is gone", new Corruption(spoiled -> spoiled.entries.remove(last), Kind.HEAD));
        all.put(
                "an entry is there twice",
                new Corruption(spoiled -> spoiled.entries.add(usage, spoiled.entries.get(usage)), Kind.SEQUENCE));
        all.put(
                "two entries have changed places",
                new Corruption(
                        spoiled -> spoiled.entries.add(usage, spoiled.entries.remove(usage + 1)), Kind.SEQUENCE));
        all.put(
                "an amount is another one",
                new Corruption(ForgedEntry.at(usage, one -> one.signedMinor--), Kind.BALANCE));
        all.put(
                "a balance is another one",
                new Corruption(ForgedEntry.at(usage, one -> one.balanceAfterMinor++), Kind.BALANCE));
        all.put(
                "an entry was recorded before the one before it",
                new Corruption(ForgedEntry.at(usage, one -> one.recordedAt = Instant.EPOCH), Kind.RECORDED_TIME));
        all.put(
                "an entry stands before the one before it among the events",
                new Corruption(ForgedEntry.at(usage, one -> one.position = 1), Kind.POSITION));
        all.put(
                "an entry stands where the one before it stands among the events",
                new Corruption(
                        ForgedEntry.at(
                                usage,
                                one -> one.position =
                                        story.entries().get(usage - 1).position()),
                        Kind.POSITION));
        all.put(
                "an entry has the reference of another one",
                new Corruption(ForgedEntry.at(usage, one -> one.reference = "call-2"), Kind.REFERENCE));
        all.put(
                "an entry is not found under its reference",
                new Corruption(spoiled -> spoiled.index.remove(usage), Kind.REFERENCE));
        all.put(
                "another entry is found under a reference",
                new Corruption(
                        spoiled -> spoiled.index.set(
                                usage,
                                ForgedEntry.forging(one -> one.signedMinor--).apply(spoiled.index.get(usage))),
                        Kind.REFERENCE));
        all.put(
                "an entry is in another currency",
                new Corruption(ForgedEntry.at(usage, one -> one.currency = CurrencyUnit.EUR), Kind.FOREIGN));
        all.put(
                "an entry is of another account",
                new Corruption(
                        ForgedEntry.at(usage, one -> one.account = new AccountId(new UUID(1, 1))), Kind.FOREIGN));
        all.put(
                "usage is for an organization that never was",
                new Corruption(
                        ForgedEntry.at(
                                usage, one -> one.organization = Optional.of(new OrganizationId(new UUID(1, 1)))),
                        Kind.ORGANIZATION));
        all.put(
                "usage is for no organization",
                new Corruption(ForgedEntry.at(usage, one -> one.organization = Optional.empty()), Kind.ORGANIZATION));
        all.put("the head has another balance", new Corruption(spoiled -> spoiled.head = head(1, 0, 0), Kind.HEAD));
        all.put("the head has fewer entries", new Corruption(spoiled -> spoiled.head = head(0, -1, 0), Kind.HEAD));
        all.put("the head has more entries", new Corruption(spoiled -> spoiled.head = head(0, 1, 0), Kind.HEAD));
        all.put("the head has another time", new Corruption(spoiled -> spoiled.head = head(0, 0, 1), Kind.HEAD));
        all.put("a sum is off", new Corruption(spoiled -> spoiled.sumIsOffBy = 1, Kind.SUM));
        all.put(
                "a period was charged too much, and everything after it was made to agree",
                new Corruption(
                        spoiled -> {
                            ForgedEntry.at(period, one -> one.signedMinor--).accept(spoiled);
                            for (int i = period; i <= last; i++) {
                                ForgedEntry.at(i, one -> one.balanceAfterMinor--)
                                        .accept(spoiled);
                            }
                            spoiled.head = head(-1, 0, 0);
                        },
                        Kind.PERIOD));
        all.put(
                "a period was charged at another moment",
                new Corruption(
                        ForgedEntry.at(period, one -> one.happenedAt = one.happenedAt.plusSeconds(1)), Kind.PERIOD));
        all.put(
                "a period is of another organization",
                new Corruption(
                        ForgedEntry.at(period, one -> one.organization = Optional.of(story.first())), Kind.PERIOD));
        all.put(
                "a period is for no organization",
                new Corruption(ForgedEntry.at(period, one -> one.organization = Optional.empty()), Kind.ORGANIZATION));
        all.put(
                "a period has a reference that is none of a period",
                new Corruption(ForgedEntry.at(period, one -> one.reference = "x"), Kind.PERIOD));
        all.put(
                "a period was charged a second time under another way to write it",
                new Corruption(
                        ForgedEntry.at(usage, one -> one.reference = "x").andThen(spoiled -> {
                            LedgerEntry charge = spoiled.entries.get(period);
                            LedgerEntry second = new LedgerEntry(
                                    charge.account(),
                                    last + 2L,
                                    spoiled.entries.get(last).position() + 1,
                                    EntryKind.PERIOD,
                                    charge.currency(),
                                    charge.signedMinor(),
                                    spoiled.entries.get(last).balanceAfterMinor() + charge.signedMinor(),
                                    charge.organization(),
                                    charge.actor(),
                                    charge.happenedAt(),
                                    spoiled.entries.get(last).recordedAt(),
                                    services + "/0/01");
                            spoiled.entries.add(second);
                            spoiled.index.add(second);
                            spoiled.head = spoiled.head.after(second);
                        }),
                        Kind.PERIOD));
        all.put(
                "a period counts as paid and was not charged",
                new Corruption(
                        spoiled -> {
                            spoiled.entries.remove(period);
                            spoiled.index.remove(period);
                        },
                        Kind.SUBSCRIPTION));
        all.put(
                "a period was charged and does not count as paid",
                new Corruption(ForgedEntry.at(period, one -> one.reference = services + "/0/2"), Kind.SUBSCRIPTION));
        return all;
    }

    private LedgerHead head(long balance, int entries, int seconds) {
        LedgerHead right = story.snapshot().head().orElseThrow();
        return new LedgerHead(
                right.account(),
                right.currency(),
                right.entries() + entries,
                right.balanceMinor() + balance,
                right.recordedAt().plusSeconds(seconds));
    }

    private record Corruption(Consumer<SpoiledStore> hand, Kind found) {}

    @Test
    void B3_everyCorruptionByHandIsFound() {
        assertThat(proofOf(spoiled -> {}).differences()).isEmpty();
        corruptions().forEach((what, corruption) -> {
            LedgerProof proof = proofOf(corruption.hand());
            assertThat(proof.isRight()).as(what).isFalse();
            assertThat(proof.found()).as(what).isEqualTo(proof.differences().size());
            assertThat(proof.differences())
                    .as(what)
                    .extracting(LedgerDifference::kind)
                    .contains(corruption.found());
            assertThat(proof.differences())
                    .as(what)
                    .allMatch(one -> one.account().equals(story.id()));
        });
    }

    @Test
    void B5_whatCountsAsPaidIsComparedWithWhatWasCharged() {
        story.forgetThatItIsPaid(services);

        assertThat(story.billing.actingAs("auditor").verify(story.id()).differences())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.SUBSCRIPTION);
                    assertThat(one.organization()).contains(services);
                    assertThat(one.found()).contains(services + "/0/0");
                });
    }

    @Test
    void B3_anEntryIsNamedByItsSequence() {
        int usage = indexOf(EntryKind.USAGE, "call-1");
        assertThat(proofOf(ForgedEntry.at(usage, one -> one.balanceAfterMinor++))
                        .differences())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.sequence()).isEqualTo(usage + 1L);
                    assertThat(one.organization()).contains(services);
                    assertThat(one.found()).isEqualTo("9251 instead of 9250");
                });
    }

    @Test
    void B3_whatIsFoundUnderAReferenceIsNamed() {
        int usage = indexOf(EntryKind.USAGE, "call-1");
        assertThat(proofOf(spoiled -> spoiled.index.set(
                                usage,
                                ForgedEntry.forging(one -> one.sequence = 77).apply(spoiled.index.get(usage))))
                        .differences())
                .extracting(LedgerDifference::found)
                .containsExactly("USAGE call-1 is entry 77");
        assertThat(proofOf(spoiled -> spoiled.index.remove(usage)).differences())
                .extracting(LedgerDifference::found)
                .containsExactly("USAGE call-1 is no entry");
    }

    @Test
    void X5_noMoreThanAThousandDifferencesAreTold() {
        for (int i = 0; i < 1_100; i++) {
            story.use(services, "many-" + i, "0.01");
        }
        LedgerProof proof = proofOf(spoiled -> spoiled.index.clear());
        assertThat(proof.differences()).hasSize(LedgerProof.MAX_DIFFERENCES);
        assertThat(proof.found()).isGreaterThan(1_100);
        assertThat(proofOf(spoiled -> {}).entries()).isEqualTo(story.entries().size());
    }

    @Test
    void B3_allAccountsAreProvedInPages() {
        List<AccountId> all = new ArrayList<>(List.of(story.id()));
        for (int i = 0; i < 4; i++) {
            Account one = story.phoneUnite.openAccount(Story.opening());
            all.add(one.id());
        }
        List<AccountId> proved = new ArrayList<>();
        PageRequest request = PageRequest.first(2);
        Page<LedgerProof> page = story.billing.actingAs("auditor").verifyAll(request);
        while (true) {
            assertThat(page.items()).allMatch(LedgerProof::isRight);
            page.items().forEach(one -> proved.add(one.account()));
            if (page.next().isEmpty()) {
                break;
            }
            page = story.billing
                    .actingAs("auditor")
                    .verifyAll(request.after(page.next().get()));
        }
        assertThat(proved).containsExactlyElementsOf(all.stream().sorted().toList());
        story.refused("INVALID_INPUT", () -> story.billing.actingAs("auditor").verifyAll(request.after("x")));
        story.refused(
                "ACCOUNT_NOT_FOUND", () -> story.billing.actingAs("auditor").verify(new AccountId(new UUID(1, 1))));
    }

    @Test
    void B12_aStatementThatDoesNotAddUpIsNeverEnded() {
        SpoiledStore spoiled = new SpoiledStore(story.store, story.id());
        spoiled.sumIsOffBy = 1;
        assertThatThrownBy(() -> story.billingOn(spoiled.store())
                        .of(story.you)
                        .statements()
                        .export(YearMonth.of(2026, 1), CsvStatement.to(OutputStream.nullOutputStream())))
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessageContaining("does not add up");

        SpoiledStore gap = new SpoiledStore(story.store, story.id());
        gap.entries.remove(0);
        assertThatThrownBy(() -> story.billingOn(gap.store())
                        .of(story.you)
                        .statements()
                        .export(YearMonth.of(2026, 1), CsvStatement.to(OutputStream.nullOutputStream())))
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessageContaining("does not add up");
    }

    @Test
    void B3_moreEntriesThanOnePageHoldsAreAllRecounted() {
        for (int i = 0; i < 2 * PageRequest.MAX_LIMIT; i++) {
            story.use(services, "many-" + i, "0.01");
        }
        LedgerProof proof = story.billing.actingAs("auditor").verify(story.id());

        assertThat(proof.differences()).isEmpty();
        assertThat(proof.entries()).isEqualTo(story.entries().size());
    }
}
