package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rule X1: a unit of work is a transaction on a connection of its own, bound to the thread. */
final class H2UnitOfWork implements UnitOfWork {

    private final DataSource database;

    @SuppressWarnings("ThreadLocalUsage") // each store has its own: a thread may work on two
    private final ThreadLocal<@Nullable Session> open = new ThreadLocal<>();

    H2UnitOfWork(DataSource database) {
        this.database = database;
    }

    // tag::unit-of-work
    @Override
    public <T> T change(AccountId account, Supplier<T> work) {
        Session outer = open.get();
        if (outer != null) {
            outer.requireSame(account);
            return outer.join(() -> Objects.requireNonNull(work.get(), "a change returns something"));
        }
        try (Connection connection = database.getConnection();
                Session session = Session.change(account, connection)) {
            session.awaitTurn();
            open.set(session);
            T result = Objects.requireNonNull(work.get(), "a change returns something");
            session.commit();
            return result;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        } finally {
            open.remove();
        }
    }

    @Override
    public <T> T view(AccountId account, Supplier<T> work) {
        Session outer = open.get();
        if (outer != null) {
            outer.requireSame(account);
            return outer.joinAsView(() -> Objects.requireNonNull(work.get(), "a view returns something"));
        }
        try (Connection connection = database.getConnection();
                Session session = Session.view(account, connection)) {
            open.set(session);
            return Objects.requireNonNull(work.get(), "a view returns something");
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        } finally {
            open.remove();
        }
    }

    @Override
    public boolean isOpen() {
        return open.get() != null;
    }

    /** The unit of work that every repository joins. */
    Session session(AccountId account) {
        Session session = open.get();
        if (session == null) {
            throw UnitOfWorkFault.notOpen(account);
        }
        session.requireSame(account);
        return session;
    }
    // end::unit-of-work

    /** Statements about the account. */
    Scoped on(AccountId account) {
        return new Scoped(session(account), List.of(account));
    }

    /** Statements about an organization of the account. */
    Scoped in(AccountId account, OrganizationId organization) {
        return new Scoped(session(account), List.of(account, organization));
    }

    /** Statements about the organization that somebody stands in. */
    Scoped in(OrganizationScope scope) {
        return in(scope.account(), scope.organizationId());
    }

    /** What runs outside any unit of work: each statement is committed by itself. */
    <T> T apart(Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
