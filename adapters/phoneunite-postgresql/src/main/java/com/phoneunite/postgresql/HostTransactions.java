package com.phoneunite.postgresql;

import java.sql.Connection;
import java.util.Optional;

/** For a host that keeps us out of its own transactions. */
final class HostTransactions implements PostgresStore.HostTransaction {

    static final PostgresStore.HostTransaction NONE = new HostTransactions();

    private HostTransactions() {}

    @Override
    public Optional<Connection> connection() {
        return Optional.empty();
    }

    @Override
    public void setRollbackOnly() {
        throw new IllegalStateException("there is no transaction of the host's");
    }
}
