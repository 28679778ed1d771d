package com.phoneunite.isolation;

import com.phoneunite.telephony.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** How sounds come, change, are listened to, and go. */
final class SoundActs {

    private SoundActs() {}

    static Object addSound(Turn turn) {
        Sound added = turn.workspace().sounds().add(turn.name(), content(turn));
        turn.scene().made(turn, added.id().value());
        return added;
    }

    static Object replaceSound(Turn turn) {
        return turn.workspace().sounds().replace(turn.sound(), content(turn));
    }

    static Object renameSound(Turn turn) {
        return turn.workspace().sounds().rename(turn.sound(), turn.name());
    }

    static Object removeSound(Turn turn) {
        return turn.workspace().sounds().remove(turn.sound());
    }

    static Object getSound(Turn turn) {
        return turn.workspace().sounds().get(turn.sound());
    }

    static Object openSound(Turn turn) {
        try (InputStream bytes = turn.workspace().sounds().open(turn.sound())) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object listSounds(Turn turn) {
        return turn.pages(turn.workspace().sounds()::list);
    }

    /** Some bytes are the same everywhere, some are of one place alone, and some are no sound. */
    private static InputStream content(Turn turn) {
        int number = turn.number();
        if (number == 11) {
            return new ByteArrayInputStream(new byte[100]);
        }
        return Rig.wav(number % 2 == 0 ? number : ofPlace(turn.place(), number));
    }

    /** What stands in a sound that only one place has. */
    static int ofPlace(Place place, int number) {
        return 1_000 * (1 + place.code()) + number % 4;
    }
}
