package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many statements there are: each call of a port is one, whatever it reads or writes. */
class PostgresStatementsTest {

    /** Begins the transaction, and commits it: what calls outside a unit of work have besides their statement. */
    private static final int OF_A_TRANSACTION = 2;

    /** They run outside any unit of work. */
    private static final Set<String> OUTSIDE = Set.of(
            "Outbox.waiting", "DueAccounts.list", "DueAccounts.lease", "DueAccounts.release", "DueAccounts.releaseAll");

    @Test
    void X1_aCallOfAPortIsOneStatement() {
        CountedPorts ports =
                new CountedPorts(new CountedSource(TestDatabase.empty().host()));
        StoreStory.in(ports.store());
        Map<String, Long> more = new TreeMap<>(ports.most());
        assertThat(more).hasSizeGreaterThan(60).containsKeys("LedgerRepository.post", "SubscriptionRepository.due");
        more.replaceAll((port, statements) -> OUTSIDE.contains(port) ? statements - OF_A_TRANSACTION : statements);
        more.keySet().removeIf(port -> port.startsWith("SoundContents.") || port.startsWith("PlainUsage."));
        more.values().removeIf(statements -> statements <= 1);
        assertThat(more)
                .as("who holds a number is kept apart, and many postings are decided between reading and writing")
                .isEqualTo(Map.of("PhoneNumberRepository.claim", 2L, "LedgerRepository.postAll", 2L));
    }
}
