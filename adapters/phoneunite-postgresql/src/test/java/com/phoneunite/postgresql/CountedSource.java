package com.phoneunite.postgresql;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts what is sent to the database: statements, several in one trip once, and commits. */
final class CountedSource {

    private final AtomicLong sent = new AtomicLong();
    private final DataSource dataSource;

    CountedSource(DataSource real) {
        dataSource = WatchedSource.of(real, (on, method) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                sent.incrementAndGet();
            }
        });
    }

    DataSource dataSource() {
        return dataSource;
    }

    long sent() {
        return sent.get();
    }
}
