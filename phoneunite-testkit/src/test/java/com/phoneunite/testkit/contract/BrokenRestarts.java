package com.phoneunite.testkit.contract;

import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.PhoneNumberRepository;
import com.phoneunite.telephony.SoundContents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Stores of which something is lost when they are opened again. What they are made of lives on, as a place on a disk does. */
final class BrokenRestarts {

    private BrokenRestarts() {}

    static List<BrokenAdapter> all() {
        return List.of(
                losing(
                        "extensions that are looked up in the heap",
                        MembershipRepository.class,
                        "memberships",
                        Store::memberships,
                        Map.of("findByExtension", (real, given) -> Optional.empty()),
                        "X1_theAccountAndItsPeopleAreThereAfterARestart",
                        "a membership, after a restart"),
                losing(
                        "references in the heap",
                        ReferenceRepository.class,
                        "references",
                        Store::references,
                        Map.of("usersOf", (real, given) -> List.of()),
                        "X1_whatOrganizationsHaveIsThereAfterARestart",
                        "what uses a sound, after a restart"),
                losing(
                        "bytes in files that end with the process",
                        SoundContents.class,
                        "soundContents",
                        Store::soundContents,
                        Map.of("open", (real, given) -> Optional.empty()),
                        "X1_whatOrganizationsHaveIsThereAfterARestart",
                        "how many bytes of a sound"),
                losing(
                        "a directory of numbers that begins empty",
                        PhoneNumberRepository.class,
                        "phoneNumbers",
                        Store::phoneNumbers,
                        Map.of("claim", (real, given) -> true),
                        "X1_aNumberIsHeldAfterARestart",
                        "a claim of a number"),
                losing(
                        "a log that is played again with what was rolled back",
                        OrganizationRepository.class,
                        "organizations",
                        Store::organizations,
                        Map.of("countEver", (real, given) -> 3),
                        "X1_whatWasRolledBackIsNotThereAfterARestart",
                        "after a rollback and a restart"),
                losing(
                        "events that wait in the heap",
                        Outbox.class,
                        "outbox",
                        Store::outbox,
                        Map.of("read", (real, given) -> List.<RecordedEvent>of()),
                        "X3_eventsGoOnAfterARestart",
                        "the events that wait, after a restart"),
                losing(
                        "a list of who waits in the heap",
                        Outbox.class,
                        "outbox",
                        Store::outbox,
                        Map.of("waiting", (real, given) -> List.of()),
                        "X3_eventsGoOnAfterARestart",
                        "who waits, after a restart"));
    }

    private static <P> BrokenAdapter losing(
            String fault,
            Class<P> type,
            String port,
            Function<Store, P> real,
            Map<String, Spoiled.Fault<P>> lost,
            String test,
            String... words) {
        return new BrokenAdapter(
                fault,
                DurabilityContract.class,
                () -> new CoreSubject(
                        InMemoryStore::create,
                        store -> Spoiled.port(
                                Store.class, store, port, (same, given) -> Spoiled.port(type, real.apply(same), lost)),
                        1,
                        Set.of()),
                test,
                List.of(words));
    }
}
