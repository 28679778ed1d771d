package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which accounts have something due: what is scheduled changes with units of work, leases by statements of their own.
 *
 * @param name which of the two directories it is
 */
record DueDirectory(H2UnitOfWork work, String name) implements DueAccounts {

    @Override
    public void schedule(AccountId account, Optional<Instant> due) {
        Scoped here = work.on(account);
        if (due.isPresent()) {
            here.update("MERGE INTO due VALUES (?, ?, ?)", name, due);
        } else {
            here.update("DELETE FROM due WHERE account = ? AND directory = ?", name);
        }
    }

    @Override
    public List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit) {
        return work.apart(sql -> sql.rows(
                row -> new DueAccount(row.getObject(1, Instant.class), new AccountId(row.getObject(2, UUID.class))),
                "SELECT due, account FROM due WHERE directory = ? AND due <= ?"
                        + " AND (due, account) > (?, ?) ORDER BY due, account LIMIT ?",
                name,
                until,
                after.map(DueAccount::due).orElse(Instant.EPOCH),
                after.map(one -> one.account().value()).orElse(Sql.BEFORE_ALL),
                limit));
    }

    @Override
    public List<Lease> lease(List<AccountId> accounts, Instant now, Instant until) {
        return work.apart(sql -> accounts.stream()
                .flatMap(account -> lease(sql, account, now, until).stream())
                .toList());
    }

    // tag::lease
    /** A lease is free once it has run out, or where it begins later than now by more than its length (rule X2). */
    private Optional<Lease> lease(Sql sql, AccountId account, Instant now, Instant until) {
        int taken = sql.update(
                "UPDATE due_lease SET fence = NEXT VALUE FOR fence, from_moment = ?, until_moment = ?"
                        + " WHERE account = ? AND directory = ?"
                        + " AND (until_moment <= ? OR from_moment - (until_moment - from_moment) > ?)",
                now,
                until,
                account,
                name,
                now,
                now);
        boolean isOurs = taken == 1
                || sql.inserts(
                        "INSERT INTO due_lease VALUES (?, ?, NEXT VALUE FOR fence, 0, ?, ?)",
                        account,
                        name,
                        now,
                        until);
        return isOurs ? held(sql, account) : Optional.empty();
    }
    // end::lease

    private Optional<Lease> held(Sql sql, AccountId account) {
        return sql
                .rows(
                        row -> new Lease(account, row.getLong(1), row.getInt(2)),
                        "SELECT fence, failures FROM due_lease WHERE account = ? AND directory = ?",
                        account,
                        name)
                .stream()
                .findFirst();
    }

    @Override
    public boolean holds(Lease lease) {
        return work.on(lease.account())
                .exists(
                        "SELECT 1 FROM due_lease WHERE account = ? AND directory = ? AND fence = ?",
                        name,
                        lease.fence());
    }

    @Override
    public void release(Lease lease) {
        work.apart(sql -> sql.update(
                "DELETE FROM due_lease WHERE account = ? AND directory = ? AND fence = ?",
                lease.account(),
                name,
                lease.fence()));
    }

    @Override
    public void setAside(Lease lease, Instant now, Instant until) {
        work.apart(sql -> sql.update(
                "UPDATE due_lease SET fence = NEXT VALUE FOR fence, failures = ?, from_moment = ?, until_moment = ?"
                        + " WHERE account = ? AND directory = ? AND fence = ?",
                lease.failures() + 1,
                now,
                until,
                lease.account(),
                name,
                lease.fence()));
    }
}
