package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.OrganizationFacts.at;
import static com.phoneunite.testkit.contract.OrganizationFacts.drawn;
import static com.phoneunite.testkit.contract.OrganizationFacts.named;
import static com.phoneunite.testkit.contract.OrganizationFacts.requested;
import static com.phoneunite.testkit.contract.OrganizationFacts.withId;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.DisplayName;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules A1, O1, O2, O4, O7 and I2: what {@link OrganizationRepository} promises. */
public interface OrganizationRepositoryContract extends StoreContract {

    @Test
    default void O1_anOrganizationComesBackAsItWasSaved() {
        Proof.of("O1", "a customer finds a brand under another name, on another plan or in another state", proof -> {
            Facts facts = Facts.of(this);
            List<Organization> all = drawn(facts, 8);
            keep(facts, 1, facts.odd().shuffled(all));
            for (Organization one : all) {
                proof.same(
                        "an organization",
                        Optional.of(one),
                        read(facts, 1, port -> port.find(one.account(), one.id())));
            }
            proof.list("the organizations that were added", all, read(facts, 1, port -> list(port, 1, 1, 99)));
        });
    }

    @Test
    default void O1_anOrganizationSavedAgainReplacesTheFormer() {
        Proof.of("O1", "a brand goes on under its former name, plan or state, or is there twice", proof -> {
            Facts facts = Facts.of(this);
            Organization changed = at(
                    Facts.organization(1, 1),
                    new OrganizationName(facts.odd().names(1).get(0).value()),
                    OrganizationState.SUSPENDED);
            keep(facts, 1, List.of(changed));
            proof.list(
                    "the organizations after one was changed",
                    List.of(Facts.organization(1, 0), changed),
                    read(facts, 1, port -> list(port, 1, -1, 99)));
            proof.same("how many there ever were", 2, read(facts, 1, port -> port.countEver(Facts.account(1))));
        });
    }

    @Test
    default void I2_anOrganizationOfAnotherAccountIsNotFound() {
        Proof.of("I2", "a customer stands in the brand of another one", proof -> {
            Facts facts = Facts.of(this);
            Organization foreign = Facts.organization(2, 1);
            proof.same(
                    "an organization of another account",
                    Optional.empty(),
                    read(facts, 1, port -> port.find(Facts.account(1), foreign.id())));
            Organization twin = withId(Facts.organization(1, 2), foreign);
            keep(facts, 1, List.of(twin));
            proof.same(
                    "an organization whose id another account has used too",
                    Optional.of(foreign),
                    read(facts, 2, port -> port.find(Facts.account(2), foreign.id())));
            proof.same(
                    "the organization with that id",
                    Optional.of(twin),
                    read(facts, 1, port -> port.find(Facts.account(1), foreign.id())));
        });
    }

    @Test
    default void I2_organizationsAreFoundAtOnceAsOneByOne() {
        Proof.of(
                "I2",
                "brands are missing where several are shown, or those of another customer are among them",
                proof -> {
                    Facts facts = Facts.of(this);
                    List<Organization> all = drawn(facts, 12);
                    keep(facts, 1, facts.odd().shuffled(all));
                    List<Organization> wanted = facts.odd().shuffled(all);
                    List<OrganizationId> ids = new ArrayList<>(
                            wanted.stream().map(Organization::id).toList());
                    ids.add(4, Facts.organization(2, 1).id());
                    ids.add(8, Facts.organizationId(1, 99));
                    proof.list(
                            "those of fourteen that are there, in the order in which they were asked for",
                            wanted,
                            read(facts, 1, port -> port.findAll(Facts.account(1), ids)));
                    ids.addAll(Facts.manyOrganizations());
                    proof.list(
                            "those of fourteen that are there, asked for among ten thousand",
                            wanted,
                            read(facts, 1, port -> port.findAll(Facts.account(1), ids)));
                    proof.list(
                            "those of none",
                            List.of(),
                            read(facts, 1, port -> port.findAll(Facts.account(1), List.of())));
                });
    }

    @Test
    default void O2_anOpenOrganizationIsFoundByItsNameIgnoringCase() {
        Proof.of("O2", "two brands have names that look the same, and numbers are bought for the wrong one", proof -> {
            Facts facts = Facts.of(this);
            int ordinal = 2;
            for (List<DisplayName> alike : facts.odd().shuffled(OddValues.ALIKE)) {
                Organization one = named(ordinal++, new OrganizationName(alike.get(0) + " " + ordinal));
                keep(facts, 1, List.of(one));
                proof.same(
                        "a name that looks like that of an open organization",
                        Optional.of(one),
                        byName(facts, 1, alike.get(1) + " " + ordinal));
            }
            proof.same("a name that none has", Optional.empty(), byName(facts, 1, "Bran"));
        });
    }

