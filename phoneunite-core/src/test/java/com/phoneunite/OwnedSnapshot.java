package com.phoneunite;

import com.phoneunite.membership.Membership;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.HeldPhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The call trees, the sounds, the host's things and the references of an organization, by every way that leads to them.
 *
 * @param things all of them, by type
 * @param counts how many there are, by type
 * @param holdersOfNames what is found by the name of each
 * @param usersOf what refers to each of them, and to each extension and phone number
 * @param routes where each phone number leads, found alone
 * @param named for each sound, whether its content is named
 */
record OwnedSnapshot(
        Map<String, List<OwnedThing>> things,
        Map<String, Integer> counts,
        Map<ResourceRef, Optional<ResourceRef>> holdersOfNames,
        Map<ResourceRef, List<ResourceRef>> usersOf,
        Map<ResourceRef, Optional<HeldPhoneNumber>> routes,
        Map<ResourceRef, Boolean> named) {

    private static final int ALL = Integer.MAX_VALUE;

    /** The types of the host's that the tests use. */
    private static final List<String> TYPES = List.of("ring_group", "recording", "queue");

    private OwnedSnapshot() {
        this(map(), map(), map(), map(), map(), map());
    }

    /** Runs inside a unit of work; the scope may be of an organization that has been closed since. */
    static OwnedSnapshot of(Store store, OrganizationScope scope) {
        OwnedSnapshot all = new OwnedSnapshot();
        all.read(store.callTrees(), scope, "call_tree");
        all.read(store.sounds(), scope, "sound");
        TYPES.forEach(type -> all.read(store.resources(), scope, type));
        store.sounds()
                .list(scope, "sound", Optional.empty(), ALL)
                .forEach(sound -> all.named.put(sound.ref(), store.sounds().names(sound.content())));
        List<HeldPhoneNumber> numbers = store.phoneNumbers().list(scope, Optional.empty(), ALL);
        numbers.forEach(one -> all.routes.put(one.ref(), store.phoneNumbers().find(scope, one.number())));
        Stream<ResourceRef> extensions = store.memberships().list(scope, Optional.empty(), ALL).stream()
                .map(Membership::extension)
                .map(ResourceRef::extension);
        Stream.of(all.holdersOfNames.keySet().stream(), numbers.stream().map(HeldPhoneNumber::ref), extensions)
                .flatMap(refs -> refs)
                .forEach(ref -> all.usersOf.put(ref, store.references().usersOf(scope, ref, ALL)));
        return all;
    }

    /** What refers to the thing. */
    List<ResourceRef> usersOf(ResourceRef ref) {
        return Objects.requireNonNull(usersOf.get(ref), () -> "nothing is known of " + ref);
    }

    private <T extends OwnedThing> void read(OwnedRepository<T> repository, OrganizationScope scope, String type) {
        List<OwnedThing> found = new ArrayList<>(repository.list(scope, type, Optional.empty(), ALL));
        things.put(type, found);
        counts.put(type, repository.count(scope, type));
        found.forEach(one -> holdersOfNames.put(
                one.ref(), repository.findByName(scope, type, one.name()).map(OwnedThing::ref)));
    }

    private static <K, V> Map<K, V> map() {
        return new LinkedHashMap<>();
    }
}
