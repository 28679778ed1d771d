package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.Sounds;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules T4 and X1: the bytes of sounds cross a port that takes part in no unit of work. The process is killed before and after every
 * single call of a port, so also between the bytes and the sound that names them; then it is started, the operation is done again, and
 * contents are swept: it ends where the operation ends that was never cut. No sound is ever without its bytes.
 */
class SoundCrashTest {

    private static final class Host {

        private final Fuse fuse;
        private final Store store;
        private final PhoneUnite phoneUnite;
        private final Sounds sounds;
        private final AccountId account;
        private final OrganizationId organization;
        private final SoundId welcome;
        private final SoundId twin;

        Host() {
            this(Fuse.killing());
        }

        /** A sound, two more with the same bytes, and bytes that a process has left behind. */
        Host(Fuse fuse) {
            this.fuse = fuse;
            store = fuse.wrap(Store.class, InMemoryStore.create());
            phoneUnite = PhoneUnite.builder(store)
                    .billing(OrganizationBilling.none())
                    .clock(MutableClock.at("2026-01-31T15:00:00Z"))
                    .build();
            UserSession you = phoneUnite.signIn(phoneUnite
                    .openAccount(OpenAccount.named("First")
                            .owner("you@example.com")
                            .in("US", "America/New_York", "USD")
                            .on("standard"))
                    .owner());
            account = you.accountId();
            organization = you.organizations().items().get(0).id();
            sounds = you.switchTo(organization).sounds();
            welcome = sounds.add("Welcome", wav(1)).id();
            twin = sounds.add("Twin", wav(2)).id();
            sounds.add("Other twin", wav(2));
            leaveBehind(3);
            leaveBehind(4);
        }

        private void leaveBehind(int number) {
            byte[] bytes = Wav.of(number);
            try (SoundContents.Upload upload = store.soundContents().begin(account, organization)) {
                upload.write(bytes, 0, bytes.length);
                upload.keep(Wav.sha256(bytes));
            }
        }

        static InputStream wav(int number) {
            return new ByteArrayInputStream(Wav.of(number));
        }

        /** A caller who repeats may hear that it is done already. */
        void again(Consumer<Host> operation) {
            try {
                operation.accept(this);
            } catch (RefusedException done) {
                assertThat(done.code()).isIn("RESOURCE_NAME_TAKEN", "RESOURCE_NOT_FOUND");
            }
        }

        /** Whoever comes while a unit of work is open waits until it is not. */
        void comesBetween(Consumer<Host> other) {
            if (!store.unitOfWork().isOpen()) {
                other.accept(this);
            }
        }

        List<String> verifyEverySoundHasItsBytes() {
            return sounds.list(PageRequest.first(100)).items().stream()
                    .map(this::verified)
                    .sorted()
                    .toList();
        }

        private String verified(Sound sound) {
            try (InputStream bytes = sounds.open(sound.id())) {
                return sound.name() + " " + sound.format() + " " + sound.sha256() + " " + bytes.readAllBytes().length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        End end() {
            return new End(
                    verifyEverySoundHasItsBytes(),
                    store.soundContents().list(Optional.empty(), 100).stream()
                            .map(SoundContents.Key::sha256)
                            .toList(),
                    store.unitOfWork()
                            .view(
                                    account,
                                    () -> store.outbox().read(account, 0, 100).stream()
                                            .map(one -> one.event().type())
                                            .toList()));
        }
    }

    private record End(List<String> sounds, List<String> contents, List<String> events) {}

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("a sound is added", host -> host.sounds.add("New", Host.wav(5))),
                operation("a sound is added with bytes that are there", host -> host.sounds.add("New", Host.wav(1))),
                operation(
                        "a sound is added with bytes that were left behind",
                        host -> host.sounds.add("New", Host.wav(3))),
                operation("an addition is refused", host -> host.sounds.add("Welcome", Host.wav(5))),
                operation("a sound is replaced", host -> host.sounds.replace(host.welcome, Host.wav(5))),
                operation("a sound is replaced by its like", host -> host.sounds.replace(host.welcome, Host.wav(2))),
                operation(
                        "one of two with the same bytes is replaced",
                        host -> host.sounds.replace(host.twin, Host.wav(5))),
                operation("a sound is removed", host -> host.sounds.remove(host.welcome)),
                operation("one of two with the same bytes is removed", host -> host.sounds.remove(host.twin)),
                operation("contents are swept", host -> host.phoneUnite.sweepSounds()));
    }

    private static Arguments operation(String name, Consumer<Host> operation) {
        return Arguments.of(name, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void X1_whereverTheProcessIsKilledNoSoundIsWithoutItsBytesAndDoingItAgainFinishesIt(
            String name, Consumer<Host> operation) {
        Host uncut = new Host();
        long before = uncut.fuse.left();
        uncut.again(operation);
        long calls = before - uncut.fuse.left();
        uncut.phoneUnite.sweepSounds();
        End expected = uncut.end();
        assertThat(calls).isGreaterThan(5);

        for (long cut = 0; cut < calls; cut++) {
            Host host = new Host();
            host.fuse.cutAfter(cut);
            kill(host, operation);
            assertThat(host.fuse.left()).as("the fuse has burnt").isNegative();
            host.fuse.mend();
            host.verifyEverySoundHasItsBytes();
            host.again(operation);
            host.verifyEverySoundHasItsBytes();
            host.phoneUnite.sweepSounds();

            assertThat(host.end())
                    .as("%s, killed at call %d of %d", name, cut, calls)
                    .isEqualTo(expected);
        }
    }

    private static void kill(Host host, Consumer<Host> operation) {
        try {
            operation.accept(host);
        } catch (Fuse.Cut | RefusedException e) {
            assertThat(e).isNotNull();
        }
    }

    static Stream<Arguments> operationsAndWhatComesBetween() {
        List<Consumer<Host>> others = List.of(
                host -> host.phoneUnite.sweepSounds(),
                host -> host.sounds.list(PageRequest.first(100)).items().stream()
                        .filter(sound -> !sound.id().equals(host.welcome))
                        .forEach(sound -> host.sounds.remove(sound.id())));
        return operations()
                .flatMap(operation -> Stream.of(
                        Arguments.of(
                                operation.get()[0] + ", and somebody sweeps",
                                operation.get()[1],
                                others.get(0)),
                        Arguments.of(
                                operation.get()[0] + ", and others are removed",
                                operation.get()[1],
                                others.get(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operationsAndWhatComesBetween")
    void T4_whateverComesBetweenNoSoundIsWithoutItsBytesAndNothingIsLeftBehind(
            String name, Consumer<Host> operation, Consumer<Host> other) {
        Host uncut = new Host();
        long before = uncut.fuse.left();
        uncut.again(operation);
        long calls = before - uncut.fuse.left();

        for (long cut = 0; cut < calls; cut++) {
            Host host = new Host(Fuse.once());
            host.fuse.sparkAfter(cut, () -> host.comesBetween(other));
            host.again(operation);
            List<String> sounds = host.verifyEverySoundHasItsBytes();
            host.phoneUnite.sweepSounds();
            assertThat(host.verifyEverySoundHasItsBytes()).as(name).isEqualTo(sounds);
            assertThat(host.end().contents())
                    .as("%s, at call %d of %d", name, cut, calls)
                    .hasSize((int) sounds.stream()
                            .map(sound -> sound.replaceFirst(".* WAV", ""))
                            .distinct()
                            .count());
        }
    }
}
