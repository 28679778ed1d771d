package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record Reversals(H2UnitOfWork work) implements ReversalRepository {

    @Override
    public Optional<Refund> findRefund(AccountId account, IdempotencyKey key) {
        return work.on(account).find(Refund.class, "SELECT body FROM refund WHERE account = ? AND id = ?", key);
    }

    @Override
    public List<Refund> refundsOf(AccountId account, IdempotencyKey recharge) {
        return work.on(account)
                .list(Refund.class, "SELECT body FROM refund WHERE account = ? AND recharge = ? ORDER BY id", recharge);
    }

    @Override
    public List<Refund> refundsToCheck(AccountId account, Instant until) {
        return work.on(account)
                .list(
                        Refund.class,
                        "SELECT body FROM refund WHERE account = ? AND next_check <= ? ORDER BY next_check, id",
                        until);
    }

    @Override
    public Optional<Instant> nextCheck(AccountId account) {
        return work.on(account)
                .rows(
                        row -> Optional.ofNullable(row.getObject(1, Instant.class)),
                        "SELECT MIN(next_check) FROM refund WHERE account = ?")
                .get(0);
    }

    @Override
    public void save(Refund one) {
        work.on(one.account())
                .update(
                        "MERGE INTO refund KEY (account, id) VALUES (?, ?, ?, ?, ?, ?)",
                        one.key(),
                        one.recharge(),
                        one.state(),
                        one.nextCheck(),
                        Codec.write(one));
    }

    @Override
    public Optional<Reversal> findReversal(AccountId account, ReportedReversal.Kind kind, String reference) {
        return work.on(account)
                .find(Reversal.class, "SELECT body FROM reversal WHERE account = ? AND id = ?", kind + "/" + reference);
    }

    @Override
    public List<Reversal> reversalsOf(AccountId account, IdempotencyKey recharge) {
        return work.on(account)
                .list(
                        Reversal.class,
                        "SELECT body FROM reversal WHERE account = ? AND recharge = ? ORDER BY id",
                        recharge);
    }

    @Override
    public void save(Reversal one) {
        work.on(one.account())
                .update(
                        "MERGE INTO reversal KEY (account, id) VALUES (?, ?, ?, ?, ?)",
                        one.kind() + "/" + one.reference(),
                        one.recharge(),
                        one.state(),
                        Codec.write(one));
    }

    @Override
    public List<InReview> refundsInReview(Optional<InReview> after, int limit) {
        return Reviews.list(work, "refund", after, limit);
    }

    @Override
    public List<InReview> reversalsInReview(Optional<InReview> after, int limit) {
        return Reviews.list(work, "reversal", after, limit);
    }
}
