package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryTable;
import com.phoneunite.store.memory.MemoryValue;
import java.util.Optional;

final class MemoryRecharges implements RechargeRepository {

    private final MemoryTable<IdempotencyKey, Recharge> recharges;
    private final MemoryTable<IdempotencyKey, Recharge> unresolved;
    private final MemoryValue<Optional<PaymentToken>> cards;

    MemoryRecharges(InMemoryStore store) {
        recharges = store.table();
        unresolved = store.table();
        cards = store.value();
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
    public void save(Recharge recharge) {
        AccountId account = recharge.account();
        unresolved.remove(account, recharge.key());
        if (recharge.state().isUnresolved()) {
            if (findUnresolved(account).isPresent()) {
                throw new PhoneUniteFault("account " + account + " has two unresolved recharges (P5)");
            }
            unresolved.put(account, recharge.key(), recharge);
        }
        recharges.put(account, recharge.key(), recharge);
    }

    @Override
    public Optional<PaymentToken> card(AccountId account) {
        return cards.get(account).flatMap(one -> one);
    }

    @Override
    public void saveCard(AccountId account, Optional<PaymentToken> token) {
        cards.set(account, token);
    }
}
