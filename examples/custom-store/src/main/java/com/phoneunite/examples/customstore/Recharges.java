package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

record Recharges(H2UnitOfWork work) implements RechargeRepository {

    private static final String OF_ACCOUNT = "SELECT body FROM recharge WHERE account = ? AND ";

    @Override
    public Optional<Recharge> find(AccountId account, IdempotencyKey key) {
        return work.on(account).find(Recharge.class, OF_ACCOUNT + "id = ?", key);
    }

    @Override
    public Optional<Recharge> findUnresolved(AccountId account) {
        return work.on(account).find(Recharge.class, OF_ACCOUNT + "unresolved");
    }

    @Override
    public boolean anyInReview(AccountId account) {
        return work.on(account).exists("SELECT 1 FROM recharge WHERE account = ? AND state = 'IN_REVIEW' LIMIT 1");
    }

    @Override
    public List<Recharge> list(AccountId account, Optional<RechargeCursor> after, int limit) {
        return work.on(account)
                .list(
                        Recharge.class,
                        OF_ACCOUNT + "(recorded_at, id) > (?, ?) ORDER BY recorded_at, id LIMIT ?",
                        after.map(RechargeCursor::recordedAt).orElse(Instant.EPOCH),
                        after.map(one -> one.key().value()).orElse(""),
                        limit);
    }

    @Override
    public List<Recharge> toCheck(AccountId account, Instant until) {
        return work.on(account).list(Recharge.class, OF_ACCOUNT + "next_check <= ? ORDER BY next_check, id", until);
    }

    @Override
    public Optional<Instant> nextCheck(AccountId account) {
        return work.on(account)
                .rows(
                        row -> Optional.ofNullable(row.getObject(1, Instant.class)),
                        "SELECT MIN(next_check) FROM recharge WHERE account = ?")
                .get(0);
    }

    @Override
    public long sumMinor(AccountId account, Instant from, Instant until, Set<RechargeState> states) {
        return work.on(account)
                .number(
                        "SELECT COALESCE(SUM(minor), 0) FROM recharge WHERE account = ? AND recorded_at >= ?"
                                + " AND recorded_at < ? AND state = ANY(?)",
                        from,
                        until,
                        states.stream().map(RechargeState::name).toArray(String[]::new));
    }

    // tag::recharge
    /** Rule P5: TRUE or NULL under a unique key, so that the database takes no second one. */
    @Override
    public void save(Recharge one) {
        work.on(one.account())
                .update(
                        "MERGE INTO recharge KEY (account, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        one.key(),
                        one.attempt().recordedAt(),
                        one.state(),
                        one.amount().getAmountMinorLong(),
                        Optional.of(true).filter(yes -> one.state().isUnresolved()),
                        one.nextCheck(),
                        Codec.write(one));
    }
    // end::recharge

    @Override
    public boolean note(AccountId account, IdempotencyKey attempt, String notification) {
        Scoped here = work.on(account);
        if (here.exists(
                "SELECT 1 FROM recharge_notification WHERE account = ? AND recharge = ? AND notification = ?",
                attempt,
                notification)) {
            return false;
        }
        here.update(
                "INSERT INTO recharge_notification (account, recharge, notification) VALUES (?, ?, ?)",
                attempt,
                notification);
        here.update(
                "DELETE FROM recharge_notification WHERE account = ?1 AND recharge = ?2 AND number <="
                        + " (SELECT number FROM recharge_notification WHERE account = ?1 AND recharge = ?2"
                        + " ORDER BY number DESC OFFSET ?3 ROWS FETCH FIRST ROW ONLY)",
                attempt,
                MAX_NOTIFICATIONS);
        return true;
    }

    @Override
    public Optional<PaymentToken> card(AccountId account) {
        return work.on(account)
                .row(row -> PaymentToken.of(row.getString(1)), "SELECT token FROM card WHERE account = ?");
    }

    @Override
    public void saveCard(AccountId account, Optional<PaymentToken> token) {
        if (token.isPresent()) {
            work.on(account).update("MERGE INTO card VALUES (?, ?)", token.get().reveal());
        } else {
            work.on(account).update("DELETE FROM card WHERE account = ?");
        }
    }

    @Override
    public List<InReview> inReview(Optional<InReview> after, int limit) {
        return Reviews.list(work, "recharge", after, limit);
    }
}
