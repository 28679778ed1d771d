package com.phoneunite.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.organization.Holdings.Counts;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules B5 and X2: dated holdings say what a naive list of changes says, by any clock. */
class HoldingsProperties {

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    private record Step(int organization, HoldingKind kind, int difference, int second) {}

    private record Fact(int organization, HoldingKind kind, int difference, int second) {}

    private static OrganizationId organization(int number) {
        return new OrganizationId(new UUID(2, number));
    }

    @Property
    void B5_datedHoldingsSayWhatANaiveListOfChangesSays(@ForAll("steps") List<Step> steps) {
        InMemoryStore store = InMemoryStore.create();
        Holdings holdings = new Holdings(store.holdings());
        List<Fact> facts = new ArrayList<>();
        for (Step step : steps) {
            int held = held(facts, step.organization(), step.kind(), Integer.MAX_VALUE);
            int difference = Math.max(step.difference(), -held);
            int second = facts.stream()
                    .filter(one -> one.organization() == step.organization() && one.kind() == step.kind())
                    .mapToInt(Fact::second)
                    .reduce(step.second(), Math::max);
            store.unitOfWork().change(ACCOUNT, () -> {
                Change change = new Change(ACCOUNT, Actor.system(), START.plusSeconds(step.second()));
                holdings.change(change, organization(step.organization()), step.kind(), difference);
                return step;
            });
            if (difference != 0) {
                facts.add(new Fact(step.organization(), step.kind(), difference, second));
            }
        }
        for (int organization = 0; organization < 2; organization++) {
            for (int second = 0; second <= 11; second++) {
                OrganizationId id = organization(organization);
                Instant moment = START.plusSeconds(second);
                assertThat(store.unitOfWork().view(ACCOUNT, () -> holdings.atStartOf(ACCOUNT, id, moment)))
                        .isEqualTo(new Counts(
                                held(facts, organization, HoldingKind.EXTENSION, second),
                                held(facts, organization, HoldingKind.PHONE_NUMBER, second)));
            }
        }
    }

    private static int held(List<Fact> facts, int organization, HoldingKind kind, int before) {
        return facts.stream()
                .filter(one -> one.organization() == organization && one.kind() == kind && one.second() < before)
                .mapToInt(Fact::difference)
                .sum();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(HoldingKind.class),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.integers().between(0, 10))
                .as(Step::new)
                .list()
                .ofMaxSize(15);
    }
}
