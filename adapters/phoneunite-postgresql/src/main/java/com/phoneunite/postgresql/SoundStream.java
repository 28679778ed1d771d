package com.phoneunite.postgresql;

import com.phoneunite.telephony.SoundContents;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the bytes of a sound part by part. Not thread-safe. */
final class SoundStream extends InputStream {

    private static final String PART = """
        SELECT bytes FROM phoneunite.sound_content
        WHERE account_id = ? AND organization_id = ? AND sha256 = ? AND part = ?\
        """;

    private final Database database;
    private final SoundContents.Key key;
    private final int parts;
    private byte[] part = new byte[0];
    private int at;
    private int next;

    SoundStream(Database database, SoundContents.Key key, int parts) {
        this.database = database;
        this.key = key;
        this.parts = parts;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? part[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (at == part.length && next < parts) {
            part = readPart().orElseThrow(() -> new IOException("the content was deleted meanwhile"));
            at = 0;
            next++;
        }
        return at < part.length;
    }

    private Optional<byte[]> readPart() {
        return database.ofAccount(
                key.account(),
                in -> in.find(
                        PART,
                        row -> row.bytes("bytes"),
                        key.account().value(),
                        key.organization().value(),
                        key.sha256(),
                        next));
    }
}
