package com.phoneunite.testkit.contract;

import com.phoneunite.organization.Organization;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Repositories of sounds with one fault each. */
final class BrokenSounds {

    private static final BrokenPort<SoundRepository> PORT =
            new BrokenPort<>(SoundRepository.class, "sounds", InMemoryStore::sounds, SoundRepositoryContract.class);

    private BrokenSounds() {}

    static List<BrokenAdapter> all() {
        List<BrokenAdapter> ofAnyKind = new BrokenThings<>(
                        PORT,
                        List.of(
                                "T4_aSoundComesBackAsItWasSaved",
                                "T4_aSoundSavedAgainReplacesTheFormer",
                                "T4_aSoundHasANameOfItsOwn",
                                "I2_aSoundIsSeenInItsOrganizationAlone",
                                "X5_soundsAreListedInPagesByTheirIds",
                                "T5_aSoundThatIsRemovedIsGoneAlone",
                                "X1_aSoundThatWasRolledBackIsAsBefore"))
                .all();
        List<BrokenAdapter> ofTheirOwn = List.of(
                PORT.of(
                        "a content that is named by one sound at most",
                        BrokenSounds::namesOnce,
                        "T4_aContentIsNamedAsLongAsASoundHasIt",
                        "by another sound"),
                PORT.of(
                        "a content stays named that a sound had",
                        () -> {
                            Set<SoundContents.Key> named = new HashSet<>();
                            return Map.of("save", save(named), "names", (real, given) -> named.contains(given[0]));
                        },
                        "T4_aContentIsNamedAsLongAsASoundHasIt",
                        "that a sound had"),
                PORT.of(
                        "contents by their hashes alone",
                        () -> {
                            Set<SoundContents.Key> named = new HashSet<>();
                            return Map.of(
                                    "save",
                                    save(named),
                                    "names",
                                    (real, given) -> named.stream()
                                            .anyMatch(one ->
                                                    one.sha256().equals(((SoundContents.Key) given[0]).sha256())));
                        },
                        "I4_aContentIsNamedInItsOrganizationAlone",
                        "a sibling's sound"),
                PORT.whole(
                        "closed organizations do not count",
                        store -> Spoiled.port(SoundRepository.class, store.sounds(), "names", (real, given) -> {
                            SoundContents.Key key = (SoundContents.Key) given[0];
                            return real.names(key)
                                    && store.organizations()
                                            .find(key.account(), key.organization())
                                            .filter(Organization::isOpen)
                                            .isPresent();
                        }),
                        "O7_aClosedOrganizationKeepsItsSounds",
                        "by a closed organization"));
        return Stream.concat(ofAnyKind.stream(), ofTheirOwn.stream()).toList();
    }

    private static Map<String, Spoiled.Fault<SoundRepository>> namesOnce() {
        Set<SoundContents.Key> named = new HashSet<>();
        return Map.of(
                "save",
                save(named),
                "remove",
                (real, given) -> {
                    named.remove(((Sound) given[0]).content());
                    real.remove((Sound) given[0]);
                    return null;
                },
                "names",
                (real, given) -> named.contains(given[0]));
    }

    private static Spoiled.Fault<SoundRepository> save(Set<SoundContents.Key> named) {
        return (real, given) -> {
            named.add(((Sound) given[0]).content());
            real.save((Sound) given[0]);
            return null;
        };
    }
}
