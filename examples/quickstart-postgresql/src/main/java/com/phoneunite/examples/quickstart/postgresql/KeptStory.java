package com.phoneunite.examples.quickstart.postgresql;

import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.examples.quickstart.LastingProvider;
import com.phoneunite.examples.quickstart.Place;
import com.phoneunite.examples.quickstart.StoryKeeper;
import com.phoneunite.examples.quickstart.StoryRejected;
import com.phoneunite.postgresql.PostgresStore;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * A story in a PostgreSQL: the accounts in a schema of the library's, where the story is and the payment provider's book in one of the
 * quickstart's own. Both are its own in name, so that a database with real accounts in it is left alone.
 */
final class KeptStory implements StoryKeeper {

    static final String ACCOUNTS = "phoneunite_quickstart_accounts";
    static final String OWN = "phoneunite_quickstart";

    /** A second connection is for the payment provider, a third for what a change looks after besides. */
    private static final int CONNECTIONS = 3;

    private final Connection turn;
    private final HikariDataSource pool;
    private final BillingStore store;
    private final Places places;
    private final Runnable afterwards;

    private KeptStory(Connection turn, HikariDataSource pool, Runnable afterwards) {
        this.turn = turn;
        this.pool = pool;
        this.store = PostgresStore.builder(pool).schema(ACCOUNTS).build();
        this.places = new Places(pool);
        this.afterwards = afterwards;
    }

    /**
     * The story that is kept there, or the beginning of one.
     *
     * @param digest which story is to be told
     * @param fresh whether what was told before is forgotten
     * @param afterwards is done once the story is closed
     * @throws StoryRejected if it cannot be told there
     */
    static KeptStory in(String address, String digest, boolean fresh, Runnable afterwards) throws StoryRejected {
        Connection turn = Turn.take(address);
        try {
            if (fresh) {
                Turn.execute(turn, "DROP SCHEMA IF EXISTS " + OWN + ", " + ACCOUNTS + " CASCADE");
            }
            migrate(address, ACCOUNTS, PostgresStore.MIGRATIONS);
            migrate(address, OWN, "classpath:db/quickstart");
            Turn.execute(turn, Turn.MAY_WORK);
            KeptStory story = new KeptStory(turn, pool(address), afterwards);
            if (story.place().filter(place -> !place.story().equals(digest)).isPresent()) {
                story.pool.close();
                throw new StoryRejected("Another story, or another text of this one, is kept there. -Dpostgres.fresh"
                        + " forgets it and begins anew.");
            }
            return story;
        } catch (StoryRejected | RuntimeException e) {
            Turn.give(turn);
            throw e;
        } catch (SQLException e) {
            Turn.give(turn);
            throw cannotBeSetUp(e.getSQLState());
        }
    }

    /** The same with Flyway as a host has it; each schema has a history of its own. */
    private static void migrate(String address, String schema, String migrations) throws StoryRejected {
        try {
            Flyway.configure()
                    .dataSource(address, null, null)
                    .schemas(schema)
                    .locations(migrations)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw cannotBeSetUp(e.getCause() instanceof SQLException cause ? cause.getSQLState() : null);
        }
    }

    private static StoryRejected cannotBeSetUp(@Nullable String state) {
        return new StoryRejected(
                "The database could not be set up: the user of -Dpostgres must be allowed to create schemas and"
                        + " roles" + (state == null ? "." : " (SQLSTATE " + state + ")."));
    }

    private static HikariDataSource pool(String address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    @Override
    public BillingStore store() {
        return store;
    }

    @Override
    public PaymentGateway gateway(InstantSource clock) {
        return new LastingProvider(new ProviderBook(pool), clock);
    }

    @Override
    public Optional<Place> place() {
        return places.read();
    }

    @Override
    public void keep(Place place) {
        places.write(place);
    }

    @Override
    public void close() {
        pool.close();
        Turn.give(turn);
        afterwards.run();
    }
}
