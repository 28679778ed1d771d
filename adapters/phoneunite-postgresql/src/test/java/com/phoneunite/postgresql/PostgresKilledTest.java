package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.refusal.PhoneUniteFault;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rule X1: a PostgreSQL that waits for its disk is killed again and again under load, and started again. */
class PostgresKilledTest {

    private static final int KILLS = Integer.getInteger("phoneunite.kills", 20);
    private static final int THREADS = 4;
    private static final long SEED = 20_260_228;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger faults = new AtomicInteger();

    @Test
    void X1_whatWasAcknowledgedIsThereAndNothingTwiceHoweverOftenTheServerIsKilled() throws Exception {
        ExecutorService customers = Executors.newFixedThreadPool(THREADS);
        try (MortalServer server = new MortalServer();
                HikariDataSource pool = server.pool(THREADS + 1)) {
            BusyHost host = new BusyHost(PostgresStore.on(pool), 4);
            host.gateway().seeded(SEED, 20);
            List<Future<Integer>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                work.add(customers.submit(() -> live(host, number)));
            }
            Random random = new Random(SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                awaitService(host, work, 5 + random.nextInt(20));
                server.kill();
                host.clock().advance(Duration.ofHours(11));
                server.start();
            }
            isOver.set(true);
            int deeds = 0;
            for (Future<Integer> one : work) {
                deeds += one.get(2, TimeUnit.MINUTES);
            }
            assertThat(faults.get()).as("faults of %d deeds", deeds).isGreaterThan(KILLS / 2);
            pool.getHikariPoolMXBean().softEvictConnections();
            host.verify();
        } finally {
            isOver.set(true);
            customers.shutdownNow();
        }
    }

    /** Does one thing after another, and each again under its key until it is acknowledged. */
    private int live(BusyHost host, int number) {
        Random random = new Random(SEED + number);
        int deeds = 0;
        while (!isOver.get()) {
            Runnable deed = host.deed(random, "customer-" + number + "-deed-" + deeds);
            while (!isDone(deed)) {
                faults.incrementAndGet();
            }
            deeds++;
        }
        return deeds;
    }

    private static boolean isDone(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (PhoneUniteFault e) {
            return false;
        }
    }

    private static void awaitService(BusyHost host, List<Future<Integer>> work, int more) throws Exception {
        while (!host.awaitAcknowledged(more)) {
            for (Future<Integer> one : work) {
                assertThat(one.get(1, TimeUnit.SECONDS))
                        .as("works on; seed %d", SEED)
                        .isNegative();
            }
        }
    }
}
