package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.postgresql.CommitProxy.Cut;
import com.phoneunite.store.CommitUnknownFault;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rule X1: connections that are cut at a COMMIT, before it arrives, behind it, and before its answer. */
class PostgresCutTest {

    private static final int CUTS = 200;
    private static final long SEED = 20_260_131;
    private static final List<Cut> KINDS = List.of(Cut.BEFORE_IT_ARRIVES, Cut.BEHIND_IT, Cut.BEFORE_THE_ANSWER);

    @Test
    void X1_aCommitWhoseConnectionIsCutIsSettledTwoHundredTimes() throws Exception {
        TestDatabase database = TestDatabase.empty();
        try (CommitProxy proxy = new CommitProxy(database.port());
                HikariDataSource pool = database.through(proxy.port(), 2, "")) {
            BusyHost host = new BusyHost(PostgresStore.on(pool), 3);
            host.gateway().seeded(SEED, 20);
            Random random = new Random(SEED);
            int unknown = 0;
            for (int i = 0; proxy.cuts() < CUTS; i++) {
                proxy.cut(KINDS.get(i % KINDS.size()), random.nextInt(3));
                unknown += done(host.deed(random, "deed-" + i));
            }
            assertThat(unknown)
                    .as("commits of leases, which belong to no account")
                    .isLessThan(CUTS / 4);
            host.verify();
        }
    }

    /** How often it had to be done again. */
    private static int done(Runnable deed) {
        for (int again = 0; ; again++) {
            try {
                deed.run();
                return again;
            } catch (CommitUnknownFault e) {
                assertThat(e).hasMessageContaining("whether something was kept");
            }
        }
    }
}
