package com.phoneunite.testkit.contract;

import com.phoneunite.telephony.SoundContents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Puts bytes into a store and looks at what is there. */
final class ContentBench {

    private static final int CHUNK = 8_192;

    private final Facts facts;

    ContentBench(Facts facts) {
        this.facts = facts;
    }

    OddValues odd() {
        return facts.odd();
    }

    SoundContents contents() {
        return facts.store().soundContents();
    }

    SoundContents.Key key(int account, int ordinal, byte[] bytes) {
        return new SoundContents.Key(Facts.account(account), Facts.organizationId(account, ordinal), hash(bytes));
    }

    SoundContents.Key keep(int account, int ordinal, byte[] bytes) {
        SoundContents.Key key = key(account, ordinal, bytes);
        keepAs(key, bytes);
        return key;
    }

    /** Keeps the bytes, in pieces, as if they had the hash of the key. */
    void keepAs(SoundContents.Key key, byte[] bytes) {
        try (SoundContents.Upload upload = contents().begin(key.account(), key.organization())) {
            for (int from = 0; from < bytes.length; from += CHUNK) {
                upload.write(bytes, from, Math.min(CHUNK, bytes.length - from));
            }
            upload.keep(key.sha256());
        }
    }

    /** How many bytes are there, up to the first that differs: 0 where nothing is there, -1 where more is. */
    int sameBytes(SoundContents.Key key, byte[] wanted) {
        Optional<InputStream> found = contents().open(key);
        if (found.isEmpty()) {
            return 0;
        }
        try (InputStream bytes = found.get()) {
            byte[] all = bytes.readAllBytes();
            int mismatch = Arrays.mismatch(all, wanted);
            return mismatch < 0 ? all.length : mismatch == wanted.length ? -1 : mismatch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SoundContents.Key> list(Optional<SoundContents.Key> after, int limit) {
        return contents().list(after, limit);
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
