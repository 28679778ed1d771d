package com.phoneunite.organization;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /**
     * What tells what organizations held at a moment or later: of each of them and of each kind the fact with the latest date strictly
     * before its moment, and all that are later, in no order. As a rule a store reads them at once; this reads one by one.
     *
     * @param since from which moment on, by organization: up to 10,000 of them, as many as an account ever has
     */
    default List<HoldingFact> listSince(AccountId account, Map<OrganizationId, Instant> since) {
        List<HoldingFact> facts = new ArrayList<>();
        since.forEach((organization, moment) -> {
            for (HoldingKind kind : HoldingKind.values()) {
                Optional<HoldingFact> fact = latest(account, organization, kind);
                while (fact.isPresent()) {
                    HoldingFact one = fact.get();
                    facts.add(one);
                    fact = one.since().isBefore(moment)
                            ? Optional.empty()
                            : latestBefore(account, organization, kind, one.since());
                }
            }
        });
        return facts;
    }

    /** Keeps the fact, in place of one of the same organization, kind and moment. */
    void save(HoldingFact fact);
}
