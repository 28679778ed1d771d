package com.phoneunite.telephony;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rule T3: a menu of a call tree. A caller hears the greeting and has the timeout to press a key. A key that leads nowhere, or none,
 * brings the greeting again until the tries are used up; then the call goes where an invalid key or a timeout leads, whichever was
 * last. Immutable.
 *
 * @param greeting what the caller hears
 * @param keys where each key leads; keys are {@code 0-9 * #}
 * @param onTimeout where the call goes when nothing is pressed
 * @param onInvalid where the call goes when a key is pressed that leads nowhere
 * @param tries how often the greeting is heard, 1 to {@value #MAX_TRIES}
 * @param timeoutSeconds how long a caller has for a key, 1 to {@value #MAX_TIMEOUT_SECONDS} seconds
 */
public record Menu(
        Greeting greeting,
        SortedMap<Character, Destination> keys,
        Destination onTimeout,
        Destination onInvalid,
        int tries,
        int timeoutSeconds) {

    /** The most tries. */
    public static final int MAX_TRIES = 10;

    /** The longest timeout. */
    public static final int MAX_TIMEOUT_SECONDS = 60;

    /** The keys of a phone. */
    static final String KEYS = "0123456789*#";

    public Menu {
        Objects.requireNonNull(greeting, "greeting");
        Objects.requireNonNull(onTimeout, "onTimeout");
        Objects.requireNonNull(onInvalid, "onInvalid");
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        if (!keys.keySet().stream().allMatch(key -> KEYS.indexOf(key) >= 0)) {
            throw new IllegalArgumentException("a phone has the keys " + KEYS);
        }
        if (tries < 1 || tries > MAX_TRIES || timeoutSeconds < 1 || timeoutSeconds > MAX_TIMEOUT_SECONDS) {
            throw new IllegalArgumentException("a menu has 1 to 10 tries and a timeout of 1 to 60 seconds (T3)");
        }
    }

    /** A menu that speaks a text, 3 tries of 5 seconds unless told otherwise. */
    public static MenuDraft saying(@Nullable String text) {
        return MenuDraft.EMPTY.saying(text);
    }

    /** A menu that plays a sound of the organization, 3 tries of 5 seconds unless told otherwise. */
    public static MenuDraft playing(@Nullable SoundId sound) {
        return MenuDraft.EMPTY.playing(sound == null ? null : sound.toString());
    }

    /** Every destination of the menu. */
    Stream<Destination> destinations() {
        return Stream.concat(keys.values().stream(), Stream.of(onTimeout, onInvalid));
    }

    /** Every destination that a caller can come to: no key is invalid where each leads somewhere. */
    Stream<Destination> destinationsWithinReach() {
        return Stream.concat(
                keys.values().stream(),
                keys.size() < KEYS.length() ? Stream.of(onTimeout, onInvalid) : Stream.of(onTimeout));
    }
}
