package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which accounts have something due, and apart from that who looks after them. Leases are taken by one conditional write of each row,
 * in the order of the accounts, never by locks that are held: a run that dies leaves nothing but what runs out. So does a crash that
 * forgets that a lease was given back, which is why nobody waits for that to be on the disk.
 */
final class PostgresDueAccounts extends Repository implements DueAccounts {

    /** Which of the two directories. Names are stored and never renamed. */
    enum Kind {
        /** What has a period due, or something else for the billing run. */
        DUES,
        /** What has an attempt or a refund to reconcile. */
        CHECKS
    }

    private static final String SCHEDULE = """
        INSERT INTO phoneunite.due_account (account_id, directory, due) VALUES (?, ?, ?)
        ON CONFLICT (account_id, directory) DO UPDATE SET due = EXCLUDED.due WHERE due_account.due <> EXCLUDED.due\
        """;
    private static final String UNSCHEDULE =
            "DELETE FROM phoneunite.due_account WHERE account_id = ? AND directory = ?";
    private static final String LIST = """
        SELECT account_id, due FROM phoneunite.due_account
        WHERE directory = ? AND due <= ? AND (due, account_id) > (?, ?) ORDER BY due, account_id LIMIT ?\
        """;
    private static final String LEASE = """
        INSERT INTO phoneunite.due_claim AS claim (account_id, directory, fence, failures, since, until)
        SELECT account_id, ?, nextval('phoneunite.due_fence'), 0, ?, ?
        FROM (SELECT DISTINCT unnest(?::uuid[]) AS account_id ORDER BY 1) AS wanted
        ON CONFLICT (account_id, directory) DO UPDATE
        SET fence = EXCLUDED.fence, since = EXCLUDED.since, until = EXCLUDED.until
        WHERE claim.until <= EXCLUDED.since
            OR 2 * extract(epoch FROM claim.since) - extract(epoch FROM claim.until) > extract(epoch FROM EXCLUDED.since)
        RETURNING account_id, fence, failures\
        """;
    private static final String HOLDS =
            "SELECT fence FROM phoneunite.due_claim WHERE account_id = ? AND directory = ? AND fence = ?";
    private static final String RELEASE =
            "DELETE FROM phoneunite.due_claim WHERE account_id = ? AND directory = ? AND fence = ?";
    private static final String RELEASE_ALL = """
        DELETE FROM phoneunite.due_claim claim USING unnest(?::uuid[], ?::bigint[]) AS held (account_id, fence)
        WHERE claim.account_id = held.account_id AND claim.directory = ? AND claim.fence = held.fence\
        """;
    private static final String SET_ASIDE = """
        UPDATE phoneunite.due_claim SET fence = nextval('phoneunite.due_fence'), failures = ?, since = ?, until = ?
        WHERE account_id = ? AND directory = ? AND fence = ?\
        """;

    private final Directory directory;
    private final Kind kind;

    PostgresDueAccounts(PostgresUnitOfWork unitOfWork, Directory directory, Kind kind) {
        super(unitOfWork);
        this.directory = directory;
        this.kind = kind;
    }

    @Override
    public void schedule(AccountId account, Optional<Instant> due) {
        Optional<AccountRows> ahead = kind == Kind.DUES ? writingAhead(account) : Optional.empty();
        if (ahead.isPresent()) {
            ahead.get().schedule(due);
        } else if (due.isPresent()) {
            in(account).write(SCHEDULE, account.value(), kind, due);
        } else {
            in(account).write(UNSCHEDULE, account.value(), kind);
        }
    }

    @Override
    public List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit) {
        return directory.list(
                LIST,
                row -> new DueAccount(row.moment("due"), row.account()),
                kind,
                until,
                after.map(DueAccount::due).orElse(Instant.MIN),
                Values.after(after.map(one -> one.account().value())),
                limit);
    }

    @Override
    public List<Lease> lease(List<AccountId> accounts, Instant now, Instant until) {
        // Rows are written in the order of their keys, so that two runs never wait for each other in a circle.
        List<Lease> leased = directory.list(
                LEASE,
                row -> new Lease(row.account(), row.large("fence"), row.number("failures")),
                kind,
                now,
                until,
                accounts.stream().map(AccountId::value).toArray(UUID[]::new));
        Map<AccountId, Lease> byAccount =
                leased.stream().collect(Collectors.toMap(Lease::account, Function.identity()));
        return accounts.stream()
                .distinct()
                .flatMap(account -> Stream.ofNullable(byAccount.get(account)))
                .toList();
    }

    @Override
    public boolean holds(Lease lease) {
        AccountId account = lease.account();
        Optional<AccountRows> ahead = kind == Kind.DUES ? ahead(account) : Optional.empty();
        if (ahead.isPresent()) {
            return ahead.get().holds(lease.fence());
        }
        return in(account)
                .find(HOLDS, row -> row.large("fence"), account.value(), kind, lease.fence())
                .isPresent();
    }

    @Override
    public void release(Lease lease) {
        directory.writeAtLeisure(RELEASE, lease.account().value(), kind, lease.fence());
    }

    @Override
    public void releaseAll(List<Lease> leases) {
        directory.writeAtLeisure(
                RELEASE_ALL,
                leases.stream().map(lease -> lease.account().value()).toArray(UUID[]::new),
                leases.stream().map(Lease::fence).toArray(Long[]::new),
                kind);
    }

    @Override
    public void setAside(Lease lease, Instant now, Instant until) {
        directory.write(
                SET_ASIDE, lease.failures() + 1, now, until, lease.account().value(), kind, lease.fence());
    }
}
