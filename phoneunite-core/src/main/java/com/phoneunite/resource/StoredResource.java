package com.phoneunite.resource;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Objects;

/**
 * A thing that the host has brought, as a store keeps it. Immutable.
 *
 * @param account the account
 * @param organization the organization that owns it
 * @param ref its type and id
 * @param name unique in the organization among the things of its type
 * @param content a JSON value, as {@link ResourceType#write} wrote it, kept to the character
 * @param addedAt when it was added
 */
public record StoredResource(
        AccountId account,
        OrganizationId organization,
        ResourceRef ref,
        DisplayName name,
        String content,
        Instant addedAt)
        implements OwnedThing {

    public StoredResource {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(name, "name");
        addedAt = Moments.toMicroseconds(addedAt);
        if (ref.kind() != OwnedKind.RESOURCE) {
            throw new IllegalArgumentException(ref.type() + " is not a type of the host's");
        }
        if (content.isEmpty() || content.length() > ResourceType.MAX_CONTENT_LENGTH) {
            throw new IllegalArgumentException("the content of a thing is 1 to " + ResourceType.MAX_CONTENT_LENGTH
                    + " characters, and this has " + content.length());
        }
    }
}
