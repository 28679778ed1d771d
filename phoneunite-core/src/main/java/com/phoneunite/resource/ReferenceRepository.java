package com.phoneunite.resource;

import com.phoneunite.membership.OrganizationScope;
import java.util.List;
import java.util.Set;

/**
 * The port that keeps which things of an organization refer to which others of the same organization (rules I3 and T5). Each method
 * runs inside a unit of work that is open on the account; without one it is a fault.
 */
public interface ReferenceRepository {

    /** Keeps that this thing refers to exactly those, in place of what was kept of it. With none, forgets it. */
    void replace(OrganizationScope scope, ResourceRef user, Set<ResourceRef> used);

    /**
     * What refers to the thing, in the order of {@link ResourceRef}.
     *
     * @param limit at most so many, from 0
     */
    List<ResourceRef> usersOf(OrganizationScope scope, ResourceRef used, int limit);
}
