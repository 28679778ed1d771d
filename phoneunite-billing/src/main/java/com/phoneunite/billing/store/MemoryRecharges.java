package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryTable;
import com.phoneunite.store.memory.MemoryValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attempts by key, and beside them in the order in which they were recorded, in that of their checks, and those that are open. */
final class MemoryRecharges implements RechargeRepository {

    private final MemoryTable<IdempotencyKey, Recharge> recharges;
    private final MemoryTable<RechargeCursor, Recharge> recorded;
    private final MemoryTable<CheckKey, Recharge> checks;
    private final MemoryTable<IdempotencyKey, Recharge> unresolved;
    private final MemoryTable<IdempotencyKey, Recharge> inReview;
    private final MemoryTable<IdempotencyKey, List<String>> notifications;
    private final MemoryValue<Optional<PaymentToken>> cards;
    private final MemoryReviews reviews;

    MemoryRecharges(InMemoryStore store) {
        recharges = store.table();
        recorded = store.table();
        checks = store.table();
        unresolved = store.table();
        inReview = store.table();
        notifications = store.table();
        cards = store.value();
        reviews = new MemoryReviews(store);
    }

    @Override
    public Optional<Recharge> find(AccountId account, IdempotencyKey key) {
        return recharges.find(account, key);
    }

    @Override
    public Optional<Recharge> findUnresolved(AccountId account) {
        return unresolved.list(account, 1).stream().findFirst();
    }

    @Override
    public boolean anyInReview(AccountId account) {
        return inReview.size(account) > 0;
    }

    @Override
    public List<Recharge> list(AccountId account, Optional<RechargeCursor> after, int limit) {
        return after.map(one -> recorded.listAfter(account, one, every -> true, limit))
                .orElseGet(() -> recorded.list(account, limit));
    }

    @Override
    public List<Recharge> toCheck(AccountId account, Instant until) {
        return checks.listAfter(account, CheckKey.FIRST, key -> !key.moment().isAfter(until), Integer.MAX_VALUE);
    }

    @Override
    public Optional<Instant> nextCheck(AccountId account) {
        return checks.list(account, 1).stream().findFirst().flatMap(Recharge::nextCheck);
    }

    @Override
    public long sumMinor(AccountId account, Instant from, Instant until, Set<RechargeState> states) {
        RechargeCursor before = new RechargeCursor(from.minusNanos(1), new IdempotencyKey("~"));
        return recorded.listAfter(account, before, key -> key.recordedAt().isBefore(until), Integer.MAX_VALUE).stream()
                .filter(one -> states.contains(one.state()))
                .mapToLong(one -> one.amount().getAmountMinorLong())
                .reduce(0, Math::addExact);
    }

    @Override
    public void save(Recharge recharge) {
        AccountId account = recharge.account();
        Optional<Recharge> former = find(account, recharge.key());
        former.ifPresent(this::forget);
        if (recharge.state().isUnresolved()) {
            if (findUnresolved(account).isPresent()) {
                throw new PhoneUniteFault("account " + account + " has two unresolved recharges (P5)");
            }
            unresolved.put(account, recharge.key(), recharge);
        }
        boolean isInReview = recharge.state() == RechargeState.IN_REVIEW;
        if (isInReview) {
            inReview.put(account, recharge.key(), recharge);
        }
        recharge.nextCheck().ifPresent(check -> checks.put(account, CheckKey.of(check, recharge.key()), recharge));
        recorded.put(account, RechargeCursor.of(recharge), recharge);
        recharges.put(account, recharge.key(), recharge);
        reviews.list(
                new InReview(account, recharge.key().value()),
                former.filter(one -> one.state() == RechargeState.IN_REVIEW).isPresent(),
                isInReview);
    }

    private void forget(Recharge former) {
        AccountId account = former.account();
        unresolved.remove(account, former.key());
        inReview.remove(account, former.key());
        former.nextCheck().ifPresent(check -> checks.remove(account, CheckKey.of(check, former.key())));
        recorded.remove(account, RechargeCursor.of(former));
    }

    @Override
    public boolean note(AccountId account, IdempotencyKey attempt, String notification) {
        List<String> known = notifications.find(account, attempt).orElse(List.of());
        if (known.contains(notification)) {
            return false;
        }
        List<String> now = new ArrayList<>(known);
        now.add(notification);
        notifications.put(
                account, attempt, List.copyOf(now.subList(Math.max(0, now.size() - MAX_NOTIFICATIONS), now.size())));
        return true;
    }

    @Override
    public Optional<PaymentToken> card(AccountId account) {
        return cards.get(account).flatMap(one -> one);
    }

    @Override
    public void saveCard(AccountId account, Optional<PaymentToken> token) {
        cards.set(account, token);
    }

    @Override
    public List<InReview> inReview(Optional<InReview> after, int limit) {
        return reviews.list(after, limit);
    }
}
