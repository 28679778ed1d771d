package com.phoneunite;

import com.phoneunite.membership.Standing;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;

/**
 * Rule S1: an organization as somebody sees it who stands in it. It tells nothing of the account's other organizations (rule I4).
 *
 * @param id the organization
 * @param name its name
 * @param plan the plan that it is on
 * @param state its state (rule O6)
 * @param standing how the viewer stands in it
 */
public record OrganizationSummary(
        OrganizationId id, OrganizationName name, PlanName plan, OrganizationState state, Standing standing) {

    static OrganizationSummary of(Organization organization, Standing standing) {
        return new OrganizationSummary(
                organization.id(), organization.name(), organization.plan(), organization.state(), standing);
    }
}
