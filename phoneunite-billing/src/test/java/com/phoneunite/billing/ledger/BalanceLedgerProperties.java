package com.phoneunite.billing.ledger;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.USD;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.change;
import static com.phoneunite.billing.Examples.organizationId;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules B2 and B3 over random programs of postings, against a model that is a map and a sum. */
class BalanceLedgerProperties {

    private record Attempt(EntryKind kind, long minor, int organization, int reference, int clockMinutes) {
        String key() {
            return kind + "/" + reference;
        }

        Posting posting() {
            return new Posting(
                    change(NOON.plusSeconds(60L * clockMinutes)),
                    kind,
                    organization == 0 ? Optional.empty() : Optional.of(organizationId(organization)),
                    cents(minor),
                    "r" + reference,
                    NOON);
        }
    }

    @Property
    void B3_anyProgramOfPostingsKeepsTheLedgerRight(@ForAll("programs") List<Attempt> program) {
        InMemoryStore core = InMemoryStore.create();
        LedgerRepository ledger = BillingStore.in(core).ledger();
        core.unitOfWork().change(ACCOUNT, () -> {
            ledger.open(ACCOUNT, USD, NOON);
            return true;
        });
        Map<String, Attempt> first = new HashMap<>();
        long balance = 0;
        for (Attempt attempt : program) {
            PostingOutcome outcome = core.unitOfWork().change(ACCOUNT, () -> ledger.post(attempt.posting()));
            Attempt known = first.get(attempt.key());
            if (known != null) {
                boolean same = known.minor() == attempt.minor() && known.organization() == attempt.organization();
                assertThat(outcome)
                        .isInstanceOf(same ? PostingOutcome.AlreadyPosted.class : PostingOutcome.Refused.class);
            } else if (attempt.minor() == 0) {
                assertThat(outcome).isInstanceOf(PostingOutcome.NothingToPost.class);
            } else if (attempt.kind().sign() > 0 || balance - attempt.minor() > 0) {
                assertThat(outcome).isInstanceOf(PostingOutcome.Posted.class);
                balance += attempt.kind().sign() * attempt.minor();
                first.put(attempt.key(), attempt);
            } else {
                assertThat(outcome).isInstanceOf(PostingOutcome.Refused.class);
            }
            verify(core, ledger, balance, first.size());
        }
    }

    private static void verify(InMemoryStore core, LedgerRepository ledger, long balance, int count) {
        List<LedgerEntry> entries = core.unitOfWork().view(ACCOUNT, () -> ledger.list(ACCOUNT, 0, 1_000));
        LedgerHead head =
                core.unitOfWork().view(ACCOUNT, () -> ledger.head(ACCOUNT).orElseThrow());
        assertThat(head.balanceMinor()).isEqualTo(balance);
        assertThat(head.entries()).isEqualTo(count);
        assertThat(entries).hasSize(count);
        long sum = 0;
        LedgerEntry before = null;
        for (LedgerEntry entry : entries) {
            sum += entry.signedMinor();
            assertThat(entry.balanceAfterMinor()).isEqualTo(sum).isPositive();
            assertThat(entry.sequence()).isEqualTo(before == null ? 1 : before.sequence() + 1);
            if (before != null) {
                assertThat(entry.recordedAt()).isAfterOrEqualTo(before.recordedAt());
                assertThat(entry.position()).isGreaterThan(before.position());
            }
            before = entry;
        }
        assertThat(sum).isEqualTo(balance);
    }

    @Provide
    Arbitrary<List<Attempt>> programs() {
        Arbitrary<Long> amounts = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5), Arbitraries.longs().between(0, 1_000));
        return Combinators.combine(
                        Arbitraries.of(EntryKind.values()),
                        amounts,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(-1_000, 1_000))
                .as(Attempt::new)
                .list()
                .ofMaxSize(30);
    }
}
