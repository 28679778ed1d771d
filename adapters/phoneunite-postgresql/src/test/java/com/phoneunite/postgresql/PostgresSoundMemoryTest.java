package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule T4: the bytes of a sound are held once while they come in, and a part at a time while they go out. */
class PostgresSoundMemoryTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L));
    private static final OrganizationId ORGANIZATION =
            new OrganizationId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0002L));
    private static final int CHUNK = 8_192;
    private static final long SEED = 20_260_131;

    private final TestDatabase database = TestDatabase.empty();
    private final SoundContents contents = PostgresStore.on(database.host()).soundContents();

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    private SoundContents.Key keep(byte[] bytes) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        try (SoundContents.Upload upload = contents.begin(ACCOUNT, ORGANIZATION)) {
            for (int at = 0; at < bytes.length; at += CHUNK) {
                upload.write(bytes, at, Math.min(CHUNK, bytes.length - at));
            }
            upload.keep(sha256);
        }
        return new SoundContents.Key(ACCOUNT, ORGANIZATION, sha256);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void T4_whoUploadsHoldsTheSoundOnce() throws Exception {
        byte[] bytes = bytes(Sound.MAX_BYTES);
        keep(bytes(1));
        long before = allocated();
        keep(bytes);
        assertThat(allocated() - before)
                .as("once to hold them, and once more, part by part, for the driver to send them")
                .isLessThan(Sound.MAX_BYTES * 9L / 4);
    }

    @Test
    void T4_whoReadsHoldsOnePart() throws Exception {
        byte[] bytes = bytes(3 * SoundUpload.PART);
        try (InputStream in = contents.open(keep(bytes)).orElseThrow()) {
            assertThat(in.read()).isEqualTo(bytes[0] & 0xFF);
            database.execute("DELETE FROM phoneunite.sound_content WHERE part > 0");
            assertThat(in.readNBytes(SoundUpload.PART - 1)).hasSize(SoundUpload.PART - 1);
            assertThatThrownBy(in::read)
                    .as("nothing of what comes next was held")
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void T4_whoReadsAllocatesNoMoreThanOneReadsAtATime() throws Exception {
        SoundContents.Key key = keep(bytes(Sound.MAX_BYTES));
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = contents.open(key).orElseThrow()) {
            for (int read = in.read(chunk); read >= 0; ) {
                long before = allocated();
                read = in.read(chunk);
                assertThat(allocated() - before).isLessThan(4L * SoundUpload.PART);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 8_191, 8_192, 8_193, SoundUpload.PART - 1, SoundUpload.PART, SoundUpload.PART + 1, 600_000})
    void T4_whatComesOutIsWhatCameIn(int size) throws Exception {
        byte[] bytes = bytes(size);
        try (InputStream in = contents.open(keep(bytes)).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(database.names("SELECT part FROM phoneunite.sound_content"))
                .hasSize(Math.max(1, (size + SoundUpload.PART - 1) / SoundUpload.PART));
    }
}
