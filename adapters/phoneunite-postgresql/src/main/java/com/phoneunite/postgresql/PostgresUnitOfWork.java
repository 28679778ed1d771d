package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction a unit of work. A change locks the head of its account first, so that changes of one account run one at a time, and
 * each of its statements reads what was committed last; a view reads one snapshot, and waits for nobody. Thread-safe.
 */
final class PostgresUnitOfWork implements UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresUnitOfWork.class);

    /** More are hardly faster, and keep more accounts waiting for longer. */
    private static final int TOGETHER = 100;

    static final String CHANGE = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; ";
    private static final String VIEW = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ";

    private final Database database;
    private final HostedWork hosted;
    private final LostCommits lostCommits;

    @SuppressWarnings("ThreadLocalUsage") // each store has its own: a thread may work on two
    private final ThreadLocal<@Nullable Session> open = new ThreadLocal<>();

    PostgresUnitOfWork(Database database, PostgresStore.HostTransaction host) {
        this.database = database;
        this.hosted = new HostedWork(database.schema(), host);
        this.lostCommits = new LostCommits(database);
    }

    @Override
    public <T> T change(AccountId account, Supplier<T> work) {
        Session outer = open.get();
        if (outer != null) {
            return join(outer, account, work);
        }
        Optional<Connection> hosts = hosted.connection();
        return hosts.isPresent()
                ? hosted.change(hosts.get(), account, session -> run(session, work))
                : Database.repeating(() -> settled(account, work));
    }

    /** What a change returned, and what is still to be found out about it. */
    private record Done<T>(T result, Optional<LostCommit> lost) {}

    /** A commit that was lost is settled when its connection has been given back: a pool may have only the one. */
    private <T> T settled(AccountId account, Supplier<T> work) {
        Done<T> done = database.connected(connection -> change(connection, account, work));
        done.lost().ifPresent(lostCommits::settle);
        return done.result();
    }

    private <T> Done<T> change(Connection connection, AccountId account, Supplier<T> work) {
        Optional<String> life = lostCommits.life();
        Session session = new Session(account, new Statements(connection, database.schema()), true);
        try {
            session.lock(CHANGE + Database.asApp(account) + "; ");
            T result = run(session, work);
            session.complete();
            return new Done<>(result, session.writes() > 0 ? commit(connection, session, life) : Optional.empty());
        } catch (RuntimeException | Error e) {
            // Whatever the work has made of it, the whole can be tried again.
            Optional<PostgresFault> takenBack = session.failure().filter(PostgresFault::isRetryable);
            if (takenBack.isPresent()) {
                throw takenBack.get();
            }
            throw e;
        }
    }

    private static Optional<LostCommit> commit(Connection connection, Session session, Optional<String> life) {
        try {
            Database.commit(connection);
            return Optional.empty();
        } catch (PostgresFault e) {
            if (e.leavesOpen()) {
                return Optional.of(new LostCommit(session.account(), session.transaction(), life, e));
            }
            throw e;
        }
    }

    @Override
    public <T> T view(AccountId account, Supplier<T> work) {
        Session outer = open.get();
        if (outer != null) {
            return joinAsView(outer, account, work);
        }
        Optional<Connection> hosts = hosted.connection();
        return hosts.isPresent()
                ? hosted.view(hosts.get(), account, session -> run(session, work))
                : Database.repeating(() -> database.connected(connection -> view(connection, account, work)));
    }

    private <T> T view(Connection connection, AccountId account, Supplier<T> work) {
        Statements statements = new Statements(connection, database.schema());
        statements.script(VIEW + Database.asApp(account), row -> row);
        return run(new Session(account, statements, false), work);
    }

    @Override
    public int mostTogether() {
        return TOGETHER;
    }

    @Override
    public <T> Map<AccountId, T> together(List<AccountId> accounts, Function<AccountId, T> work) {
        if (isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("a step of several accounts");
        }
        if (accounts.isEmpty()) {
            return Map.of();
        }
        try {
            return database.transaction(statements -> together(statements, new TreeSet<>(accounts), work));
        } catch (PostgresFault e) {
            if (!e.isOfDoingItAtOnce()) {
                throw e;
            }
            LOG.debug("{} accounts are left alone", accounts.size(), e);
            return Map.of();
        }
    }

    private <T> Map<AccountId, T> together(
            Statements statements, Set<AccountId> accounts, Function<AccountId, T> work) {
        Map<AccountId, T> results = new LinkedHashMap<>();
        List<AccountRows> kept = new ArrayList<>();
        for (AccountRows rows : ReadAhead.of(statements, accounts)) {
            AccountId account = rows.account().id();
            Session session = Session.together(statements, rows);
            try {
                T result = run(session, () -> work.apply(account));
                session.complete();
                results.put(account, result);
                kept.add(rows);
            } catch (OutOfMemoryError | InternalError e) {
                throw e;
            } catch (RuntimeException | Error e) {
                LOG.debug("account={} is left alone", account, e);
            }
        }
        new TogetherWrites(statements, kept).run();
        return results;
    }

    @Override
    public boolean isOpen() {
        return open.get() != null || hosted.connection().isPresent();
    }

    /** The unit of work that is open on this thread on that account. */
    Session current(AccountId account) {
        Session session = open.get();
        if (session == null) {
            throw UnitOfWorkFault.notOpen(account);
        }
        session.requireSame(account);
        return session;
    }

    private <T> T run(Session session, Supplier<T> work) {
        open.set(session);
        try {
            return Objects.requireNonNull(work.get(), "a unit of work returns something");
        } finally {
            open.remove();
        }
    }

    private static <T> T join(Session outer, AccountId account, Supplier<T> work) {
        outer.requireSame(account);
        outer.requireWritable();
        int before = outer.writes();
        boolean done = false;
        try {
            T result = Objects.requireNonNull(work.get(), "a change returns something");
            done = true;
            return result;
        } finally {
            if (!done && outer.writes() > before) {
                outer.failAtTheEnd();
            }
        }
    }

    private static <T> T joinAsView(Session outer, AccountId account, Supplier<T> work) {
        outer.requireSame(account);
        outer.enterView();
        try {
            return Objects.requireNonNull(work.get(), "a view returns something");
        } finally {
            outer.leaveView();
        }
    }
}
