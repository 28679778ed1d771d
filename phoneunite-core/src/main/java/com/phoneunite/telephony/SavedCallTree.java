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
 * Rule T3: a call tree that an organization has. A store keeps the tree as {@code com.phoneunite.json.CallTreeJson} writes it, and has it
 * again by reading the document and {@linkplain CallTreeDraft#parse parsing} the draft. Immutable.
 *
 * @param account the account
 * @param organization the organization that owns it
 * @param id its id, which stays when it is saved anew
 * @param tree its menus, and what they lead to
 * @param addedAt when it was added
 */
public record SavedCallTree(
        AccountId account, OrganizationId organization, CallTreeId id, CallTree tree, Instant addedAt)
        implements OwnedThing {

    public SavedCallTree {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tree, "tree");
        addedAt = Moments.toMicroseconds(addedAt);
    }

    @Override
    public ResourceRef ref() {
        return id.ref();
    }

    @Override
    public DisplayName name() {
        return tree.name();
    }
}
