package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.input.DisplayName;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundFormat;
import com.phoneunite.telephony.SoundId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SoundsTest {

    private static final SoundId NEVER_ISSUED = new SoundId(UUID.fromString("0190b1a0-0000-7000-8000-00000000dead"));

    private final World world = new World(World.RING_GROUP);
    private final List<Business> both = world.twoBusinesses();
    private final Business here = both.get(0);
    private final Business there = both.get(1);

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] heard(Business business, Sound sound) {
        try (InputStream bytes = business.sounds().open(sound.id())) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SoundContents.Key> kept() {
        return world.store.soundContents().list(Optional.empty(), Integer.MAX_VALUE);
    }

    @Test
    void T4_aSoundIsWhatItsBytesSay() throws NoSuchAlgorithmException {
        byte[] wav = SoundBytes.wav(1);
        Sound sound = here.sounds().add(" Hello.mp3 ", stream(wav));
        assertThat(sound)
                .isEqualTo(new Sound(
                        here.owner().accountId(),
                        here.id(),
                        sound.id(),
                        DisplayName.parse("Hello.mp3"),
                        SoundFormat.WAV,
                        wav.length,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(wav)),
                        world.clock.instant()));
        assertThat(here.sounds().get(sound.id())).isEqualTo(sound);
        assertThat(heard(here, sound)).isEqualTo(wav);
        assertThat(here.sounds().add("Hello.wav", stream(SoundBytes.mp3(1))).format())
                .isEqualTo(SoundFormat.MP3);
        assertThat(kept()).hasSize(2).contains(sound.content());
    }

    @Test
    void X3_eachChangeOfASoundIsOneEvent() {
        Sound sound = here.sound("Hello", 1);
        assertThat(here.eventsOf(() -> here.sounds().replace(sound.id(), stream(SoundBytes.wav(2)))))
                .containsExactly(new ResourceEvent.Changed(sound.ref(), DisplayName.parse("Hello")));
        assertThat(here.eventsOf(() -> here.sounds().replace(sound.id(), stream(SoundBytes.wav(2)))))
                .isEmpty();
        assertThat(here.eventsOf(() -> here.sounds().rename(sound.id(), "Bye")))
                .containsExactly(new ResourceEvent.Changed(sound.ref(), DisplayName.parse("Bye")));
        assertThat(here.eventsOf(() -> here.sounds().rename(sound.id(), " Bye ")))
                .isEmpty();
        assertThat(here.eventsOf(() -> here.sounds().remove(sound.id())))
                .containsExactly(new ResourceEvent.Removed(sound.ref(), DisplayName.parse("Bye")));
    }

    @Test
    void T4_otherBytesUnderTheSameIdKeepWhatRefersToThem() {
        Sound sound = here.sound("Hello", 1);
        SavedCallTree tree = here.trees()
                .save(CallTree.named("Main")
                        .menu("main", Menu.playing(sound.id()).otherwise(Destination.hangUp())));
        Sound replaced = here.sounds().replace(sound.id(), stream(SoundBytes.mp3(2)));
        Sound renamed = here.sounds().rename(sound.id(), "Bye");
        assertThat(replaced.format()).isEqualTo(SoundFormat.MP3);
        assertThat(replaced.addedAt()).isEqualTo(sound.addedAt());
        assertThat(heard(here, renamed)).isEqualTo(SoundBytes.mp3(2));
        assertThat(kept()).containsExactly(replaced.content());
        assertThat(here.usesThatForbid(() -> here.sounds().remove(sound.id())))
                .containsExactly(new ResourceUse(tree.ref(), "Main"));
        here.trees().remove(tree.id());
        here.sounds().remove(sound.id());
        assertThat(kept()).isEmpty();
    }

    @Test
    void T4_bytesGoWithTheLastSoundThatNamesThem() {
        Sound one = here.sound("One", 1);
        Sound two = here.sound("Two", 1);
        assertThat(kept()).containsExactly(one.content());
        here.sounds().remove(one.id());
        assertThat(heard(here, two)).isEqualTo(SoundBytes.wav(1));
        here.sounds().replace(two.id(), stream(SoundBytes.wav(2)));
        assertThat(kept()).containsExactly(here.sounds().get(two.id()).content());
        here.sounds().remove(two.id());
        assertThat(kept()).isEmpty();
    }

    @Test
    void I4_theSameBytesInTwoOrganizationsAreKeptTwice() {
        Sound ours = here.sound("Hello", 1);
        Sound theirs = there.sound("Hello", 1);
        assertThat(kept()).hasSize(2).contains(ours.content(), theirs.content());
        there.sounds().remove(theirs.id());
        assertThat(heard(here, ours)).isEqualTo(SoundBytes.wav(1));
        assertThat(kept()).containsExactly(ours.content());
    }

    @Test
    void I2_aSoundOfAnotherOrganizationIsAsOneThatNeverWas() {
        Sound foreign = there.sound("Hello", 1);
        assertThat(answers(foreign.id())).isEqualTo(answers(NEVER_ISSUED));
        assertThat(heard(there, foreign)).isEqualTo(SoundBytes.wav(1));
    }

    private List<Refusal> answers(SoundId id) {
        return List.of(
                here.refused("RESOURCE_NOT_FOUND", () -> here.sounds().get(id)),
                here.refused("RESOURCE_NOT_FOUND", () -> here.sounds().open(id)),
                here.refused("RESOURCE_NOT_FOUND", () -> here.sounds().rename(id, "Bye")),
                here.refused("RESOURCE_NOT_FOUND", () -> here.sounds().replace(id, stream(SoundBytes.wav(2)))),
                here.refused("RESOURCE_NOT_FOUND", () -> here.sounds().remove(id)));
    }

    @Test
    void T4_aNameIsUniqueAmongTheSoundsOfTheOrganization() {
        Sound hello = here.sound("Hello", 1);
        Sound bye = here.sound("Bye", 2);
        here.refused("RESOURCE_NAME_TAKEN", () -> here.sound("HELLO", 3));
        here.refused("RESOURCE_NAME_TAKEN", () -> here.sounds().rename(bye.id(), "hello"));
        here.sounds().rename(hello.id(), "HELLO");
        there.sound("Hello", 1);
        here.tree("Hello");
        here.sounds().remove(hello.id());
        here.sounds().rename(bye.id(), "Hello");
    }

    @Test
    void X4_whatIsMissingOrNoSoundIsNamedAndNotKept() {
        Sound sound = here.sound("Hello", 1);
        assertThat(faults(() -> here.sounds().add(null, null))).containsExactly("content REQUIRED", "name REQUIRED");
        assertThat(faults(() -> here.sounds().add("", null))).contains("content REQUIRED", "name BLANK");
        assertThat(faults(() -> here.sounds().replace(null, null))).containsExactly("content REQUIRED", "id REQUIRED");
        assertThat(faults(() -> here.sounds().rename(null, null))).containsExactly("id REQUIRED", "name REQUIRED");
        for (byte[] bytes : List.of(
                new byte[0],
                new byte[1],
                "RIFF".getBytes(StandardCharsets.US_ASCII),
                "<html>hello.wav</html>".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(faults(() -> here.sounds().add("Other.wav", stream(bytes))))
                    .containsExactly("content NOT_A_SOUND");
            assertThat(faults(() -> here.sounds().replace(sound.id(), stream(bytes))))
                    .containsExactly("content NOT_A_SOUND");
        }
        here.refused("INVALID_INPUT", () -> here.sounds().get(null));
        here.refused("INVALID_INPUT", () -> here.sounds().open(null));
        here.refused("INVALID_INPUT", () -> here.sounds().remove(null));
        here.refused("INVALID_INPUT", () -> here.sounds().list(PageRequest.first(0)));
    }

    private List<String> faults(Runnable call) {
        return ((InvalidInput) here.refused("INVALID_INPUT", call::run))
                .violations().stream().map(one -> one.path() + " " + one.code()).toList();
    }

    @Test
    void M2_whoMayNotAddIsRefusedBeforeAByteIsRead() {
        UserSession ann = here.member("ann@example.com", "101");
        Sound sound = here.sound("Hello", 1);
        Sounds theirs = ann.switchTo(here.id()).sounds();
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("a byte is read");
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return read();
            }
        };
        here.refused("ADMINISTRATOR_REQUIRED", () -> theirs.add("Other", unread));
        here.refused("ADMINISTRATOR_REQUIRED", () -> theirs.replace(sound.id(), unread));
        here.refused("ADMINISTRATOR_REQUIRED", () -> theirs.rename(sound.id(), "Other"));
        here.refused("ADMINISTRATOR_REQUIRED", () -> theirs.remove(sound.id()));
        here.refused("RESOURCE_NOT_FOUND", () -> here.sounds().replace(NEVER_ISSUED, unread));
        assertThat(theirs.get(sound.id())).isEqualTo(sound);
        assertThat(theirs.open(sound.id())).hasBinaryContent(SoundBytes.wav(1));
        here.suspend();
        here.refused("ORGANIZATION_SUSPENDED", () -> here.sounds().add("Other", unread));
        here.refused("ORGANIZATION_SUSPENDED", () -> here.sounds().replace(sound.id(), unread));
    }

    @Test
    void X5_soundsAreReadInPagesAndHaveALimit() {
        List<Sound> added = new ArrayList<>();
        for (int i = 0; i < Sound.MAX_PER_ORGANIZATION; i++) {
            added.add(here.sound("Sound " + i, i % 3));
        }
        assertThat(World.all(333, here.sounds()::list)).containsExactlyInAnyOrderElementsOf(added);
        assertThat(here.refused("RESOURCE_LIMIT_REACHED", () -> here.sound("One more", 9))
                        .facts())
                .containsEntry("limit", 1_000);
        there.sound("One more", 9);
        assertThat(kept()).hasSize(4);
    }
}
