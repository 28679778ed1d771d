package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.resource.ResourceRef;
import java.util.Optional;

/** What the house must know of one kind of things that organizations own. Each method runs inside a unit of work. */
interface Belonging {

    /** Rule I3: the name of the thing as people know it, if the organization has it and others can refer to it. */
    Optional<String> nameOf(OrganizationScope scope, ResourceRef ref);

    /** Adds all things of the kind to what is exported. */
    void export(OrganizationScope scope, OrganizationExport.Draft into);

    /** Rule O7: does what closing the organization means for things of the kind. */
    void close(OrganizationScope scope, Change change);
}
