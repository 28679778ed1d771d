package com.phoneunite.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.Invitations;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.UserId;
import com.phoneunite.json.ExportedHouse.Note;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Everything that an organization owns, in one document. */
class OrganizationJsonTest {

    private static final int LARGE = 3_000_000;

    private final ExportedHouse house = new ExportedHouse();

    @Test
    void O6_everythingThatAnOrganizationOwnsIsInTheDocument() throws IOException {
        UserId member = house.owner.users().add("ann@example.com").id();
        house.first.members().add(member, "101");
        house.first.invitations().inviteAdministrator("bob@example.com");
        house.first.invitations().inviteMember("eve@example.com", "102");
        Sound sound = house.first.sounds().add("Welcome “1”", new ByteArrayInputStream(SoundBytes.wav()));
        var note = house.first
                .resources(new Note())
                .add("Note", " {\"rate\": 1.50e999, \"big\": 12345678901234567890, \"é\": [null]} ");
        house.first
                .callTrees()
                .save(CallTree.named("Main")
                        .menu(
                                "welcome",
                                Menu.playing(sound.id())
                                        .on('1', Destination.extension("101"))
                                        .on('2', Destination.resource(note.ref()))
                                        .otherwise(Destination.voicemail("101"))));
        house.first.phoneNumbers().add("+12025550123");
        house.first.phoneNumbers().add("+12025550124");
        house.first.phoneNumbers().route("+12025550124", Destination.extension("101"));

        assertThat(house.written()).isEqualTo(golden());
    }

    @Test
    void M5_noTokenAndNoHashOfOneIsInTheDocument() {
        Invitations.Made made = house.first.invitations().inviteAdministrator("bob@example.com");
        assertThat(house.written())
                .contains(made.invitation().id().toString())
                .doesNotContain(made.invitation().tokenHash(), made.token().reveal());
    }

    @Test
    void I4_nothingOfAnotherOrganizationIsInTheDocument() {
        String before = house.written();
        OrganizationWorkspace other = house.further("Services Experts, LLC");
        other.members().add(house.owner.users().add("ann@example.com").id(), "101");
        other.invitations().inviteMember("bob@example.com", "102");
        other.phoneNumbers().add("+12025550123");
        other.callTrees()
                .save(CallTree.named("Theirs").menu("a", Menu.saying("Hi.").otherwise(Destination.hangUp())));
        other.sounds().add("Theirs", new ByteArrayInputStream(SoundBytes.mp3()));
        other.resources(new Note()).add("Theirs", "true");
        assertThat(house.written()).isEqualTo(before);
    }

