package com.phoneunite.telephony;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The port that keeps the bytes of sounds (rule T4). Content is never changed, only kept and deleted, and belongs to one organization:
 * the same bytes in two of them are kept twice, so that neither can tell of the other (rule I4). It takes part in no unit of work:
 * content is kept before the sound that names it is saved. Implementations are thread-safe.
 */
public interface SoundContents {

    /**
     * Where a content is kept.
     *
     * @param account the account
     * @param organization the organization
     * @param sha256 the SHA-256 of the bytes, 64 hexadecimal digits in lower case
     */
    record Key(AccountId account, OrganizationId organization, String sha256) implements Comparable<Key> {

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::account)
                .thenComparing(Key::organization)
                .thenComparing(Key::sha256);

        public Key {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(organization, "organization");
            if (!HASH.matcher(sha256).matches()) {
                throw new IllegalArgumentException("a SHA-256 is 64 hexadecimal digits in lower case");
            }
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Bytes on their way in. Not thread-safe. */
    interface Upload extends AutoCloseable {

        /** Takes further bytes, now: the caller may then put others into the array. */
        void write(byte[] bytes, int offset, int length);

        /**
         * Keeps all bytes that were written, durably, under their hash; what is kept there already stays. They are there at once, and
         * wholly. May be called again: somebody may have deleted meanwhile what no sound named yet.
         *
         * @throws PhoneUniteFault if the bytes that were written have another hash; nothing is kept then
         */
        void keep(String sha256);

        /** Forgets bytes that were not kept. */
        @Override
        void close();
    }

    /** Begins to take the content of a sound of that organization. */
    Upload begin(AccountId account, OrganizationId organization);

    /** The bytes, from the first one on, for each reader anew; the reader closes it. Empty if nothing is kept there. */
    Optional<InputStream> open(Key key);

    /** Whether something is kept there. */
    boolean contains(Key key);

    /** Forgets what is kept there, if anything. */
    void delete(Key key);

    /**
     * What is kept, in the order of the keys.
     *
     * @param after only what comes behind it; empty for all
     * @param limit at most so many, from 0
     */
    List<Key> list(Optional<Key> after, int limit);
}
