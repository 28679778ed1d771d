package com.phoneunite.testkit.contract;

import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.organization.OrganizationName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules M2, M4 and I2: what {@link AdministrationRepository} promises. */
public interface AdministrationRepositoryContract extends StoreContract {

    @Test
    default void M2_anAdministrationComesBackAsItWasSaved() {
        Proof.of("M2", "an administrator cannot manage their brand, or manages another one", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 1);
            Administration one = of(1, 1, 1, facts.odd().moment());
            keep(facts, 1, List.of(one));
            proof.same("an administration", Optional.of(one), find(facts, 1, 1, 1));
            proof.same("the administration of a sibling", Optional.empty(), find(facts, 1, 0, 1));
            proof.list(
                    "who administers", List.of(of(1, 1, 0, Facts.NOW), one), list(facts, 1, 1, Optional.empty(), 99));
            Administration later = of(1, 1, 1, facts.odd().moment());
            keep(facts, 1, List.of(later));
            proof.list(
                    "who administers, once one was saved again",
                    List.of(of(1, 1, 0, Facts.NOW), later),
                    list(facts, 1, 1, Optional.empty(), 99));
        });
    }

    @Test
    default void M2_allThatAUserAdministersIsListed() {
        Proof.of(
                "M2",
                "an administrator misses a brand in their list, or is deactivated as the last one of it",
                proof -> {
                    Facts facts = Facts.of(this);
                    facts.users(1, 2);
                    List<Administration> all = new ArrayList<>();
                    for (int ordinal = 2; ordinal < 60; ordinal++) {
                        int number = ordinal;
                        facts.write(
                                1,
                                () -> facts.store()
                                        .organizations()
                                        .save(OrganizationFacts.at(
                                                Facts.organization(1, number),
                                                OrganizationName.parse("Of many " + number))));
                        all.add(of(1, ordinal, 1, facts.odd().moment()));
                    }
                    keep(facts, 1, facts.odd().shuffled(all));
                    keep(facts, 1, List.of(of(1, 1, 2, Facts.NOW)));
                    proof.list("what a user administers", all, heldBy(facts, 1, 1));
                    proof.list("what another user administers", List.of(of(1, 1, 2, Facts.NOW)), heldBy(facts, 1, 2));
                    proof.list("what a user administers who does not", List.of(), heldBy(facts, 1, 3));
                });
    }

    @Test
    default void M4_anAdministrationThatIsRemovedIsGoneAlone() {
        Proof.of("M4", "who was removed still manages the brand, or nobody does any more", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            keep(facts, 1, List.of(of(1, 0, 1, Facts.NOW), of(1, 1, 1, Facts.NOW), of(1, 1, 2, Facts.NOW)));
            facts.write(1, () -> facts.store().administrations().remove(of(1, 1, 1, Facts.NOW.plusSeconds(1))));
            facts.write(1, () -> facts.store().administrations().remove(of(1, 1, 1, Facts.NOW.plusSeconds(1))));
            proof.same("an administration that was removed", Optional.empty(), find(facts, 1, 1, 1));
            proof.list(
                    "who administers after a removal",
                    List.of(of(1, 1, 0, Facts.NOW), of(1, 1, 2, Facts.NOW)),
                    list(facts, 1, 1, Optional.empty(), 99));
            proof.list("what the removed user still administers", List.of(of(1, 0, 1, Facts.NOW)), heldBy(facts, 1, 1));
        });
    }

    @Test
    default void I2_anAdministrationOfAnotherAccountIsNotFound() {
        Proof.of("I2", "a user of one customer manages the brand of another one", proof -> {
            Facts facts = Facts.of(this);
            Optional<Administration> foreign = facts.view(
                    1,
                    () -> facts.store()
                            .administrations()
                            .find(Facts.account(1), Facts.organizationId(2, 0), Facts.owner(2)));
            proof.same("an administration of another account", Optional.empty(), foreign);
            List<Administration> held =
                    facts.view(1, () -> facts.store().administrations().heldBy(Facts.account(1), Facts.owner(2)));
            proof.list("what a user of another account administers", List.of(), held);
            List<Administration> listed = facts.view(
                    1,
                    () -> facts.store()
                            .administrations()
                            .listOf(Facts.account(1), Facts.organizationId(2, 0), Optional.empty(), 99));
            proof.list("who administers an organization of another account", List.of(), listed);
        });
    }

    @Test
    default void X5_administratorsAreListedInPagesByTheirIds() {
        Proof.of("X5", "administrators are missing from the list, and nobody can remove them", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 12);
            List<Administration> all = new ArrayList<>();
            for (int number = 1; number <= 12; number++) {
                all.add(of(1, 1, number, facts.odd().moment()));
            }
            keep(facts, 1, facts.odd().shuffled(all));
            proof.list("all administrators behind the owner", all, list(facts, 1, 1, Optional.of(Facts.owner(1)), 99));
            proof.list(
                    "three administrators behind the fifth",
                    all.subList(5, 8),
                    list(facts, 1, 1, Optional.of(Facts.user(1, 5)), 3));
            proof.list(
                    "the administrators behind the last",
                    List.of(),
                    list(facts, 1, 1, Optional.of(Facts.user(1, 12)), 3));
            proof.none("the administrators", list(facts, 1, 1, Optional.empty(), 0));
        });
    }

    @Test
    default void X1_anAdministrationThatWasRolledBackIsAsBefore() {
        Proof.of("X1", "an invitation that failed has made somebody an administrator", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 1);
            facts.undone(1, () -> {
                facts.store().administrations().save(of(1, 1, 1, Facts.NOW));
                heldBy(facts, 1, 1);
            });
            facts.undone(1, () -> {
                facts.store().administrations().remove(of(1, 1, 0, Facts.NOW));
                list(facts, 1, 1, Optional.empty(), 99);
            });
            proof.list(
                    "who administers after a rollback",
                    List.of(of(1, 1, 0, Facts.NOW)),
                    list(facts, 1, 1, Optional.empty(), 99));
            proof.list("what the user administers after a rollback", List.of(), heldBy(facts, 1, 1));
        });
    }

    private static Administration of(int account, int ordinal, int user, Instant since) {
        return new Administration(
                Facts.account(account), Facts.organizationId(account, ordinal), Facts.user(account, user), since);
    }

    private static void keep(Facts facts, int account, List<Administration> all) {
        facts.write(account, () -> all.forEach(facts.store().administrations()::save));
    }

    private static Optional<Administration> find(Facts facts, int account, int ordinal, int user) {
        return read(
                facts,
                account,
                port -> port.find(
                        Facts.account(account), Facts.organizationId(account, ordinal), Facts.user(account, user)));
    }

    private static List<Administration> heldBy(Facts facts, int account, int user) {
        return read(facts, account, port -> port.heldBy(Facts.account(account), Facts.user(account, user)));
    }

    private static List<Administration> list(Facts facts, int account, int ordinal, Optional<UserId> after, int limit) {
        return read(
                facts,
                account,
                port -> port.listOf(Facts.account(account), Facts.organizationId(account, ordinal), after, limit));
    }

    private static <T> T read(Facts facts, int account, Function<AdministrationRepository, T> reading) {
        return facts.view(account, () -> reading.apply(facts.store().administrations()));
    }
}
