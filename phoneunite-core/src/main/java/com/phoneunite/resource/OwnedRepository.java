package com.phoneunite.resource;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps things of organizations of one kind. Each method runs inside a unit of work that is open on the account;
 * without one it is a fault. What an organization owns is read with a scope, so only by who stands in it (rule I1).
 *
 * @param <T> what is kept
 */
public interface OwnedRepository<T extends OwnedThing> {

    /** The thing, if the organization has it. */
    Optional<T> find(OrganizationScope scope, ResourceRef ref);

    /** The organization's thing of that type whose name has the same {@linkplain DisplayName#key() key}. */
    Optional<T> findByName(OrganizationScope scope, String type, DisplayName name);

    /**
     * The organization's things of that type, in the order of their ids.
     *
     * @param after only those whose id comes later; empty for all
     * @param limit at most so many, from 0
     */
    List<T> list(OrganizationScope scope, String type, Optional<String> after, int limit);

    /** How many things of that type the organization has. */
    int count(OrganizationScope scope, String type);

    /** Keeps the thing in place of what was kept under its reference. A name that is not unique is a fault. */
    void save(T thing);

    /** Forgets what is kept under its reference, if anything. */
    void remove(T thing);
}
