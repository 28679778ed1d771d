package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import java.util.ArrayList;
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

/** Rules A1 and O2 to O4: whatever an account is asked for in whatever order, it is what a list of its organizations says. */
class OrganizationsProperties {

    private enum Kind {
        OPEN_AGAIN,
        ADD,
        RENAME,
        CLOSE,
        PUT_CARD,
        REMOVE_CARD
    }

    private record Step(Kind kind, int target, String name, int key) {}

    private record Known(OrganizationId id, String name, boolean open) {
        boolean holds(String other) {
            return open
                    && OrganizationName.parse(name)
                            .key()
                            .equals(OrganizationName.parse(other).key());
        }
    }

    /** What is expected of an account, and the account. */
    private static final class Run {

        private final World world = new World();
        private final OpenAccount opening = World.request().key("opening");
        private final UserSession owner;
        private final AccountId account;
        private final List<Known> known = new ArrayList<>();
        private final Map<String, String> keys = new HashMap<>();
        private final Map<String, Integer> made = new HashMap<>();
        private boolean card;

        Run() {
            owner = world.phoneUnite.signIn(
                    world.phoneUnite.openAccount(opening).owner());
            account = owner.accountId();
            known.add(new Known(world.first(owner), "Product Experts, LLC", true));
        }

        void run(Step step) {
            switch (step.kind()) {
                case OPEN_AGAIN -> openAgain();
                case ADD -> add(step);
                case RENAME -> rename(step.target() % known.size(), step.name());
                case CLOSE -> close(step.target() % known.size());
                case PUT_CARD -> {
                    world.putCardOnFile(account);
                    card = true;
                }
                case REMOVE_CARD -> {
                    world.removeCard(account);
                    card = false;
                }
            }
        }

        private void openAgain() {
            Snapshot before = world.snapshot(account);
            assertThat(world.phoneUnite.openAccount(opening).id()).isEqualTo(account);
            assertThat(world.snapshot(account)).isEqualTo(before);
        }

        private void add(Step step) {
            AddOrganization request = AddOrganization.named(step.name()).on("standard");
            if (step.key() > 0) {
                request = request.key("key" + step.key());
            }
            AddOrganization asked = request;
            Optional<String> facts = Optional.ofNullable(request.key()).map(keys::get);
            if (facts.isPresent() && facts.get().equals(step.name())) {
                Snapshot before = world.snapshot(account);
                assertThat(owner.addOrganization(asked).id())
                        .isEqualTo(known.get(made.get(asked.key())).id());
                assertThat(world.snapshot(account)).isEqualTo(before);
            } else if (facts.isPresent()) {
                world.refused(account, "IDEMPOTENCY_KEY_REUSED", () -> owner.addOrganization(asked));
            } else if (!card) {
                world.refused(account, "PAYMENT_METHOD_REQUIRED", () -> owner.addOrganization(asked));
            } else if (known.stream().anyMatch(one -> one.holds(step.name()))) {
                world.refused(account, "ORGANIZATION_NAME_TAKEN", () -> owner.addOrganization(asked));
            } else {
                Organization added = owner.addOrganization(asked);
                if (asked.key() != null) {
                    keys.put(asked.key(), step.name());
                    made.put(asked.key(), known.size());
                }
                known.add(new Known(added.id(), step.name(), true));
            }
        }

        private void rename(int target, String name) {
            Known one = known.get(target);
            if (!one.open()) {
                world.refused(account, "ORGANIZATION_NOT_FOUND", () -> owner.renameOrganization(one.id(), name));
            } else if (known.stream().anyMatch(other -> !other.equals(one) && other.holds(name))) {
                world.refused(account, "ORGANIZATION_NAME_TAKEN", () -> owner.renameOrganization(one.id(), name));
            } else {
                owner.renameOrganization(one.id(), name);
                known.set(target, new Known(one.id(), name, true));
            }
        }

        private void close(int target) {
            Known one = known.get(target);
            if (one.open()) {
                world.become(account, one.id(), OrganizationState.CLOSED);
                known.set(target, new Known(one.id(), one.name(), false));
            }
        }

        void check() {
            List<Organization> kept = world.snapshot(account).organizations();
            assertThat(kept)
                    .extracting(one -> new Known(one.id(), one.name().value(), one.isOpen()))
                    .isEqualTo(known);
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i).ordinal()).isEqualTo(i);
                assertThat(kept.get(i).trialEndsAt().isPresent()).as("O4").isEqualTo(i == 0);
            }
            assertThat(World.all(2, owner::organizations))
                    .extracting(OrganizationSummary::id)
                    .isEqualTo(known.stream().filter(Known::open).map(Known::id).toList());
        }
    }

    @Property
    void O4_whateverIsAskedForTheAccountIsWhatAListOfItsOrganizationsSays(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        for (Step step : steps) {
            run.run(step);
            run.check();
        }
    }

    @Property
    void A1_aKeyOpensOneAccountForOneSetOfFacts(
            @ForAll("requests") OpenAccount one, @ForAll("requests") OpenAccount other) {
        World world = new World();
        AccountId opened = world.phoneUnite.openAccount(one).id();
        if (one.equals(other)) {
            assertThat(world.phoneUnite.openAccount(other).id()).isEqualTo(opened);
            assertThat(world.snapshot(opened).countEver()).isEqualTo(1);
        } else if (String.valueOf(one.key()).equals(other.key())) {
            world.refused(opened, "IDEMPOTENCY_KEY_REUSED", () -> world.phoneUnite.openAccount(other));
        } else {
            assertThat(world.phoneUnite.openAccount(other).id()).isNotEqualTo(opened);
        }
    }

    @Property
    void O3_withoutACardNoNameAndNoKeyAddsAnything(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        for (Step step : steps) {
            AddOrganization request = AddOrganization.named(step.name()).on("standard");
            run.world.refused(run.account, "PAYMENT_METHOD_REQUIRED", () -> run.owner.addOrganization(request));
        }
        run.check();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(
                                Kind.ADD,
                                Kind.ADD,
                                Kind.ADD,
                                Kind.RENAME,
                                Kind.CLOSE,
                                Kind.PUT_CARD,
                                Kind.PUT_CARD,
                                Kind.REMOVE_CARD,
                                Kind.OPEN_AGAIN),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("One", "ONE", "Two", "two", "Stra\u00DFe", "STRASSE", "Product Experts, LLC"),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<OpenAccount> requests() {
        return Combinators.combine(
                        Arbitraries.of("One", "Two"),
                        Arbitraries.of("you@example.com", "they@example.com"),
                        Arbitraries.of("US", "DE"),
                        Arbitraries.of("UTC", "Europe/Berlin"),
                        Arbitraries.of("USD", "EUR"),
                        Arbitraries.of("standard", "premium"),
                        Arbitraries.of("key1", "key2"))
                .as(OpenAccount::new);
    }
}
