package com.phoneunite.resource;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.organization.OrganizationId;

/** A thing of an organization that has an id and a name, as a store keeps it. Implementations are immutable. */
public interface OwnedThing {

    /** The account. */
    AccountId account();

    /** The organization that owns it, for ever. */
    OrganizationId organization();

    /** What and which one it is, within the organization. */
    ResourceRef ref();

    /** Its name, unique among the things of its type in the organization. */
    DisplayName name();
}
