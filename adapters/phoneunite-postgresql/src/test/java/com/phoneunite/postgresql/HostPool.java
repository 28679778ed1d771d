package com.phoneunite.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** What a host has: a pool of connections. */
final class HostPool {

    private HostPool() {}

    /** Connections to there, so many at most. */
    static HikariDataSource of(String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
