package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Repositories of things of one kind with one fault each, whichever the kind is.
 *
 * @param port the port
 * @param tests the tests of the kind: for what comes back, is replaced, has a name, is seen, is listed, is removed, is rolled back
 */
record BrokenThings<T extends OwnedThing, P extends OwnedRepository<T>>(BrokenPort<P> port, List<String> tests) {

    List<BrokenAdapter> all() {
        return Stream.of(values(), names(), lists()).flatMap(List::stream).toList();
    }

    private List<BrokenAdapter> values() {
        return List.of(
                port.of(
                        "names of characters within 16 bits alone",
                        "findByName",
                        (real, given) -> byName(real, given)
                                .filter(one -> one.name().value().codePoints().allMatch(Character::isBmpCodePoint)),
                        tests.get(0),
                        "by its name"),
                port.of(
                        "an insert that does nothing on conflict",
                        "save",
                        (real, given) -> {
                            if (real.find(scopeOf(one(given)), one(given).ref()).isEmpty()) {
                                real.save(one(given));
                            }
                            return null;
                        },
                        tests.get(1),
                        "that was saved again"),
                port.of(
                        "a second row for what is saved again",
                        "count",
                        (real, given) -> 2 * real.count(scope(given), (String) given[1]),
                        tests.get(1),
                        "once one was saved again"),
                port.of(
                        "a lookup without the organization",
                        "find",
                        (real, given) ->
                                find(real, given).or(() -> real.find(Facts.scope(1, 1), (ResourceRef) given[1])),
                        tests.get(3),
                        "of a sibling"),
                port.of("an upsert by the id alone", this::byId, tests.get(3), "that others have used"),
                port.of("a lookup without the account", this::ofAllAccounts, tests.get(3), "of another account"),
                port.of(
                        "a delete without the organization",
                        "remove",
                        (real, given) -> {
                            real.remove(one(given));
                            if (one(given).account().equals(Facts.account(1))) {
                                real.find(Facts.scope(1, 1), one(given).ref()).ifPresent(real::remove);
                            }
                            return null;
                        },
                        tests.get(3),
                        "and have removed"),
                port.of(
                        "a delete of what is the same in every column",
                        "remove",
                        (real, given) -> {
                            real.find(scopeOf(one(given)), one(given).ref())
                                    .filter(one(given)::equals)
                                    .ifPresent(real::remove);
                            return null;
                        },
                        tests.get(5),
                        "that was removed"));
    }

    private List<BrokenAdapter> names() {
        return List.of(
                port.of(
                        "no unique index of names",
                        "save",
                        (real, given) -> {
                            try {
                                real.save(one(given));
                                return null;
                            } catch (PhoneUniteFault e) {
                                return null;
                            }
                        },
                        tests.get(2),
                        "let a name that looks like that of another pass"),
                port.of(
                        "names that are compared as the database does",
                        "findByName",
                        (real, given) -> list(real, given[0], given[1], Optional.empty(), 999).stream()
                                .filter(one -> one.name().value().equalsIgnoreCase(((DisplayName) given[2]).value()))
                                .findFirst(),
                        tests.get(2),
                        "looks the same"),
                port.of(
                        "names that are unique in the account",
                        () -> {
                            Map<String, T> names = new ConcurrentHashMap<>();
                            return Map.of("save", (real, given) -> {
                                T one = one(given);
                                T holder = names.putIfAbsent(
                                        one.account() + one.name().key(), one);
                                if (holder != null && !holder.ref().equals(one.ref())) {
                                    throw new PhoneUniteFault("the name is not unique");
                                }
                                real.save(one);
                                return null;
                            });
                        },
                        tests.get(2),
                        "threw"),
                port.of(
                        "an index of names that is never cleared",
                        this::remembersNames,
                        tests.get(1),
                        "its former name"),
                port.of(
                        "an index of names that knows no removal",
                        this::remembersNames,
                        tests.get(5),
                        "the name of what was removed"),
                port.of(
                        "an index of names that is not rolled back",
                        this::remembersNames,
                        tests.get(6),
                        "a name that was rolled back"));
    }

