package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.ArrearsRepository;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryTable;
import com.phoneunite.store.memory.MemoryValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Arrears by reference, and beside them those that something is left of, in their order. */
final class MemoryArrears implements ArrearsRepository {

    private final MemoryTable<String, Arrear> arrears;
    private final MemoryTable<OpenKey, Arrear> open;
    private final MemoryValue<Long> openMinor;

    MemoryArrears(InMemoryStore store) {
        arrears = store.table();
        open = store.table();
        openMinor = store.value();
    }

    @Override
    public Optional<Arrear> find(AccountId account, String reference) {
        return arrears.find(account, reference);
    }

    @Override
    public List<Arrear> open(AccountId account, int limit) {
        return open.list(account, limit);
    }

    @Override
    public long openMinor(AccountId account) {
        return openMinor.get(account).orElse(0L);
    }

    @Override
    public void save(Arrear arrear) {
        AccountId account = arrear.account();
        Optional<Arrear> former = find(account, arrear.reference());
        former.ifPresent(one -> open.remove(account, OpenKey.of(one)));
        if (arrear.isOpen()) {
            open.put(account, OpenKey.of(arrear), arrear);
        }
        arrears.put(account, arrear.reference(), arrear);
        long difference = arrear.leftMinor() - former.map(Arrear::leftMinor).orElse(0L);
        openMinor.set(account, Math.addExact(openMinor(account), difference));
    }

    private record OpenKey(Instant since, String reference) implements Comparable<OpenKey> {

        private static final Comparator<OpenKey> ORDER =
                Comparator.comparing(OpenKey::since).thenComparing(OpenKey::reference);

        static OpenKey of(Arrear arrear) {
            return new OpenKey(arrear.since(), arrear.reference());
        }

        @Override
        public int compareTo(OpenKey other) {
            return ORDER.compare(this, other);
        }
    }
}
