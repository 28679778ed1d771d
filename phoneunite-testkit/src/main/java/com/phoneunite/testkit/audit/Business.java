package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.Optional;

/**
 * An organization as the store shows it.
 *
 * @param ordinal its place among all that the account ever had: 0 for the first ever
 */
record Business(
        OrganizationId id, int ordinal, State state, PlanName plan, Instant addedAt, Optional<Instant> trialEndsAt) {}
