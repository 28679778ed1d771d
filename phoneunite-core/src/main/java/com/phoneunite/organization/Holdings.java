package com.phoneunite.organization;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Rule B5: what organizations hold, as dated facts, however late somebody asks. This is all that billing learns of telephony and
 * members. Thread-safe; each method runs inside a unit of work that is open on the account.
 */
public final class Holdings {

    private final HoldingRepository facts;

    public Holdings(HoldingRepository facts) {
        this.facts = facts;
    }

    /**
     * What was held when a period started.
     *
     * @param extensions how many extensions
     * @param phoneNumbers how many phone numbers
     */
    public record Counts(int extensions, int phoneNumbers) {

        /** Nothing held. */
        public static final Counts NONE = new Counts(0, 0);
    }

    /** Records that the organization holds so many more from the moment of the change on, or fewer where negative. */
    public void change(Change change, OrganizationId organization, HoldingKind kind, int difference) {
        if (difference == 0) {
            return;
        }
        HoldingFact nothing = new HoldingFact(change.account(), organization, kind, change.at(), 0);
        HoldingFact latest = facts.latest(change.account(), organization, kind).orElse(nothing);
        facts.save(latest.changedBy(difference, change.at()));
    }

    /**
     * Rule B5: what was held at the start of a period. What is added or removed at that very moment or later belongs to the
     * period: an addition is first charged at the next one, a removal is not credited.
     */
    public Counts atStartOf(AccountId account, OrganizationId organization, Instant periodStart) {
        return new Counts(
                count(account, organization, HoldingKind.EXTENSION, periodStart),
                count(account, organization, HoldingKind.PHONE_NUMBER, periodStart));
    }

    /**
     * Rule B5: what is held by several organizations, read at once, from the start of a period of each on.
     *
     * @param since the start of the first period that will be asked for
     */
    public HeldSince since(AccountId account, Map<OrganizationId, Instant> since) {
        return new HeldSince(Map.copyOf(since), since.isEmpty() ? List.of() : facts.listSince(account, since));
    }

    private int count(AccountId account, OrganizationId organization, HoldingKind kind, Instant moment) {
        return facts.latestBefore(account, organization, kind, moment)
                .map(HoldingFact::count)
                .orElse(0);
    }
}
