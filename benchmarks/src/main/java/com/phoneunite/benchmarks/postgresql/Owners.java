package com.phoneunite.benchmarks.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections of who owns everything, for what is written by hand. They stay open through all rounds of a race, as those of our pool do: a
 * new one has to plan and to fill its caches again.
 *
 * @param connections one for each that posts
 */
record Owners(List<Connection> connections) implements AutoCloseable {

    /** So many. */
    static Owners of(Server server, int count) throws SQLException {
        List<Connection> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            open.add(server.owner());
        }
        return new Owners(open);
    }

    @Override
    public void close() throws SQLException {
        for (Connection one : connections) {
            one.close();
        }
    }
}
