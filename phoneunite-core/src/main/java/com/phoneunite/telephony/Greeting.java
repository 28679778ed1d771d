package com.phoneunite.telephony;

import com.phoneunite.resource.ResourceRef;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Rule T3: what a caller hears when they come to a menu. Immutable. */
public sealed interface Greeting {

    /** Handles both cases. */
    <R> R fold(Function<? super Played, ? extends R> played, Function<? super Spoken, ? extends R> spoken);

    /** The sound that is played, if one is. */
    default Optional<ResourceRef> refersTo() {
        return fold(played -> Optional.of(played.sound().ref()), spoken -> Optional.empty());
    }

    /**
     * A sound of the organization is played.
     *
     * @param sound the sound
     */
    record Played(SoundId sound) implements Greeting {
        public Played {
            Objects.requireNonNull(sound, "sound");
        }

        @Override
        public <R> R fold(Function<? super Played, ? extends R> played, Function<? super Spoken, ? extends R> spoken) {
            return played.apply(this);
        }
    }

    /**
     * A text is spoken by the host's text-to-speech.
     *
     * @param text 1 to {@value #MAX_CODE_POINTS} code points, without control characters but line breaks
     */
    record Spoken(String text) implements Greeting {

        /** The most code points of a text. */
        public static final int MAX_CODE_POINTS = 1_000;

        public Spoken {
            if (!isText(text)) {
                throw new IllegalArgumentException("a text that is spoken has 1 to 1000 characters");
            }
        }

        static boolean isText(String text) {
            return !text.isBlank()
                    && text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
                    && text.codePoints().noneMatch(Spoken::isForbidden);
        }

        private static boolean isForbidden(int codePoint) {
            return Character.getType(codePoint) == Character.SURROGATE
                    || (Character.isISOControl(codePoint) && codePoint != '\n');
        }

        @Override
        public <R> R fold(Function<? super Played, ? extends R> played, Function<? super Spoken, ? extends R> spoken) {
            return spoken.apply(this);
        }
    }
}
