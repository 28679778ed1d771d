package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.telephony.SoundContents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The bytes of sounds, in the heap. */
final class MemorySoundContents implements SoundContents {

    private final NavigableMap<Key, byte[]> contents = new ConcurrentSkipListMap<>();

    @Override
    public Upload begin(AccountId account, OrganizationId organization) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        return new Upload() {
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
                contents.putIfAbsent(new Key(account, organization, sha256), bytes);
            }

            @Override
            public void close() {
                buffer.reset();
            }
        };
    }

    @Override
    public Optional<InputStream> open(Key key) {
        return Optional.ofNullable(contents.get(key)).map(ByteArrayInputStream::new);
    }

    @Override
    public boolean contains(Key key) {
        return contents.containsKey(key);
    }

    @Override
    public void delete(Key key) {
        contents.remove(key);
    }

    @Override
    public List<Key> list(Optional<Key> after, int limit) {
        NavigableMap<Key, byte[]> behind =
                after.map(key -> contents.tailMap(key, false)).orElse(contents);
        return behind.keySet().stream().limit(limit).toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new PhoneUniteFault("every Java has SHA-256", e);
        }
    }
}
