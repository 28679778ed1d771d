package com.phoneunite.testkit.contract;

import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Repositories of references with one fault each. */
final class BrokenReferences {

    private static final BrokenPort<ReferenceRepository> PORT = new BrokenPort<>(
            ReferenceRepository.class, "references", InMemoryStore::references, ReferenceRepositoryContract.class);

    private BrokenReferences() {}

    static List<BrokenAdapter> all() {
        return List.of(
                PORT.of(
                        "users in the order of a dictionary",
                        "usersOf",
                        (real, given) -> real.usersOf(scope(given), (ResourceRef) given[1], 999).stream()
                                .sorted(Comparator.comparing(ResourceRef::toString, String.CASE_INSENSITIVE_ORDER))
                                .limit((int) given[2])
                                .toList(),
                        "T5_whatUsesAThingIsFound",
                        "what uses a thing"),
                PORT.of(
                        "a limit that is forgotten",
                        "usersOf",
                        (real, given) -> real.usersOf(scope(given), (ResourceRef) given[1], 999),
                        "T5_whatUsesAThingIsFound",
                        "three of what uses a thing"),
                PORT.of(
                        "references that are only ever added",
                        () -> {
                            Map<ResourceRef, Set<ResourceRef>> all = new LinkedHashMap<>();
                            return Map.of("replace", (real, given) -> {
                                Set<ResourceRef> sum =
                                        all.computeIfAbsent((ResourceRef) given[1], user -> new HashSet<>());
                                sum.addAll(used(given));
                                real.replace(scope(given), (ResourceRef) given[1], sum);
                                return null;
                            });
                        },
                        "T5_aThingUsesExactlyWhatItWasLastSavedWith",
                        "what was used once"),
                PORT.of(
                        "references that are cut off after a hundred",
                        "replace",
                        (real, given) -> {
                            Set<ResourceRef> some =
                                    used(given).stream().limit(100).collect(Collectors.toSet());
                            real.replace(scope(given), (ResourceRef) given[1], some);
                            return null;
                        },
                        "T5_aThingUsesAsManyAsItMay",
                        "one of a thousand"),
                table(
                        "the set that it was given",
                        true,
                        true,
                        ResourceRef::equals,
                        "T5_aThingUsesAsManyAsItMay",
                        "one of a thousand"),
                table(
                        "LIKE on the id",
                        false,
                        true,
                        (kept, asked) -> kept.toString().startsWith(asked.toString()),
                        "I3_aReferenceIsToTheWholeIdOfAThing",
                        "which is like something in use"),
                table(
                        "ids without their case",
                        false,
                        true,
                        (kept, asked) -> kept.toString().equalsIgnoreCase(asked.toString()),
                        "I3_aReferenceIsToTheWholeIdOfAThing",
                        "box:A:B%'1"),
                table(
                        "a lookup without the organization",
                        false,
                        false,
                        ResourceRef::equals,
                        "I3_referencesAreKeptInTheirOrganizationAlone",
                        "of a sibling"),
                table(
                        "a table that is not rolled back",
                        false,
                        true,
                        ResourceRef::equals,
                        "X1_referencesThatWereRolledBackAreAsBefore",
                        "after a rollback"));
    }

    private static BrokenAdapter table(
            String fault,
            boolean borrowed,
            boolean apart,
            BiPredicate<ResourceRef, ResourceRef> same,
            String test,
            String... words) {
        return PORT.whole(fault, store -> new Table(borrowed, apart, same), test, words);
    }

    /** References in the heap, of all accounts. */
    private record Table(
            boolean borrowed,
            boolean apart,
            BiPredicate<ResourceRef, ResourceRef> same,
            Map<OrganizationId, Map<ResourceRef, Set<ResourceRef>>> kept)
            implements ReferenceRepository {

        Table(boolean borrowed, boolean apart, BiPredicate<ResourceRef, ResourceRef> same) {
            this(borrowed, apart, same, new LinkedHashMap<>());
        }

        @Override
        public void replace(OrganizationScope scope, ResourceRef user, Set<ResourceRef> used) {
            kept.computeIfAbsent(scope.organizationId(), organization -> new LinkedHashMap<>())
                    .put(user, borrowed ? used : new LinkedHashSet<>(used));
        }

        @Override
        public List<ResourceRef> usersOf(OrganizationScope scope, ResourceRef used, int limit) {
            return kept.entrySet().stream()
                    .filter(one -> !apart || one.getKey().equals(scope.organizationId()))
                    .flatMap(one -> one.getValue().entrySet().stream())
                    .filter(one -> one.getValue().stream().anyMatch(ref -> same.test(ref, used)))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .limit(limit)
                    .toList();
        }
    }

    private static OrganizationScope scope(Object... given) {
        return (OrganizationScope) given[0];
    }

    @SuppressWarnings("unchecked") // what replace is given
    private static Set<ResourceRef> used(Object... given) {
        return (Set<ResourceRef>) given[2];
    }
}