    @Test
    void A2_onlyWhoManagesTheOrganizationMayWriteIt() {
        UserId member = house.owner.users().add("ann@example.com").id();
        house.first.members().add(member, "101");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UserSession ann = house.signIn(member);
        OrganizationId here = house.first.id();
        assertThatThrownBy(() -> OrganizationJson.write(ann.switchTo(here), out))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("ADMINISTRATOR_REQUIRED"));
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "not JSON", "\"\ud800\"", "[1,]", " ", "{\"a\":NaN}", "1 2", "\"a"})
    void X1_aContentThatIsNotJsonIsAFaultThatNamesItsType(String content) {
        house.first.resources(new Note()).add("Good", "true");
        house.first.resources(new Note()).add("Bad", content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> OrganizationJson.write(house.first, out))
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessageContainingAll("the type note", house.first.id().toString())
                .hasMessageNotContaining(content.isBlank() ? "\n" : content);
        assertThat(isWhole(out)).as("what was written looks whole").isFalse();
    }

    @Test
    void T4_aContentOfAnyDepthAndNumberIsWrittenAsItIs() {
        String deep = "[".repeat(30_000) + "1".repeat(5_000) + "]".repeat(30_000);
        house.first.resources(new Note()).add("Deep", deep);
        assertThat(house.written()).contains("\"content\":" + deep);
    }

    @Test
    void T4_theBytesOfASoundArePassedOnAFewAtATime() {
        byte[] content = large(7);
        house.first.sounds().add("Large", new ByteArrayInputStream(content));
        AtomicInteger read = new AtomicInteger();
        house.opened = bytes -> counting(bytes, read);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("one byte at a time");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                kept.write(bytes, offset, length);
                assertThat(read.get() - kept.size() * 3L / 4)
                        .as("bytes that are held")
                        .isLessThan(65_536);
            }
        };
        OrganizationJson.write(house.first, out);
        assertThat(kept.toString(StandardCharsets.UTF_8))
                .contains("\"content\":\"" + Base64.getEncoder().encodeToString(content) + "\"");
    }

    @Test
    void T4_theStreamIsFlushedAndLeftOpen() {
        AtomicInteger flushed = new AtomicInteger();
        OrganizationJson.write(house.first, new ByteArrayOutputStream() {
            @Override
            public void flush() {
                flushed.incrementAndGet();
            }

            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        });
        assertThat(flushed).hasPositiveValue();
    }

    @Test
    void T4_aStreamThatFailsIsToldAsThat() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> OrganizationJson.write(house.first, full))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no space left");
    }

    @Test
    void T4_aSoundThatIsReplacedMeanwhileIsWrittenAsItIsThen() {
        house.first.sounds().add("First", new ByteArrayInputStream(large(1)));
        Sound second = house.first.sounds().add("Second", new ByteArrayInputStream(SoundBytes.wav()));
        String document = writtenWhile(
                () -> house.first.sounds().replace(second.id(), new ByteArrayInputStream(SoundBytes.mp3())));
        assertThat(document)
                .contains("audio/mpeg", Base64.getEncoder().encodeToString(SoundBytes.mp3()))
                .doesNotContain(second.sha256());
    }

    @Test
    void T4_ofASoundThatIsRemovedMeanwhileThereAreNoBytes() {
        house.first.sounds().add("First", new ByteArrayInputStream(large(1)));
        Sound second = house.first.sounds().add("Second", new ByteArrayInputStream(SoundBytes.wav()));
        String document = writtenWhile(() -> house.first.sounds().remove(second.id()));
        assertThat(document)
                .contains("\"sha256\":\"" + second.sha256() + "\",\"addedAt\":\"2026-01-31T15:00:00.000001Z\"}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void T4_otherBytesThanWereAddedAreAFault(int more) {
        byte[] content = SoundBytes.wav();
        Sound sound = house.first.sounds().add("Sound", new ByteArrayInputStream(content));
        byte[] other = Arrays.copyOf(content, content.length + more);
        other[0] = 1;
        house.opened = bytes -> new ByteArrayInputStream(other);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> OrganizationJson.write(house.first, out))
                .isInstanceOf(PhoneUniteFault.class)
                .hasMessageContaining(sound.id().toString());
        assertThat(isWhole(out)).as("what was written looks whole").isFalse();
    }

    private String writtenWhile(Runnable meanwhile) {
        AtomicInteger writes = new AtomicInteger();
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                if (writes.incrementAndGet() == 1) {
                    meanwhile.run();
                }
            }
        };
        OrganizationJson.write(house.first, out);
        assertThat(isWhole(out)).isTrue();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(ByteArrayOutputStream out) {
        try (JsonParser json = Documents.parser(out.toString(StandardCharsets.UTF_8), 100)) {
            json.nextToken();
            json.skipChildren();
            return json.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static InputStream counting(InputStream bytes, AtomicInteger read) {
        return new FilterInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int got = super.read(into, offset, length);
                read.addAndGet(Math.max(got, 0));
                return got;
            }
        };
    }

    private static byte[] large(int seed) {
        byte[] large = Arrays.copyOf(SoundBytes.wav(), LARGE);
        for (int at = SoundBytes.wav().length; at < LARGE; at++) {
            large[at] = (byte) (at * 31 + seed);
        }
        return large;
    }

    private static String golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OrganizationJsonTest.class.getResourceAsStream("organization-v1.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void X4_whatIsNotGivenIsRefused() {
        assertThatThrownBy(() -> OrganizationJson.write(null, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("out: must be given (REQUIRED); workspace: must be given (REQUIRED)");
        assertThatThrownBy(() -> CallTreeJson.write(null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("callTree: must be given (REQUIRED)");
    }
}
