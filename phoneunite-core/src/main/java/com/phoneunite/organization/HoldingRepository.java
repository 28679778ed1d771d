package com.phoneunite.organization;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * The port that keeps the dated facts of what organizations hold. Each method runs inside a unit of work that is open on that
 * account; without one it is a fault.
 */
public interface HoldingRepository {

    /** The fact of that kind with the latest date, in whatever order they were kept. */
    Optional<HoldingFact> latest(AccountId account, OrganizationId organization, HoldingKind kind);

    /** The fact of that kind with the latest date strictly before the moment. */
    Optional<HoldingFact> latestBefore(
            AccountId account, OrganizationId organization, HoldingKind kind, Instant moment);

    /** Keeps the fact, in place of one of the same organization, kind and moment. */
    void save(HoldingFact fact);
}
