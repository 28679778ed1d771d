package com.phoneunite.billing.store;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.NOON;
import static com.phoneunite.billing.Examples.USD;
import static com.phoneunite.billing.Examples.cents;
import static com.phoneunite.billing.Examples.organizationId;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** Property 16 for the ledger in memory: it answers as a list would that is searched from one end to the other. */
class MemoryLedgerProperties {

    /**
     * A few postings in one unit of work.
     *
     * @param cut whether it is taken back at its end
     */
    private record Step(List<Post> posts, boolean cut) {}

    private record Post(boolean isRecharge, long minor, int organization, int reference, int actor, int minutes) {

        Optional<OrganizationId> forWhom() {
            return organization == 0 ? Optional.empty() : Optional.of(organizationId(organization));
        }

        Posting posting() {
            return new Posting(
                    new Change(ACCOUNT, Actor.operator("operator " + actor), NOON.plusSeconds(60L * minutes)),
                    isRecharge ? EntryKind.RECHARGE : EntryKind.USAGE,
                    forWhom(),
                    cents(minor),
                    "r" + reference,
                    NOON.minusSeconds(minutes));
        }
    }

    private InMemoryStore core = InMemoryStore.create();
    private LedgerRepository ledger = BillingStore.in(core).ledger();
    private List<LedgerEntry> model = new ArrayList<>();

    @BeforeTry
    void afresh() {
        core = InMemoryStore.create();
        ledger = BillingStore.in(core).ledger();
        model = new ArrayList<>();
    }

    @Property
    void B3_theLedgerInMemoryAnswersLikeAListThatIsSearched(@ForAll("programs") List<Step> program) {
        core.unitOfWork().execute(ACCOUNT, () -> ledger.open(ACCOUNT, USD, NOON));
        for (Step step : program) {
            take(step);
            core.unitOfWork().view(ACCOUNT, () -> {
                verify();
                return true;
            });
        }
        assertThat(ledger.accounts(Optional.empty(), 5)).containsExactly(ACCOUNT);
        assertThat(ledger.accounts(Optional.of(ACCOUNT), 5)).isEmpty();
    }

    private void take(Step step) {
        List<LedgerEntry> posted = new ArrayList<>();
        try {
            core.unitOfWork().execute(ACCOUNT, () -> {
                ledger.postAll(step.posts().stream().map(Post::posting).toList())
                        .forEach(outcome ->
                                outcome.fold(posted::add, before -> before, () -> posted, refusal -> refusal));
                if (step.cut()) {
                    throw new IllegalStateException("cut");
                }
            });
            model.addAll(posted);
        } catch (IllegalStateException cut) {
            assertThat(step.cut()).isTrue();
        }
    }

    private void verify() {
        assertThat(ledger.list(ACCOUNT, 0, 1_000)).isEqualTo(model);
        assertThat(ledger.head(ACCOUNT).orElseThrow().balanceMinor())
                .isEqualTo(model.stream().mapToLong(LedgerEntry::signedMinor).sum());
        for (LedgerEntry entry : model) {
            assertThat(ledger.find(ACCOUNT, entry.kind(), entry.reference())).contains(entry);
            assertThat(ledger.listByPosition(ACCOUNT, entry.position(), 3))
                    .isEqualTo(model.stream()
                            .filter(one -> one.position() > entry.position())
                            .limit(3)
                            .toList());
            verifyAt(entry.recordedAt());
            verifyAt(entry.recordedAt().plusNanos(1_000));
        }
        verifyAt(Instant.EPOCH);
        for (int organization = 0; organization <= 3; organization++) {
            verifyOf(organization == 0 ? Optional.empty() : Optional.of(organizationId(organization)));
        }
    }

    private void verifyAt(Instant moment) {
        assertThat(ledger.headBefore(ACCOUNT, moment))
                .isEqualTo(model.stream()
                        .filter(one -> one.recordedAt().isBefore(moment))
                        .reduce((one, next) -> next)
                        .map(LedgerHead::upTo));
    }

    private void verifyOf(Optional<OrganizationId> organization) {
        for (long after = 0; after <= model.size() + 1; after++) {
            long from = after;
            List<LedgerEntry> own = model.stream()
                    .filter(one -> one.organization().equals(organization) && one.sequence() > from)
                    .toList();
            assertThat(ledger.listOf(ACCOUNT, organization, from, 1_000)).isEqualTo(own);
            assertThat(ledger.listOf(ACCOUNT, organization, from, 1))
                    .isEqualTo(own.stream().limit(1).toList());
            assertThat(ledger.sumMinor(ACCOUNT, organization, from, from + 3))
                    .isEqualTo(own.stream()
                            .filter(one -> one.sequence() <= from + 3)
                            .mapToLong(LedgerEntry::signedMinor)
                            .sum());
        }
    }

    @Provide
    Arbitrary<List<Step>> programs() {
        Arbitrary<Post> posts = Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.longs().between(0, 300),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-20, 100))
                .as(Post::new);
        return Combinators.combine(posts.list().ofMaxSize(6), Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(8);
    }
}
