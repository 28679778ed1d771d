package com.phoneunite.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.benchmarks.memory.Posters.Poster;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What operations allocate, in bytes for each, after so many that warmed them up. Upper bounds, not figures: of a run a fifth more than
 * what was seen, of others half more to twice as much. A copy of all rows breaks them, or an entry that is made where none is needed; an
 * object or two more do not.
 */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int OPERATIONS = 20_000;

    /** How often it is looked at most whether the JVM has compiled what is measured. */
    private static final int LOOKS = 40;

    /** After so many looks at which neither came to less than before, the JVM is taken to have compiled both. */
    private static final int STEADY = 5;

    /** Something that is done once. */
    @FunctionalInterface
    private interface Operation {
        Object run() throws Exception;
    }

    private static long allocated(int operations, Operation operation) throws Exception {
        Object last = operation.run();
        for (int i = 0; i < operations; i++) {
            last = operation.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < operations; i++) {
            last = operation.run();
        }
        long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / operations;
        assertThat(last).isNotNull();
        return bytes;
    }

    private static long allocated(Operation operation) throws Exception {
        return allocated(OPERATIONS, operation);
    }

    private static long posted(int entriesBefore, Function<MemoryHost, Poster> door) {
        MemoryHost host = new MemoryHost(1, 1);
        Poster poster = door.apply(host);
        poster.postAll(new Load("before", 1, OPERATIONS + entriesBefore));
        Load load = new Load("measured", 1, OPERATIONS);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        poster.postAll(load);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / OPERATIONS;
    }

    @Test
    void B10_aPostingKeepsItsRowAndMakesFewThingsBeside() {
        // A row and its places in two indexes are some 200 bytes; a posting, an entry and what takes it back the rest.
        assertThat(posted(0, Posters::unitOfWork)).isBetween(200L, 1_400L);
        assertThat(posted(0, Posters::oneStep)).isBetween(200L, 1_700L);
        // Validated, and put into lists and outcomes.
        assertThat(posted(0, Posters::frontDoor)).isBetween(200L, 5_000L);
    }

    @Test
    void X5_aPostingAllocatesNoMoreWhereThereAreManyEntries() {
        long few = posted(0, Posters::oneStep);
        // Indexes grow by half of what they are: now and then one is copied.
        assertThat(posted(200_000, Posters::oneStep)).isLessThan(few + few / 2);
    }

    @Test
    void B2_aBalanceIsReadWithoutMakingMuchHoweverManyEntriesThereAre() throws Exception {
        for (int entries : new int[] {1_000, 200_000}) {
            BalanceBenchmark.Ours ours = new BalanceBenchmark.Ours();
            BalanceBenchmark.Moment moment = new BalanceBenchmark.Moment();
            ours.entries = entries;
            moment.entries = entries;
            ours.fill();
            moment.choose();
            assertThat(allocated(ours::balance)).isLessThan(320);
            assertThat(allocated(ours::balanceAtTheDoor)).isLessThan(400);
            // No entry is made for it, which would be as much again.
            assertThat(allocated(() -> ours.balanceBefore(moment.next()))).isLessThan(370);
        }
    }

    @Test
    void B6_aRunAllocatesAsMuchForEachOfTenThousandOrganizationsAsForEachOfAHundred() throws Exception {
        assertThat(run(100)).isBetween(200L, 5_100L);
        assertThat(run(10_000)).isBetween(200L, 5_100L);
    }

    private static long run(int organizations) throws Exception {
        RunBenchmark.Ours ours = new RunBenchmark.Ours();
        ours.organizations = organizations;
        ours.fill();
        return allocated(30_000 / organizations, ours::month) / organizations;
    }

    @Test
    void I1_aLookUpMakesAKeyAndNoCopyOfWhatItFinds() throws Exception {
        ResourceBenchmark.Workspace workspace = new ResourceBenchmark.Workspace();
        workspace.resources = 10_000;
        workspace.fill();
        assertThat(allocated(() -> workspace.port(workspace.pick()))).isLessThan(200);
        // The access is checked again: an account, a user, an organization, a standing.
        assertThat(allocated(() -> workspace.frontDoor(workspace.pick()))).isLessThan(1_600);
    }

    /** How much of it a JVM leaves out depends on what it has compiled by then: it is looked at until it has. */
    @Test
    void X3_aDocumentTakesNoMoreThanTwiceWhatStreamingByHandTakes() throws Exception {
        EventJsonBenchmark.Events events = new EventJsonBenchmark.Events();
        assertTakesAtMostTwice(
                () -> EventJsonBenchmark.ours(events.next()), () -> EventJsonBenchmark.streamed(events.next()));
        StatementLineBenchmark.Writers writers = new StatementLineBenchmark.Writers();
        writers.begin();
        assertTakesAtMostTwice(
                () -> {
                    writers.ours();
                    return true;
                },
                () -> {
                    writers.streamed();
                    return true;
                });
    }

    private static void assertTakesAtMostTwice(Operation ours, Operation byHand) throws Exception {
        long least = allocated(ours);
        long leastByHand = allocated(byHand);
        int steady = 0;
        // While ours is above, it may still be compiled; once it is not, the floor may still come to less.
        for (int look = 1; look < LOOKS && (steady < STEADY || least > 2 * leastByHand); look++) {
            long before = least + leastByHand;
            least = Math.min(least, allocated(ours));
            leastByHand = Math.min(leastByHand, allocated(byHand));
            steady = least + leastByHand < before ? 0 : steady + 1;
        }
        assertThat(least).as("bytes a document").isLessThanOrEqualTo(2 * leastByHand);
    }
}
