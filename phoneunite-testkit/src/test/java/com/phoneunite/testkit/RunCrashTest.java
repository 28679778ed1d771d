package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.phoneunite.account.Account;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.crash.CrashPoints;
import com.phoneunite.testkit.crash.CrashPoints.Crash;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule B6: what is left of a run that was killed. */
class RunCrashTest {

    @Test
    void B6_aRunThatIsKilledAnywhereIsFinishedByTheNextOnes() {
        CrashPoints none = CrashPoints.once();
        Story uncut = new Story(none.over(BillingStore.in(InMemoryStore.create())), Story.CAPABLE);
        List<Account> expected = SharedRunTest.accounts(uncut, 6);
        uncut.clock.advance(Duration.ofDays(31));
        long before = none.passed();
        uncut.billing.run();
        long calls = none.passed() - before;
        for (long cut = 0; cut < calls; cut++) {
            CrashPoints points = CrashPoints.killing();
            Story story = new Story(points.over(BillingStore.in(InMemoryStore.create())), Story.CAPABLE);
            List<Account> accounts = SharedRunTest.accounts(story, 6);
            story.clock.advance(Duration.ofDays(31));
            points.crashAfter(cut);
            Throwable killed = catchThrowable(story.billing::run);
            if (killed != null) {
                assertThat(killed).isInstanceOf(Crash.class);
            }
            assertThat(points.wasReached()).isTrue();
            points.restart();
            story.billing.run();
            story.clock.advance(Duration.ofMinutes(10));
            assertThat(story.billing.run().complete()).isTrue();
            assertThat(SharedRunTest.books(story, accounts))
                    .as("killed at call %d", cut)
                    .isEqualTo(SharedRunTest.books(uncut, expected));
            assertThat(story.billing.run().accounts()).isZero();
        }
    }
}
