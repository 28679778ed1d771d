package com.phoneunite.telephony;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Menu} as somebody has entered it. Begins with {@link Menu#saying} or {@link Menu#playing}; each method answers with a new
 * one. Whether it can be a menu is said when the call tree is saved (rule X4). Immutable.
 *
 * @param say the text that is spoken; {@code null} where a sound is played
 * @param play the id of the sound that is played; {@code null} where a text is spoken
 * @param keys where each key leads
 * @param onTimeout where the call goes when nothing is pressed
 * @param onInvalid where the call goes when a key is pressed that leads nowhere
 * @param tries how often the greeting is heard
 * @param timeoutSeconds how long a caller has for a key
 */
public record MenuDraft(
        @Nullable String say,
        @Nullable String play,
        Map<String, DestinationDraft> keys,
        @Nullable DestinationDraft onTimeout,
        @Nullable DestinationDraft onInvalid,
        int tries,
        int timeoutSeconds) {

    static final MenuDraft EMPTY = new MenuDraft(null, null, Map.of(), null, null, 3, 5);

    public MenuDraft {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** Speaks a text instead of any other greeting. */
    public MenuDraft saying(@Nullable String text) {
        return new MenuDraft(text, null, keys, onTimeout, onInvalid, tries, timeoutSeconds);
    }

    /** Plays a sound instead of any other greeting. */
    public MenuDraft playing(@Nullable String sound) {
        return new MenuDraft(null, sound, keys, onTimeout, onInvalid, tries, timeoutSeconds);
    }

    /** Where a key leads; the last word on a key counts. */
    public MenuDraft on(char key, DestinationDraft destination) {
        Map<String, DestinationDraft> more = new LinkedHashMap<>(keys);
        more.put(String.valueOf(key), destination);
        return new MenuDraft(say, play, more, onTimeout, onInvalid, tries, timeoutSeconds);
    }

    /** Where the call goes when nothing is pressed. */
    public MenuDraft onTimeout(DestinationDraft destination) {
        return new MenuDraft(say, play, keys, destination, onInvalid, tries, timeoutSeconds);
    }

    /** Where the call goes when a key is pressed that leads nowhere. */
    public MenuDraft onInvalid(DestinationDraft destination) {
        return new MenuDraft(say, play, keys, onTimeout, destination, tries, timeoutSeconds);
    }

    /** Where the call goes when no key is pressed that leads anywhere. */
    public MenuDraft otherwise(DestinationDraft destination) {
        return onTimeout(destination).onInvalid(destination);
    }

    /** How often the greeting is heard, 1 to {@value Menu#MAX_TRIES}. */
    public MenuDraft tries(int times) {
        return new MenuDraft(say, play, keys, onTimeout, onInvalid, times, timeoutSeconds);
    }

    /** How long a caller has for a key, 1 to {@value Menu#MAX_TIMEOUT_SECONDS} seconds. */
    public MenuDraft timeoutSeconds(int seconds) {
        return new MenuDraft(say, play, keys, onTimeout, onInvalid, tries, seconds);
    }
}
