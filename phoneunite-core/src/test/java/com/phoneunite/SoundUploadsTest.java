package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule T4: how bytes come in and go, whatever breaks on the way. */
@Timeout(60)
class SoundUploadsTest {

    private final BreakingContents contents = new BreakingContents();
    private final World world = new World(contents::in);
    private final List<Business> both = world.twoBusinesses();
    private final Business here = both.get(0);

    private List<SoundContents.Key> kept() {
        return contents.real().list(Optional.empty(), Integer.MAX_VALUE);
    }

    private static byte[] heard(Business business, Sound sound) {
        try (InputStream bytes = business.sounds().open(sound.id())) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void T4_tenMebibytesAreTakenAndOneMoreIsNot() {
        Sound sound = here.sounds().add("Large", new ByteArrayInputStream(SoundBytes.wavOf(Sound.MAX_BYTES, 1)));
        assertThat(sound.size()).isEqualTo(10 * 1024 * 1024);
        byte[] larger = SoundBytes.wavOf(Sound.MAX_BYTES + 1, 1);
        assertThat(((InvalidInput) here.refused(
                                "INVALID_INPUT", () -> here.sounds().add("Larger", new ByteArrayInputStream(larger))))
                        .violations())
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.path() + " " + fault.code()).isEqualTo("content TOO_LARGE"));
        here.refused("INVALID_INPUT", () -> here.sounds().replace(sound.id(), new ByteArrayInputStream(larger)));
        assertThat(kept()).containsExactly(sound.content());
    }

    @Test
    void T4_anEndlessStreamIsLeftWhereItBecomesTooLarge() {
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(SoundBytes.wav(1)), new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return length;
            }
        });
        here.refused("INVALID_INPUT", () -> here.sounds().add("Endless", endless));
        assertThat(kept()).isEmpty();
    }

    @Test
    void T4_bytesMayComeOneByOneOrNotAtOnce() {
        byte[] bytes = SoundBytes.mp3(1);
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            private int calls;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return calls++ % 3 == 0 ? 0 : super.read(into, offset, Math.min(length, 1));
            }
        };
        InputStream never = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return 0;
            }
        };
        assertThat(heard(here, here.sounds().add("Slow", slow))).isEqualTo(bytes);
        assertThat(heard(here, here.sounds().add("Never", never))).isEqualTo(bytes);
    }

    @Test
    void X1_aStreamThatFailsKeepsNothing() {
        Sound sound = here.sound("Hello", 1);
        IOException broken = new IOException("broken");
        Snapshot before = world.snapshot(here.owner().accountId());
        assertThatThrownBy(() -> here.sounds().add("Other", failing(broken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(broken);
        assertThatThrownBy(() -> here.sounds().replace(sound.id(), failing(broken)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(world.snapshot(here.owner().accountId())).isEqualTo(before);
        assertThat(contents.calls).endsWith("close", "close");
    }

    private static InputStream failing(IOException broken) {
        return new InputStream() {
            private final byte[] begin = SoundBytes.wavOf(100_000, 3);
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 50_000) {
                    throw broken;
                }
                return begin[at++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                into[offset] = (byte) read();
                return 1;
            }
        };
    }

    @Test
    void T4_bytesAreKeptBeforeTheSoundThatNamesThemIsSaved() {
        Snapshot before = world.snapshot(here.owner().accountId());
        contents.afterKeep = new IllegalStateException("killed");
        assertThatThrownBy(() -> here.sound("Hello", 1)).hasMessage("killed");
        Snapshot after = world.snapshot(here.owner().accountId());
        assertThat(after.contents()).hasSize(1);
        assertThat(after.owned()).isEqualTo(before.owned());
        assertThat(after.events()).isEqualTo(before.events());

        contents.afterKeep = null;
        assertThat(world.phoneUnite.sweepSounds()).isEqualTo(1);
        assertThat(world.phoneUnite.sweepSounds()).isZero();
        assertThat(kept()).isEmpty();
        assertThat(heard(here, here.sound("Hello", 1))).isEqualTo(SoundBytes.wav(1));
    }

    @Test
    void T4_whatIsSweptIsNamedByNoSoundOfAnyOrganization() {
        List<Sound> named = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            named.add(both.get(i % 2).sound("Sound " + i, i));
        }
        Sound removed = here.sound("Removed", 200);
        Sound closed = both.get(1).sound("Closed", 201);
        contents.atDelete = new IllegalStateException("not now");
        here.sounds().remove(removed.id());
        here.owner().closeOrganization(both.get(1).id());
        contents.atDelete = null;
        assertThat(kept()).hasSize(132);
        assertThat(world.phoneUnite.sweepSounds()).isEqualTo(1);
        assertThat(kept()).hasSize(131).contains(closed.content()).doesNotContain(removed.content());
        assertThat(named).allSatisfy(sound -> assertThat(kept()).contains(sound.content()));
    }

    @Test
    void X1_whatIsDoneStaysDoneWhereTheBytesCannotBeDeleted() {
        Sound sound = here.sound("Hello", 1);
        contents.atDelete = new IllegalStateException("not now");
        here.sounds().replace(sound.id(), new ByteArrayInputStream(SoundBytes.wav(2)));
        here.sounds().remove(sound.id());
        here.refused("RESOURCE_NOT_FOUND", () -> here.sounds().get(sound.id()));
        here.sound("Taken", 3);
        assertThat(World.refusal("RESOURCE_NAME_TAKEN", () -> here.sound("Taken", 4)))
                .as("the reason, and not that the bytes cannot be deleted")
                .isNotNull();
        assertThat(kept()).hasSize(4);
        assertThat(world.phoneUnite.sweepSounds())
                .as("one that cannot be deleted does not stop the others")
                .isZero();
        contents.atDelete = null;
        assertThat(world.phoneUnite.sweepSounds()).isEqualTo(3);
    }

    @Test
    void X1_bytesThatCannotBeTakenAreNotNamed() {
        Snapshot before = world.snapshot(here.owner().accountId());
        contents.atWrite = new IllegalStateException("full");
        assertThatThrownBy(() -> here.sound("Hello", 1)).hasMessage("full");
        assertThat(world.snapshot(here.owner().accountId())).isEqualTo(before);
        assertThat(contents.calls).containsExactly("close");
    }

    @Test
    void T4_bytesThatAreReplacedWhileOthersComeInAreForgotten() {
        Sound sound = here.sound("Hello", 1);
        InputStream slow = during(
                SoundBytes.wav(3),
                () -> here.sounds().replace(sound.id(), new ByteArrayInputStream(SoundBytes.wav(2))));
        Sound replaced = here.sounds().replace(sound.id(), slow);
        assertThat(heard(here, replaced)).isEqualTo(SoundBytes.wav(3));
        assertThat(kept()).containsExactly(replaced.content());
    }

    @Test
    void T4_aSoundThatGoesWhileItsBytesComeInIsNotFoundAndNothingIsKept() {
        Sound sound = here.sound("Hello", 1);
        InputStream slow = during(SoundBytes.wav(3), () -> here.sounds().remove(sound.id()));
        World.refusal("RESOURCE_NOT_FOUND", () -> here.sounds().replace(sound.id(), slow));
        assertThat(kept()).isEmpty();
    }

    @Test
    void S3_whoLosesAccessWhileTheirBytesComeInAddsNothing() {
        UserSession administrator = world.administrator(here.owner(), here.id(), "admin@example.com");
        Sounds theirs = administrator.switchTo(here.id()).sounds();
        InputStream slow = during(
                SoundBytes.wav(3), () -> here.workspace().administrators().remove(administrator.user()));
        World.refusal("ORGANIZATION_NOT_FOUND", () -> theirs.add("Late", slow));
        assertThat(kept()).isEmpty();
        assertThat(here.owned().counts()).containsEntry("sound", 0);
    }

    @Test
    void T4_bytesThatAreSweptBeforeTheyAreNamedAreKeptAgain() {
        Sound first = here.sound("First", 1);
        InputStream slow = during(SoundBytes.wav(1), () -> here.sounds().remove(first.id()));
        assertThat(heard(here, here.sounds().add("Second", slow))).isEqualTo(SoundBytes.wav(1));
        assertThat(kept()).hasSize(1);
    }

    /** Lets something happen once all bytes are read. */
    private static InputStream during(byte[] bytes, Runnable event) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                if (read < 0) {
                    event.run();
                }
                return read;
            }
        };
    }

    @Test
    void T4_aSoundThatIsSavedFindsItsBytesWhoeverRemovesTheSameOnes() throws Exception {
        for (int round = 0; round < 300; round++) {
            Sound first = here.sound("First", 1);
            List<Callable<Object>> work = List.of(
                    () -> here.sounds().remove(first.id()),
                    () -> here.sound("Second", 1),
                    () -> here.sound("Third", 1),
                    () -> world.phoneUnite.sweepSounds());
            List<Object> done = Threads.together(work);
            for (Object added : done.subList(1, 3)) {
                assertThat(heard(here, (Sound) added)).isEqualTo(SoundBytes.wav(1));
                here.sounds().remove(((Sound) added).id());
            }
            assertThat(kept()).isEmpty();
        }
    }

    @Test
    void T4_aSoundIsHeardWhileItIsReplaced() throws Exception {
        Sound sound = here.sound("Hello", 0);
        List<Callable<Object>> work = List.of(
                () -> {
                    for (int i = 1; i < 300; i++) {
                        here.sounds().replace(sound.id(), new ByteArrayInputStream(SoundBytes.wav(i)));
                    }
                    return "replaced";
                },
                () -> {
                    for (int i = 0; i < 1_000; i++) {
                        assertThat(heard(here, sound)).hasSize(48);
                    }
                    return "heard";
                });
        assertThat(Threads.together(work)).containsExactly("replaced", "heard");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void X1_inATransactionOfTheHostsBytesAreLeftToBeSwept() {
        Snapshot before = world.snapshot(here.owner().accountId());
        assertThatThrownBy(() -> world.store.unitOfWork().execute(here.owner().accountId(), () -> {
                    here.sound("Hello", 1);
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(world.snapshot(here.owner().accountId()).owned()).isEqualTo(before.owned());
        assertThat(kept()).hasSize(1);
        assertThat(world.phoneUnite.sweepSounds()).isEqualTo(1);

        Sound sound = here.sound("Hello", 1);
        assertThatThrownBy(() -> world.store.unitOfWork().execute(here.owner().accountId(), () -> {
                    here.sounds().remove(sound.id());
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(heard(here, sound)).isEqualTo(SoundBytes.wav(1));
        world.store
                .unitOfWork()
                .execute(here.owner().accountId(), () -> here.sounds().remove(sound.id()));
        assertThat(kept()).hasSize(1);
        assertThat(world.phoneUnite.sweepSounds()).isEqualTo(1);
        assertThatThrownBy(() -> world.store
                        .unitOfWork()
                        .execute(here.owner().accountId(), () -> world.phoneUnite.sweepSounds()))
                .isInstanceOf(UnitOfWorkFault.class);
    }

    @Test
    void T4_bytesThatAreNotThereAreAFaultAndNotASoundThatIsNotFound() {
        Sound sound = here.sound("Hello", 1);
        contents.real().delete(sound.content());
        assertThatThrownBy(() -> here.sounds().open(sound.id()))
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessageContaining(sound.id().toString());
    }
}
