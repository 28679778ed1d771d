package com.phoneunite.examples.customstore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Statements of the unit of work that is open. Their first parameters are the account, or the account and the organization: who asks
 * cannot forget them, and no statement reaches another account (rules I1 to I3). Where SQL has them in other places, {@code ?1} is the
 * account and {@code ?2} the organization or the next parameter.
 */
record Scoped(Session session, List<Object> first) {

    <T> Optional<T> find(Class<T> type, String sql, Object... more) {
        return list(type, sql, more).stream().findFirst();
    }

    <T> Optional<T> row(Sql.Row<T> reader, String sql, Object... more) {
        return rows(reader, sql, more).stream().findFirst();
    }

    <T> List<T> list(Class<T> type, String sql, Object... more) {
        return rows(row -> Codec.read(row.getString("body"), type), sql, more);
    }

    /**
     * A page of the bodies (rule X5).
     *
     * @param key the column that they are ordered by
     * @param after where the page before it ended; comes before all where there is none
     */
    <T> List<T> page(Class<T> type, String fromWhere, String key, Object after, int limit, Object... more) {
        List<Object> parameters = new ArrayList<>(Arrays.asList(more));
        parameters.addAll(List.of(after, limit));
        String sql = "SELECT body FROM " + fromWhere + " AND " + key + " > ? ORDER BY " + key + " LIMIT ?";
        return list(type, sql, parameters.toArray());
    }

    <T> List<T> rows(Sql.Row<T> reader, String sql, Object... more) {
        return session.sql().rows(reader, sql, all(more));
    }

    boolean exists(String sql, Object... more) {
        return session.sql().exists(sql, all(more));
    }

    /** The one number that a statement answers with. */
    long number(String sql, Object... more) {
        return rows(row -> row.getLong(1), sql, more).get(0);
    }

    int count(String fromWhere, Object... more) {
        return (int) number("SELECT COUNT(*) FROM " + fromWhere, more);
    }

    int update(String sql, Object... more) {
        session.beforeWrite();
        return session.sql().update(sql, all(more));
    }

    private Object[] all(Object... more) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
