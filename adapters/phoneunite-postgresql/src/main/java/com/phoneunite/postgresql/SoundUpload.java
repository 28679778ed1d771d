package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.SoundContents;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Bytes on their way in: in the heap until they are kept, once, which is at most what a sound can have. They cannot go to the database
 * before that: what they are kept under, and whether they are a sound at all, is known with the last of them (T4).
 */
final class SoundUpload implements SoundContents.Upload {

    /** How many bytes a part has. */
    static final int PART = 262_144;

    private static final String KEEP = """
        INSERT INTO phoneunite.sound_content (account_id, organization_id, sha256, part, bytes) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING\
        """;

    private final Database database;
    private final AccountId account;
    private final OrganizationId organization;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[0];
    private int inLast;

    SoundUpload(Database database, AccountId account, OrganizationId organization) {
        this.database = database;
        this.account = account;
        this.organization = organization;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int at = offset;
        while (at < offset + length) {
            makeRoom();
            int taken = Math.min(offset + length - at, last.length - inLast);
            System.arraycopy(bytes, at, last, inLast, taken);
            inLast += taken;
            at += taken;
        }
    }

    /** A sound of few bytes takes little; a part is never more than one. */
    private void makeRoom() {
        if (inLast == PART) {
            full.add(last);
            last = new byte[PART];
            inLast = 0;
        } else if (inLast == last.length) {
            last = Arrays.copyOf(last, Math.min(PART, Math.max(8_192, 4 * inLast)));
        }
    }

    @Override
    public void keep(String sha256) {
        // At least one, so that what is empty is there, too.
        List<byte[]> parts = new ArrayList<>(full);
        parts.add(Arrays.copyOf(last, inLast));
        if (!sha256.equals(sha256(parts))) {
            throw new PhoneUniteFault(
                    "the bytes of a sound of organization " + organization + " have another hash (T4)");
        }
        database.ofAccount(account, in -> {
            for (int part = 0; part < parts.size(); part++) {
                in.write(KEEP, account.value(), organization.value(), sha256, part, parts.get(part));
            }
            return parts.size();
        });
    }

    private static String sha256(List<byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new PhoneUniteFault("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        full.clear();
        last = new byte[0];
        inLast = 0;
    }
}
