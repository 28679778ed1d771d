package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Repositories of organizations with one fault each. */
final class BrokenOrganizations {

    private static final BrokenPort<OrganizationRepository> PORT = new BrokenPort<>(
            OrganizationRepository.class,
            "organizations",
            InMemoryStore::organizations,
            OrganizationRepositoryContract.class);

    private BrokenOrganizations() {}

    static List<BrokenAdapter> all() {
        return Stream.of(values(), names(), lists()).flatMap(List::stream).toList();
    }

    private static List<BrokenAdapter> values() {
        return List.of(
                saving(
                        "names that are cut after 50 code points",
                        (real, one) -> {
                            String name = one.name().value();
                            int end = name.offsetByCodePoints(0, Math.min(50, name.codePointCount(0, name.length())));
                            String cut = name.substring(0, end).strip();
                            real.save(OrganizationFacts.at(one, new OrganizationName(cut)));
                        },
                        "O1_anOrganizationComesBackAsItWasSaved",
                        "an organization"),
                saving(
                        "an insert that does nothing on conflict",
                        (real, one) -> {
                            if (real.find(one.account(), one.id()).isEmpty()) {
                                real.save(one);
                            }
                        },
                        "O1_anOrganizationSavedAgainReplacesTheFormer",
                        "after one was changed"),
                PORT.of(
                        "a lookup without the account",
                        () -> byId((real, found) -> found),
                        "I2_anOrganizationOfAnotherAccountIsNotFound",
                        "an organization of another account"),
                PORT.of(
                        "an upsert by an id without the account",
                        () -> byId((real, found) -> real.filter(own ->
                                found.stream().allMatch(one -> one.account().equals(own.account())))),
                        "I2_anOrganizationOfAnotherAccountIsNotFound",
                        "another account has used too"),
                PORT.of(
                        "several found in the order of their ids",
                        "findAll",
                        (real, given) -> findAll(real, given).stream()
                                .sorted(Comparator.comparing(Organization::id))
                                .toList(),
                        "I2_organizationsAreFoundAtOnceAsOneByOne",
                        "in the order in which they were asked for"),
                PORT.of(
                        "ten at a time, and the rest forgotten",
                        "findAll",
                        (real, given) -> findAll(real, given).stream().limit(10).toList(),
                        "I2_organizationsAreFoundAtOnceAsOneByOne",
                        "in the order in which they were asked for"),
                PORT.of(
                        "several found without the account",
                        "findAll",
                        (real, given) -> Stream.concat(
                                        findAll(real, given).stream(), Stream.of(Facts.organization(2, 1)))
                                .toList(),
                        "I2_organizationsAreFoundAtOnceAsOneByOne",
                        "in the order in which they were asked for"),
                PORT.of(
                        "keys that are compared without their case",
                        "findByRequest",
                        (real, given) -> first(
                                real,
                                given[0],
                                one -> one.request().stream()
                                        .anyMatch(made -> made.key()
                                                .value()
                                                .equalsIgnoreCase(((IdempotencyKey) given[1]).value()))),
                        "A1_anOrganizationIsFoundByTheKeyThatMadeIt",
                        "a key that made one"),
                PORT.of(
                        "keys that are forgotten with what was closed",
                        "findByRequest",
                        (real, given) -> real.findByRequest((AccountId) given[0], (IdempotencyKey) given[1])
                                .filter(Organization::isOpen),
                        "A1_anOrganizationIsFoundByTheKeyThatMadeIt",
                        "a key that made one"),
                PORT.of(
                        "a cache of names that is not rolled back",
                        () -> {
                            Map<String, Organization> cache = new ConcurrentHashMap<>();
                            return Map.of(
                                    "save",
                                    (real, given) -> {
                                        cache.put(one(given).name().key(), one(given));
                                        real.save(one(given));
                                        return null;
                                    },
                                    "findOpenByName",
                                    (real, given) ->
                                            Optional.ofNullable(cache.get(((OrganizationName) given[1]).key())));
                        },
                        "X1_anOrganizationThatWasRolledBackIsAsBefore",
                        "a name that was rolled back"));
    }

    private static List<BrokenAdapter> names() {
        return List.of(
                byName(
                        "names that are compared as they are",
                        (kept, asked) -> kept.isOpen() && kept.name().equals(asked),
                        "O2_anOpenOrganizationIsFoundByItsNameIgnoringCase",
                        "looks like that of an open"),
                byName(
                        "names that are compared as the database does",
                        (kept, asked) -> kept.isOpen() && kept.name().value().equalsIgnoreCase(asked.value()),
                        "O2_anOpenOrganizationIsFoundByItsNameIgnoringCase",
                        "looks like that of an open"),
                byName(
                        "closed organizations keep their names",
                        (kept, asked) -> kept.name().key().equals(asked.key()),
                        "O2_aNameIsFreeOnceItsOrganizationIsClosedOrRenamed",
                        "the name of a closed"),
                PORT.of(
                        "names that are unique over all accounts",
                        () -> {
                            Map<String, Organization> names = new ConcurrentHashMap<>();
                            return Map.of(
                                    "save",
                                    (real, given) -> {
                                        names.put(one(given).name().key(), one(given));
                                        real.save(one(given));
                                        return null;
                                    },
                                    "findOpenByName",
                                    (real, given) ->
                                            Optional.ofNullable(names.get(((OrganizationName) given[1]).key())));
                        },
                        "O2_aNameIsFoundInItsAccountAlone",
                        "a name of another account's"),
                saving(
                        "no unique index",
                        (real, one) -> {
                            try {
                                real.save(one);
                            } catch (PhoneUniteFault e) {
                                return;
                            }
                        },
                        "O2_anOpenNameIsNotKeptTwice",
                        "let a name that an open organization has pass"));
    }

