package com.phoneunite;

import com.phoneunite.account.UserRef;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;

/**
 * The current organization of a signed-in user: each section shows this organization and nothing else (rules S1 and I1). The
 * user's access is read again at every call (rule S3); once it is gone, every method answers {@code ORGANIZATION_NOT_FOUND}.
 *
 * <p>Immutable, without thread-local state: safe for any number of threads.
 */
public final class OrganizationWorkspace {

    private final Desk desk;
    private final UserRef viewer;
    private final OrganizationId organization;

    OrganizationWorkspace(Desk desk, UserRef viewer, OrganizationId organization) {
        this.desk = desk;
        this.viewer = viewer;
        this.organization = organization;
    }

    /** The id of the organization. */
    public OrganizationId id() {
        return organization;
    }

    /** The organization as it is now. */
    public OrganizationSummary organization() {
        return desk.view(viewer.account(), () -> {
            OrganizationScope scope = desk.enter(viewer, organization);
            return OrganizationSummary.of(scope.organization(), scope.standing());
        });
    }

    /** Rule T1: the phone numbers of the organization. */
    public PhoneNumbers phoneNumbers() {
        return new PhoneNumbers(desk, viewer, organization);
    }

    /** Rule M3: who is a member of the organization, with which extension. */
    public Members members() {
        return new Members(desk, viewer, organization);
    }

    /** Rule M5: who is invited into the organization. */
    public Invitations invitations() {
        return new Invitations(desk, viewer, organization);
    }

    /** Rule M2: who administers the organization. */
    public Administrators administrators() {
        return new Administrators(desk, viewer, organization);
    }
}