    @Test
    default void O2_aNameIsFoundInItsAccountAlone() {
        Proof.of("O2", "a customer cannot call a brand as another customer has called theirs", proof -> {
            Facts facts = Facts.of(this);
            Organization foreign = at(Facts.organization(2, 2), OrganizationName.parse("Elsewhere"));
            keep(facts, 2, List.of(foreign));
            proof.same("a name of another account's", Optional.empty(), byName(facts, 1, "Elsewhere"));
            Organization own = named(2, foreign.name());
            keep(facts, 1, List.of(own));
            proof.same("a name that two accounts use", Optional.of(own), byName(facts, 1, "Elsewhere"));
            proof.same("a name that two accounts use", Optional.of(foreign), byName(facts, 2, "Elsewhere"));
        });
    }

    @Test
    default void O2_aNameIsFreeOnceItsOrganizationIsClosedOrRenamed() {
        Proof.of("O2", "a name that was given up can never be used again", proof -> {
            Facts facts = Facts.of(this);
            OrganizationName name = Facts.organization(1, 1).name();
            keep(facts, 1, List.of(at(Facts.organization(1, 1), name, OrganizationState.CLOSED)));
            proof.same("the name of a closed organization", Optional.empty(), byName(facts, 1, name.value()));
            Organization next = named(2, name);
            keep(facts, 1, List.of(next));
            proof.same("a name that is used again", Optional.of(next), byName(facts, 1, name.value()));
            keep(facts, 1, List.of(named(2, OrganizationName.parse("Renamed"))));
            proof.same("a former name", Optional.empty(), byName(facts, 1, name.value()));
            keep(facts, 1, List.of(named(3, name)));
        });
    }

    @Test
    default void O2_anOpenNameIsNotKeptTwice() {
        Proof.of("O2", "two additions at once leave two brands with one name", proof -> {
            Facts facts = Facts.of(this);
            proof.refuses(PhoneUniteFault.class, "a name that an open organization has", () -> {
                keep(facts, 1, List.of(named(2, OrganizationName.parse("BRAND 1"))));
                return true;
            });
            IdempotencyKey key = facts.odd().keys(1).get(0);
            keep(facts, 1, List.of(requested(2, key, OrganizationState.ACTIVE)));
            proof.refuses(PhoneUniteFault.class, "a key that another organization was made by", () -> {
                keep(facts, 1, List.of(requested(3, key, OrganizationState.ACTIVE)));
                return true;
            });
            proof.refuses(PhoneUniteFault.class, "an ordinal that another organization has", () -> {
                keep(facts, 1, List.of(withId(Facts.organization(1, 1), Facts.organization(1, 7))));
                return true;
            });
        });
    }