    private static List<BrokenAdapter> lists() {
        return List.of(
                PORT.of(
                        "closed organizations do not count",
                        "countEver",
                        (real, given) -> real.countOpen((AccountId) given[0]),
                        "O4_everyOrganizationThatEverWasIsCounted",
                        "there ever were"),
                PORT.of(
                        "closed organizations count as open",
                        "countOpen",
                        (real, given) -> real.countEver((AccountId) given[0]),
                        "O7_openOrganizationsAreCounted",
                        "how many are open"),
                PORT.of(
                        "suspended organizations do not count as open",
                        "countOpen",
                        (real, given) -> (int) real.list((AccountId) given[0], -1, 99).stream()
                                .filter(one -> one.isOpen() && one.state() != OrganizationState.SUSPENDED)
                                .count(),
                        "O7_openOrganizationsAreCounted",
                        "how many are open"),
                listing(
                        "organizations in the order of their ids",
                        all -> all.stream()
                                .sorted(Comparator.comparing(Organization::id))
                                .toList(),
                        "all organizations"),
                listing(
                        "closed organizations are not listed",
                        all -> all.stream().filter(Organization::isOpen).toList(),
                        "all organizations"),
                listing(
                        "a list that is cut off after ten",
                        all -> all.subList(0, Math.min(10, all.size())),
                        "all organizations"),
                PORT.of(
                        "a cursor with >= for >",
                        "list",
                        (real, given) -> real.list((AccountId) given[0], (int) given[1] - 1, (int) given[2]),
                        "X5_organizationsAreListedInPagesInTheOrderOfAdding",
                        "all organizations"),
                PORT.of(
                        "the list that it keeps itself",
                        () -> {
                            List<Organization> listed = new ArrayList<>();
                            return Map.of(
                                    "save",
                                    (real, given) -> {
                                        real.save(one(given));
                                        return listed.add(one(given)) ? null : listed;
                                    },
                                    "list",
                                    (real, given) -> {
                                        listed.clear();
                                        listed.addAll(real.list((AccountId) given[0], (int) given[1], (int) given[2]));
                                        return listed;
                                    });
                        },
                        "X5_aListOfOrganizationsDoesNotChangeLater",
                        "once another was added"));
    }

    private interface Save {
        void save(OrganizationRepository real, Organization one);
    }

    private interface Found {
        Optional<Organization> of(Optional<Organization> real, Optional<Organization> found);
    }

    private interface Named {
        boolean is(Organization kept, OrganizationName asked);
    }

    private static BrokenAdapter saving(String fault, Save save, String test, String... words) {
        return PORT.of(
                fault,
                "save",
                (real, given) -> {
                    save.save(real, one(given));
                    return null;
                },
                test,
                words);
    }

    private static BrokenAdapter byName(String fault, Named named, String test, String... words) {
        return PORT.of(
                fault,
                "findOpenByName",
                (real, given) -> first(real, given[0], one -> named.is(one, (OrganizationName) given[1])),
                test,
                words);
    }

    private static BrokenAdapter listing(String fault, UnaryOperator<List<Organization>> listed, String words) {
        return PORT.of(
                fault,
                "list",
                (real, given) -> listed.apply(real.list((AccountId) given[0], (int) given[1], (int) given[2])),
                "X5_organizationsAreListedInPagesInTheOrderOfAdding",
                words);
    }

    @SuppressWarnings("unchecked") // as the port has it
    private static List<Organization> findAll(OrganizationRepository real, Object... given) {
        return real.findAll((AccountId) given[0], (Collection<OrganizationId>) given[1]);
    }

    private static Optional<Organization> first(
            OrganizationRepository real, Object account, Predicate<Organization> wanted) {
        return real.list((AccountId) account, -1, 99).stream().filter(wanted).findFirst();
    }

    /** A table of all accounts by the id alone. */
    private static Map<String, Spoiled.Fault<OrganizationRepository>> byId(Found found) {
        Map<OrganizationId, Organization> table = new ConcurrentHashMap<>();
        return Map.of(
                "save",
                (real, given) -> {
                    table.put(one(given).id(), one(given));
                    real.save(one(given));
                    return null;
                },
                "find",
                (real, given) -> found.of(
                        real.find((AccountId) given[0], (OrganizationId) given[1]),
                        Optional.ofNullable(table.get(given[1]))));
    }

    private static Organization one(Object... given) {
        return (Organization) given[0];
    }
}
