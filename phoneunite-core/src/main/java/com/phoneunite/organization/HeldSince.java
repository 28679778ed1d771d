package com.phoneunite.organization;

import com.phoneunite.organization.Holdings.Counts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rule B5: what some organizations of an account held, read at once, from a moment of each on. Asks no repository; not thread-safe. */
public final class HeldSince {

    private final Map<OrganizationId, Instant> since;
    private final Map<OrganizationId, List<HoldingFact>> facts = new HashMap<>();

    HeldSince(Map<OrganizationId, Instant> since, List<HoldingFact> facts) {
        this.since = since;
        facts.forEach(one -> this.facts
                .computeIfAbsent(one.organization(), id -> new ArrayList<>(2))
                .add(one));
    }

    /**
     * What {@link Holdings#atStartOf} tells.
     *
     * @throws IllegalArgumentException if nothing was read of the organization, or it was not read as far back
     */
    public Counts atStartOf(OrganizationId organization, Instant periodStart) {
        Instant from = since.get(organization);
        if (from == null || periodStart.isBefore(from)) {
            throw new IllegalArgumentException(
                    "what organization " + organization + " held at " + periodStart + " was not read");
        }
        List<HoldingFact> own = facts.getOrDefault(organization, List.of());
        return new Counts(
                count(own, HoldingKind.EXTENSION, periodStart), count(own, HoldingKind.PHONE_NUMBER, periodStart));
    }

    private static int count(List<HoldingFact> facts, HoldingKind kind, Instant moment) {
        int count = 0;
        Instant latest = Instant.MIN;
        for (HoldingFact one : facts) {
            if (one.kind() == kind
                    && one.since().isBefore(moment)
                    && !one.since().isBefore(latest)) {
                latest = one.since();
                count = one.count();
            }
        }
        return count;
    }
}
