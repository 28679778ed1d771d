package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.ledger.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who calls the database for whom, and that each is told its own. */
@Timeout(60)
class UsageQueueTest {

    private final QueueBench bench = new QueueBench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void B10_whoComesWhileNobodyIsUnderWayGoesAtOnceAndAlone() throws Exception {
        UsageQueue queue = bench.queue(2);
        Future<Optional<LedgerEntry>> first = bench.post(queue, 1, "a");
        QueueBench.Asked call = bench.next();
        Future<Optional<LedgerEntry>> second = bench.post(queue, 2, "b");
        QueueBench.Asked another = bench.next();
        assertThat(call.references()).containsExactly("a");
        assertThat(another.references()).containsExactly("b");
        another.post();
        assertThat(QueueBench.told(second))
                .hasValueSatisfying(own -> assertThat(own.reference()).isEqualTo("b"));
        call.post();
        assertThat(QueueBench.told(first)).isPresent();
    }

    @Test
    void B10_thoseWhoWaitArePostedByOneCallAndEachIsToldItsOwn() throws Exception {
        UsageQueue queue = bench.queue(1);
        Future<Optional<LedgerEntry>> first = bench.post(queue, 0, "first");
        QueueBench.Asked call = bench.next();
        Map<String, Future<Optional<LedgerEntry>>> callers = bench.waiting(queue, 1, 6);
        assertThat(bench.isAskedSoon()).as("while as many are under way").isFalse();
        call.post();
        QueueBench.Asked together = bench.next();
        assertThat(together.references()).containsExactlyInAnyOrderElementsOf(callers.keySet());
        together.post();
        assertThat(QueueBench.told(first)).isPresent();
        for (Map.Entry<String, Future<Optional<LedgerEntry>>> one : callers.entrySet()) {
            assertThat(QueueBench.told(one.getValue()).map(LedgerEntry::reference))
                    .hasValue(one.getKey());
        }
    }

    @Test
    void B10_fewOfSeveralAccountsGoOneByOneAndThoseOfOneAccountTogether() throws Exception {
        UsageQueue queue = bench.queue(1);
        Future<Optional<LedgerEntry>> first = bench.post(queue, 0, "first");
        QueueBench.Asked call = bench.next();
        Future<Optional<LedgerEntry>> one = bench.post(queue, 1, "a");
        QueueBench.awaitWaiting(queue, 1);
        Future<Optional<LedgerEntry>> other = bench.post(queue, 2, "b");
        QueueBench.awaitWaiting(queue, 2);
        Future<Optional<LedgerEntry>> same = bench.post(queue, 1, "c");
        QueueBench.awaitWaiting(queue, 3);
        call.post();
        QueueBench.Asked ofOne = bench.next();
        assertThat(ofOne.references()).containsExactly("a", "c");
        ofOne.post();
        QueueBench.Asked last = bench.next();
        assertThat(last.references()).containsExactly("b");
        last.post();
        for (Future<Optional<LedgerEntry>> each : List.of(first, one, other, same)) {
            assertThat(QueueBench.told(each)).isPresent();
        }
    }

    @Test
    void B10_noMoreThanSoManyAreInOneCall() throws Exception {
        UsageQueue queue = bench.queue(1);
        QueueBench.Asked call = bench.underWay(queue, 0);
        Map<String, Future<Optional<LedgerEntry>>> callers = bench.waiting(queue, 1, QueueBench.MOST + 5);
        call.post();
        QueueBench.Asked most = bench.next();
        assertThat(most.references()).hasSize(QueueBench.MOST);
        most.post();
        QueueBench.Asked rest = bench.next();
        assertThat(rest.references()).hasSize(5);
        rest.post();
        for (Future<Optional<LedgerEntry>> one : callers.values()) {
            assertThat(QueueBench.told(one)).isPresent();
        }
    }

    @Test
    void B10_anAccountIsInOneCallAtATimeAndKeepsNoOtherWaiting() throws Exception {
        UsageQueue queue = bench.queue(2);
        Future<Optional<LedgerEntry>> first = bench.post(queue, 1, "a");
        QueueBench.Asked call = bench.next();
        Future<Optional<LedgerEntry>> same = bench.post(queue, 1, "b");
        QueueBench.awaitWaiting(queue, 1);
        assertThat(bench.isAskedSoon()).as("the same account").isFalse();
        Future<Optional<LedgerEntry>> other = bench.post(queue, 2, "c");
        QueueBench.Asked another = bench.next();
        assertThat(another.references()).containsExactly("c");
        call.post();
        QueueBench.Asked next = bench.next();
        assertThat(next.references()).containsExactly("b");
        next.post();
        assertThat(QueueBench.told(first)).isPresent();
        assertThat(QueueBench.told(same)).isPresent();
        another.post();
        assertThat(QueueBench.told(other)).isPresent();
    }

    @Test
    void B10_whomACallLeavesOutGoesAloneAndIsToldWhenThatTakesMoreThanAStep() throws Exception {
        UsageQueue queue = bench.queue(1);
        QueueBench.Asked call = bench.underWay(queue, 0);
        Map<String, Future<Optional<LedgerEntry>>> callers = bench.waiting(queue, 1, 5);
        call.post();
        bench.next().postBut("of-3");
        QueueBench.Asked alone = bench.next();
        assertThat(alone.references()).containsExactly("of-3");
        Future<Optional<LedgerEntry>> later = bench.post(queue, 9, "later");
        QueueBench.Asked another = bench.next();
        assertThat(another.references())
                .as("who goes alone keeps nobody waiting")
                .containsExactly("later");
        another.post();
        alone.postBut("of-3");
        assertThat(QueueBench.told(callers.get("of-3"))).isEmpty();
        assertThat(QueueBench.told(callers.get("of-4"))).isPresent();
        assertThat(QueueBench.told(later)).isPresent();
    }
}
