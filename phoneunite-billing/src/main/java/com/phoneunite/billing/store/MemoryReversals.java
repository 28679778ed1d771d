package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.billing.recharge.ReversalState;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refunds by key and in the order of their checks, reversals by kind and reference, and both by the attempt that they belong to. */
final class MemoryReversals implements ReversalRepository {

    private final MemoryTable<IdempotencyKey, Refund> refunds;
    private final MemoryTable<CheckKey, Refund> checks;
    private final MemoryTable<OfRecharge, Refund> refundsOf;
    private final MemoryTable<String, Reversal> reversals;
    private final MemoryTable<OfRecharge, Reversal> reversalsOf;
    private final MemoryReviews refundReviews;
    private final MemoryReviews reversalReviews;

    MemoryReversals(InMemoryStore store) {
        refunds = store.table();
        checks = store.table();
        refundsOf = store.table();
        reversals = store.table();
        reversalsOf = store.table();
        refundReviews = new MemoryReviews(store);
        reversalReviews = new MemoryReviews(store);
    }

    @Override
    public Optional<Refund> findRefund(AccountId account, IdempotencyKey key) {
        return refunds.find(account, key);
    }

    @Override
    public List<Refund> refundsOf(AccountId account, IdempotencyKey recharge) {
        return of(refundsOf, account, recharge);
    }

    @Override
    public List<Refund> refundsToCheck(AccountId account, Instant until) {
        return checks.listAfter(account, CheckKey.FIRST, key -> !key.moment().isAfter(until), Integer.MAX_VALUE);
    }

    @Override
    public Optional<Instant> nextCheck(AccountId account) {
        return checks.list(account, 1).stream().findFirst().flatMap(Refund::nextCheck);
    }

    @Override
    public void save(Refund refund) {
        AccountId account = refund.account();
        Optional<Refund> former = findRefund(account, refund.key());
        former.flatMap(Refund::nextCheck).ifPresent(check -> checks.remove(account, CheckKey.of(check, refund.key())));
        refund.nextCheck().ifPresent(check -> checks.put(account, CheckKey.of(check, refund.key()), refund));
        refunds.put(account, refund.key(), refund);
        refundsOf.put(
                account, new OfRecharge(refund.recharge().value(), refund.key().value()), refund);
        refundReviews.list(
                new InReview(account, refund.key().value()),
                former.filter(one -> one.state() == RefundState.IN_REVIEW).isPresent(),
                refund.state() == RefundState.IN_REVIEW);
    }

    @Override
    public Optional<Reversal> findReversal(AccountId account, ReportedReversal.Kind kind, String reference) {
        return reversals.find(account, kind + "/" + reference);
    }

    @Override
    public List<Reversal> reversalsOf(AccountId account, IdempotencyKey recharge) {
        return of(reversalsOf, account, recharge);
    }

    @Override
    public void save(Reversal reversal) {
        AccountId account = reversal.account();
        String key = reversal.kind() + "/" + reversal.reference();
        boolean wasInReview = reversals
                .find(account, key)
                .filter(one -> one.state() == ReversalState.IN_REVIEW)
                .isPresent();
        reversals.put(account, key, reversal);
        reversalsOf.put(account, new OfRecharge(reversal.recharge().value(), key), reversal);
        reversalReviews.list(new InReview(account, key), wasInReview, reversal.state() == ReversalState.IN_REVIEW);
    }

    @Override
    public List<InReview> refundsInReview(Optional<InReview> after, int limit) {
        return refundReviews.list(after, limit);
    }

    @Override
    public List<InReview> reversalsInReview(Optional<InReview> after, int limit) {
        return reversalReviews.list(after, limit);
    }

    private static <V> List<V> of(MemoryTable<OfRecharge, V> table, AccountId account, IdempotencyKey recharge) {
        return table.listAfter(
                account,
                new OfRecharge(recharge.value(), ""),
                key -> key.recharge().equals(recharge.value()),
                Integer.MAX_VALUE);
    }

    private record OfRecharge(String recharge, String key) implements Comparable<OfRecharge> {
        @Override
        public int compareTo(OfRecharge other) {
            int order = recharge.compareTo(other.recharge);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }
}
