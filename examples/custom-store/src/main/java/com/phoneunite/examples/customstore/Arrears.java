package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.ArrearsRepository;
import java.util.List;
import java.util.Optional;

record Arrears(H2UnitOfWork work) implements ArrearsRepository {

    @Override
    public Optional<Arrear> find(AccountId account, String reference) {
        return work.on(account)
                .find(Arrear.class, "SELECT body FROM arrear WHERE account = ? AND reference = ?", reference);
    }

    @Override
    public List<Arrear> open(AccountId account, int limit) {
        return work.on(account)
                .list(
                        Arrear.class,
                        "SELECT body FROM arrear WHERE account = ? AND left_minor > 0 ORDER BY since, reference LIMIT"
                                + " ?",
                        limit);
    }

    @Override
    public long openMinor(AccountId account) {
        return work.on(account).number("SELECT COALESCE(SUM(left_minor), 0) FROM arrear WHERE account = ?");
    }

    @Override
    public void save(Arrear one) {
        work.on(one.account())
                .update(
                        "MERGE INTO arrear VALUES (?, ?, ?, ?, ?)",
                        one.reference(),
                        one.since(),
                        one.leftMinor(),
                        Codec.write(one));
    }
}
