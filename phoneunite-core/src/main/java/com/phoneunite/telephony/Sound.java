package com.phoneunite.telephony;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceRef;
import java.time.Instant;
import java.util.Objects;

/**
 * Rule T4: a sound that an organization has. Its content lives behind {@link SoundContents}, under its hash. Immutable.
 *
 * @param account the account
 * @param organization the organization that owns it
 * @param id its id
 * @param name unique among the sounds of the organization
 * @param format what its bytes are
 * @param size how many bytes it has, 1 to {@value #MAX_BYTES}
 * @param sha256 the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 * @param addedAt when it was added
 */
public record Sound(
        AccountId account,
        OrganizationId organization,
        SoundId id,
        DisplayName name,
        SoundFormat format,
        int size,
        String sha256,
        Instant addedAt)
        implements OwnedThing {

    /** The most bytes: 10 MiB. */
    public static final int MAX_BYTES = 10_485_760;

    /** The most sounds that an organization can have. */
    public static final int MAX_PER_ORGANIZATION = 1_000;

    public Sound {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(format, "format");
        addedAt = Moments.toMicroseconds(addedAt);
        new SoundContents.Key(account, organization, sha256);
        if (size < 1 || size > MAX_BYTES) {
            throw new IllegalArgumentException("a sound has 1 byte to 10 MiB (T4)");
        }
    }

    @Override
    public ResourceRef ref() {
        return id.ref();
    }

    /** Where its content is kept. */
    public SoundContents.Key content() {
        return new SoundContents.Key(account, organization, sha256);
    }

    /** The same under another name. */
    public Sound renamed(DisplayName newName) {
        return new Sound(account, organization, id, newName, format, size, sha256, addedAt);
    }
}
