package com.phoneunite.testkit.contract;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Repositories of the things that a host brings with one fault each. */
final class BrokenResources {

    private static final List<String> TYPES = List.of("bo", "box", "box_", "box_a", "boxa");

    @SuppressWarnings("unchecked") // what a store answers with for resources
    private static final BrokenPort<OwnedRepository<StoredResource>> PORT = new BrokenPort<>(
            (Class<OwnedRepository<StoredResource>>) (Class<?>) OwnedRepository.class,
            "resources",
            InMemoryStore::resources,
            ResourceRepositoryContract.class);

    private BrokenResources() {}

    static List<BrokenAdapter> all() {
        List<BrokenAdapter> ofAnyKind = new BrokenThings<>(
                        PORT,
                        List.of(
                                "O1_aResourceComesBackAsItWasSaved",
                                "O1_aResourceSavedAgainReplacesTheFormer",
                                "O1_aResourceHasANameOfItsOwn",
                                "I2_aResourceIsSeenInItsOrganizationAlone",
                                "X5_resourcesAreListedInPagesByTheirIds",
                                "T5_aResourceThatIsRemovedIsGoneAlone",
                                "X1_aResourceThatWasRolledBackIsAsBefore"))
                .all();
        JsonMapper json = new JsonMapper();
        List<BrokenAdapter> ofTheirOwn = List.of(
                saving(
                        "JSON that is kept as its values",
                        content -> json.readTree(content).toString()),
                saving(
                        "a column for 4000 characters",
                        content -> content.substring(0, Math.min(4_000, content.length()))),
                PORT.of(
                        "LIKE on the type",
                        "list",
                        (real, given) -> TYPES.stream()
                                .filter(type -> type.startsWith((String) given[1]))
                                .flatMap(type ->
                                        real.list(scope(given), type, Optional.empty(), (int) given[3]).stream())
                                .toList(),
                        "O1_resourcesOfOneTypeAreNoneOfAnother",
                        "the things of type"),
                PORT.of(
                        "names of all types together",
                        "findByName",
                        (real, given) -> TYPES.stream()
                                .flatMap(type -> real.findByName(scope(given), type, (DisplayName) given[2]).stream())
                                .findFirst(),
                        "O1_resourcesOfOneTypeAreNoneOfAnother",
                        "a name that things of five types have"));
        return Stream.concat(ofAnyKind.stream(), ofTheirOwn.stream()).toList();
    }

    private static BrokenAdapter saving(String fault, UnaryOperator<String> saved) {
        return PORT.of(
                fault,
                "save",
                (real, given) -> {
                    StoredResource one = (StoredResource) given[0];
                    real.save(new StoredResource(
                            one.account(),
                            one.organization(),
                            one.ref(),
                            one.name(),
                            saved.apply(one.content()),
                            one.addedAt()));
                    return null;
                },
                "O1_theContentOfAResourceComesBackToTheCharacter",
                "a thing of the host's");
    }

    private static OrganizationScope scope(Object... given) {
        return (OrganizationScope) given[0];
    }
}