    private List<BrokenAdapter> lists() {
        return List.of(
                listing(
                        "things in the order of their names",
                        all -> all.stream()
                                .sorted(Comparator.comparing(one -> one.name().value()))
                                .toList(),
                        "all of them"),
                listing(
                        "a list that is cut off after ten",
                        all -> all.subList(0, Math.min(10, all.size())),
                        "all of them"),
                port.of(
                        "a cursor with >= for >",
                        "list",
                        (real, given) -> list(real, given[0], given[1], Optional.empty(), 999).stream()
                                .filter(one -> cursor(given).stream()
                                        .allMatch(after -> one.ref().id().compareTo(after) >= 0))
                                .limit((int) given[3])
                                .toList(),
                        tests.get(4),
                        "three behind the fifth"),
                port.of(
                        "a limit that is forgotten",
                        "list",
                        (real, given) -> list(real, given[0], given[1], cursor(given), 999),
                        tests.get(4),
                        "three behind the fifth"),
                port.of(
                        "a count of at most ten",
                        "count",
                        (real, given) -> Math.min(10, real.count(scope(given), (String) given[1])),
                        tests.get(4),
                        "how many there are"));
    }

    private BrokenAdapter listing(String fault, UnaryOperator<List<T>> listed, String words) {
        return port.of(
                fault,
                "list",
                (real, given) -> listed.apply(list(real, given[0], given[1], cursor(given), (int) given[3])),
                tests.get(4),
                words);
    }

    private Map<String, Spoiled.Fault<P>> remembersNames() {
        Map<String, T> index = new ConcurrentHashMap<>();
        return Map.of(
                "save",
                (real, given) -> {
                    index.put(one(given).name().key(), one(given));
                    real.save(one(given));
                    return null;
                },
                "findByName",
                (real, given) ->
                        byName(real, given).or(() -> Optional.ofNullable(index.get(((DisplayName) given[2]).key()))));
    }

    private Map<String, Spoiled.Fault<P>> byId() {
        Map<ResourceRef, T> table = new ConcurrentHashMap<>();
        return Map.of(
                "save",
                saving(table),
                "find",
                (real, given) -> Optional.ofNullable(table.get(given[1]))
                        .filter(one -> one.account().equals(scope(given).account()))
                        .filter(one -> one.organization().equals(scope(given).organizationId())));
    }

    private Map<String, Spoiled.Fault<P>> ofAllAccounts() {
        Map<ResourceRef, T> table = new ConcurrentHashMap<>();
        return Map.of(
                "save",
                saving(table),
                "find",
                (real, given) -> find(real, given)
                        .or(() -> Optional.ofNullable(table.get(given[1]))
                                .filter(one ->
                                        !one.account().equals(scope(given).account()))));
    }

    private Spoiled.Fault<P> saving(Map<ResourceRef, T> table) {
        return (real, given) -> {
            table.put(one(given).ref(), one(given));
            real.save(one(given));
            return null;
        };
    }

    private static <T extends OwnedThing> Optional<T> find(OwnedRepository<T> real, Object... given) {
        return real.find(scope(given), (ResourceRef) given[1]);
    }

    private static <T extends OwnedThing> Optional<T> byName(OwnedRepository<T> real, Object... given) {
        return real.findByName(scope(given), (String) given[1], (DisplayName) given[2]);
    }

    private static <T extends OwnedThing> List<T> list(
            OwnedRepository<T> real, Object scope, Object type, Optional<String> after, int limit) {
        return new ArrayList<>(real.list((OrganizationScope) scope, (String) type, after, limit));
    }

    /** Where the thing is owned. */
    private static OrganizationScope scopeOf(OwnedThing thing) {
        AccountId account = thing.account();
        OrganizationId organization = thing.organization();
        int number = account.equals(Facts.account(1)) ? 1 : 2;
        return Facts.scope(number, organization.equals(Facts.organizationId(number, 0)) ? 0 : 1);
    }

    private static OrganizationScope scope(Object... given) {
        return (OrganizationScope) given[0];
    }

    @SuppressWarnings("unchecked") // what list is given
    private static Optional<String> cursor(Object... given) {
        return (Optional<String>) given[2];
    }

    @SuppressWarnings("unchecked") // what save and remove are given
    private T one(Object... given) {
        return (T) given[0];
    }
}
