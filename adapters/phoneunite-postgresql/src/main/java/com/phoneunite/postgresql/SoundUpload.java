package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.SoundContents;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Bytes on their way in: in the heap until they are kept, which is at most what a sound can have. */
final class SoundUpload implements SoundContents.Upload {

    /** How many bytes a part has. */
    static final int PART = 262_144;

    private static final String KEEP = """
        INSERT INTO phoneunite.sound_content (account_id, organization_id, sha256, part, bytes)
        SELECT ?::uuid, ?::uuid, ?, part.number - 1, part.bytes
        FROM unnest(?::bytea[]) WITH ORDINALITY AS part (bytes, number) ON CONFLICT DO NOTHING\
        """;

    private final Database database;
    private final AccountId account;
    private final OrganizationId organization;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

    SoundUpload(Database database, AccountId account, OrganizationId organization) {
        this.database = database;
        this.account = account;
        this.organization = organization;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        buffer.write(bytes, offset, length);
    }

    @Override
    public void keep(String sha256) {
        byte[] bytes = buffer.toByteArray();
        if (!sha256.equals(sha256(bytes))) {
            throw new PhoneUniteFault(
                    "the bytes of a sound of organization " + organization + " have another hash (T4)");
        }
        byte[][] parts = parts(bytes);
        database.ofAccount(account, in -> in.write(KEEP, account.value(), organization.value(), sha256, parts));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new PhoneUniteFault("every Java has SHA-256", e);
        }
    }

    /** At least one, so that what is empty is there, too. */
    private static byte[][] parts(byte[] bytes) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(bytes.length, from + PART);
            parts.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        } while (from < bytes.length);
        return parts.toArray(byte[][]::new);
    }

    @Override
    public void close() {
        buffer.reset();
    }
}
