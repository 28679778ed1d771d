package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.membership.Standing;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record Subscriptions(H2UnitOfWork work) implements SubscriptionRepository {

    private static final String OF_ACCOUNT = " FROM subscription WHERE account = ? AND ";

    /** What a subscription is looked for by. */
    private enum Standing {
        UPCOMING,
        PAST_DUE,
        SUSPENDED
    }

    @Override
    public Optional<Subscription> find(AccountId account, OrganizationId organization) {
        return work.on(account).find(Subscription.class, "SELECT body" + OF_ACCOUNT + "organization = ?", organization);
    }

    @Override
    public List<Subscription> due(AccountId account, Instant moment) {
        return work.on(account)
                .list(
                        Subscription.class,
                        "SELECT body" + OF_ACCOUNT
                                + "standing IN ('UPCOMING', 'PAST_DUE') AND next_due <= ? ORDER BY next_due,"
                                + " organization",
                        moment);
    }

    @Override
    public boolean anyPastDue(AccountId account) {
        return work.on(account).exists("SELECT 1" + OF_ACCOUNT + "standing = 'PAST_DUE' LIMIT 1");
    }

    @Override
    public List<Subscription> suspended(AccountId account) {
        return work.on(account)
                .list(
                        Subscription.class,
                        "SELECT body" + OF_ACCOUNT + "standing = 'SUSPENDED' ORDER BY next_due, organization");
    }

    @Override
    public Optional<Instant> nextGraceEnd(AccountId account) {
        return earliest(account, "grace_until", "standing = 'PAST_DUE'");
    }

    @Override
    public Optional<Instant> nextDue(AccountId account) {
        return earliest(account, "next_due", "standing = 'UPCOMING'");
    }

    @Override
    public Optional<Instant> nextPastDueAfter(AccountId account, Instant moment) {
        return earliest(account, "next_due", "standing = 'PAST_DUE' AND next_due > ?", moment);
    }

    private Optional<Instant> earliest(AccountId account, String column, String where, Object... more) {
        return work.on(account)
                .rows(
                        row -> Optional.ofNullable(row.getObject(1, Instant.class)),
                        "SELECT MIN(" + column + ")" + OF_ACCOUNT + where,
                        more)
                .get(0);
    }

    @Override
    public void remove(AccountId account, OrganizationId organization) {
        work.on(account).update("DELETE" + OF_ACCOUNT + "organization = ?", organization);
    }

    @Override
    public void save(Subscription one) {
        work.in(one.account(), one.organization())
                .update(
                        "MERGE INTO subscription VALUES (?, ?, ?, ?, ?, ?)",
                        standing(one),
                        one.nextDue(),
                        one.shortage().map(Shortage::graceUntil),
                        Codec.write(one));
    }

    private static Standing standing(Subscription one) {
        if (one.isSuspended()) {
            return Standing.SUSPENDED;
        }
        return one.shortage().isPresent() ? Standing.PAST_DUE : Standing.UPCOMING;
    }
}
