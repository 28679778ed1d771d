package com.phoneunite.postgresql;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts what is sent to the database, statements, several in one trip once, and commits; and what of that fails. */
final class CountedSource implements WatchedSource.Watcher {

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final DataSource dataSource;

    CountedSource(DataSource real) {
        dataSource = WatchedSource.of(real, this);
    }

    @Override
    public void called(Object on, Method method) {
        if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
            sent.incrementAndGet();
        }
    }

    @Override
    public void failed(Throwable failure) {
        failed.incrementAndGet();
    }

    DataSource dataSource() {
        return dataSource;
    }

    long sent() {
        return sent.get();
    }

    long failed() {
        return failed.get();
    }
}
