package com.phoneunite.membership;

import com.phoneunite.organization.Organization;
import java.util.Objects;

/**
 * An organization, and how somebody stands in it.
 *
 * @param organization the organization
 * @param standing how they stand in it
 */
public record StandingIn(Organization organization, Standing standing) {

    public StandingIn {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(standing, "standing");
    }
}