    @Test
    default void A1_anOrganizationIsFoundByTheKeyThatMadeIt() {
        Proof.of("A1", "a caller who repeats a request after a timeout adds and pays for a second brand", proof -> {
            Facts facts = Facts.of(this);
            List<IdempotencyKey> keys = facts.odd().keys(6);
            List<Organization> made = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                made.add(requested(
                        i + 2, keys.get(i), i % 3 == 0 ? OrganizationState.CLOSED : OrganizationState.ACTIVE));
            }
            keep(facts, 1, facts.odd().shuffled(made));
            for (int i = 0; i < keys.size(); i++) {
                proof.same("a key that made one", Optional.of(made.get(i)), byKey(facts, 1, keys.get(i)));
                proof.same("a key that was used in another account", Optional.empty(), byKey(facts, 2, keys.get(i)));
            }
            proof.same("a key that made nothing", Optional.empty(), byKey(facts, 1, new IdempotencyKey("none")));
        });
    }

    @Test
    default void O4_everyOrganizationThatEverWasIsCounted() {
        Proof.of("O4", "a customer closes a brand and is given a second free trial", proof -> {
            Facts facts = Facts.of(this);
            keep(
                    facts,
                    1,
                    List.of(at(Facts.organization(1, 0), OrganizationName.parse("Gone"), OrganizationState.CLOSED)));
            proof.same("how many there ever were", 2, read(facts, 1, port -> port.countEver(Facts.account(1))));
            proof.same("how many another account has", 2, read(facts, 2, port -> port.countEver(Facts.account(2))));
        });
    }

    @Test
    default void O7_openOrganizationsAreCounted() {
        Proof.of("O7", "the last open brand is closed, and its account has none", proof -> {
            Facts facts = Facts.of(this);
            keep(facts, 1, List.of(named(2, OrganizationName.parse("Third"))));
            keep(
                    facts,
                    1,
                    List.of(at(Facts.organization(1, 1), OrganizationName.parse("Gone"), OrganizationState.CLOSED)));
            keep(
                    facts,
                    1,
                    List.of(at(
                            named(2, OrganizationName.parse("Third")),
                            OrganizationName.parse("Third"),
                            OrganizationState.SUSPENDED)));
            proof.same("how many are open", 2, read(facts, 1, port -> port.countOpen(Facts.account(1))));
        });
    }

    @Test
    default void X5_organizationsAreListedInPagesInTheOrderOfAdding() {
        Proof.of("X5", "brands are missing from a customer's list, or are not closed with their account", proof -> {
            Facts facts = Facts.of(this);
            List<Organization> all = drawn(facts, 12);
            keep(facts, 1, facts.odd().shuffled(all));
            proof.list("all organizations that were added", all, read(facts, 1, port -> list(port, 1, 1, 99)));
            proof.list("three behind the fifth", all.subList(4, 7), read(facts, 1, port -> list(port, 1, 5, 3)));
            proof.list("those behind the last", List.of(), read(facts, 1, port -> list(port, 1, 13, 3)));
            proof.list(
                    "another account's",
                    List.of(Facts.organization(2, 0), Facts.organization(2, 1)),
                    read(facts, 2, port -> list(port, 2, -1, 99)));
            proof.none("the organizations", read(facts, 1, port -> list(port, 1, 1, 0)));
        });
    }

    @Test
    default void X5_aListOfOrganizationsDoesNotChangeLater() {
        Proof.of("X5", "a list changes under whoever is going through it, and leaves somebody out", proof -> {
            Facts facts = Facts.of(this);
            List<Organization> before = List.of(Facts.organization(1, 0), Facts.organization(1, 1));
            List<Organization> listed = facts.change(1, () -> {
                List<Organization> list = list(facts.store().organizations(), 1, -1, 99);
                facts.store().organizations().save(Facts.organization(1, 2));
                return list;
            });
            proof.list("a list, once another was added", before, listed);
        });
    }

    @Test
    default void X1_anOrganizationThatWasRolledBackIsAsBefore() {
        Proof.of("X1", "a brand is there that was not paid for, or its name stays taken by nobody", proof -> {
            Facts facts = Facts.of(this);
            Organization added = requested(2, new IdempotencyKey("key"), OrganizationState.ACTIVE);
            facts.undone(1, () -> {
                facts.store().organizations().save(added);
                facts.store().organizations().save(at(Facts.organization(1, 1), OrganizationName.parse("Renamed")));
                byName(facts, 1, added.name().value());
                read(facts, 1, port -> list(port, 1, -1, 99));
            });
            proof.list(
                    "the organizations after a rollback",
                    List.of(Facts.organization(1, 0), Facts.organization(1, 1)),
                    read(facts, 1, port -> list(port, 1, -1, 99)));
            proof.same(
                    "a name that was rolled back",
                    Optional.empty(),
                    byName(facts, 1, added.name().value()));
            proof.same("a key that was rolled back", Optional.empty(), byKey(facts, 1, new IdempotencyKey("key")));
            proof.same("how many there ever were", 2, read(facts, 1, port -> port.countEver(Facts.account(1))));
        });
    }

    private static void keep(Facts facts, int account, List<Organization> all) {
        facts.write(account, () -> all.forEach(facts.store().organizations()::save));
    }

    private static Optional<Organization> byName(Facts facts, int account, String name) {
        return read(facts, account, port -> port.findOpenByName(Facts.account(account), OrganizationName.parse(name)));
    }

    private static Optional<Organization> byKey(Facts facts, int account, IdempotencyKey key) {
        return read(facts, account, port -> port.findByRequest(Facts.account(account), key));
    }

    private static List<Organization> list(OrganizationRepository port, int account, int after, int limit) {
        return port.list(Facts.account(account), after, limit);
    }

    private static <T> T read(Facts facts, int account, Function<OrganizationRepository, T> reading) {
        return facts.view(account, () -> reading.apply(facts.store().organizations()));
    }
}
