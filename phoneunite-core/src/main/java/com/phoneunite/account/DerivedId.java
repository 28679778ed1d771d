package com.phoneunite.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that follow from a name instead of being made: the same name always has the same id, on every host. UUIDv8 over SHA-256
 * (RFC 9562, 5.8).
 */
public final class DerivedId {

    private DerivedId() {}

    /**
     * The id for a name.
     *
     * @param purpose keeps ids for different things apart
     * @param name the parts of the name
     */
    public static UUID of(String purpose, String... name) {
        ByteBuffer digest = ByteBuffer.wrap(digest(purpose, name));
        long most = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long least = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** SHA-256 over the parts, each preceded by its length, so that no two lists of parts read the same. */
    static byte[] digest(String first, String... more) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            update(sha, first);
            for (String part : more) {
                update(sha, part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }
}
