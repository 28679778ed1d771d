package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Account;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.crash.PortWatch;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule B6 on a store that keeps several accounts in one step: a run ends where it ends account by account. */
@Timeout(60)
class TogetherRunTest {

    private static final Duration A_MONTH = Duration.ofDays(31);

    private final List<String> released = new ArrayList<>();
    private final StepStore steps =
            new StepStore(PortWatch.over(BillingStore.in(InMemoryStore.create()), new Releases()));
    private final Story alone = new Story();
    private final Story together = new Story(steps.store(), Story.CAPABLE);
    private final List<Account> expected = SharedRunTest.accounts(alone, 30);
    private final List<Account> accounts = SharedRunTest.accounts(together, 30);

    private final class Releases implements PortWatch {
        @Override
        public void before(Method call) {}

        @Override
        public void after(Method call) {
            if (call.getName().startsWith("release")) {
                released.add(call.getName());
            }
        }
    }

    private BillingRun.Result runAlone() {
        alone.clock.advance(A_MONTH);
        return alone.billing.run();
    }

    private BillingRun.Result runTogether() {
        together.clock.advance(A_MONTH);
        steps.steps.clear();
        released.clear();
        return together.billing.run();
    }

    private void assertSameBooks() {
        assertThat(SharedRunTest.books(together, accounts)).isEqualTo(SharedRunTest.books(alone, expected));
    }

    @Test
    void B6_whatIsBilledTogetherEndsWhereItEndsAlone() {
        for (int month = 0; month < 3; month++) {
            BillingRun.Result result = runAlone();
            assertThat(result.paid()).isPositive();
            assertThat(runTogether()).isEqualTo(result);
            assertSameBooks();
        }
    }

    @Test
    void B6_aStepHasNoMoreAccountsThanTheStoreKeepsWellAndNeverNone() {
        runTogether();
        assertThat(steps.steps).containsExactly(10, 10, 10, 1);
        steps.steps.clear();
        together.billing.run();
        assertThat(steps.steps).isEmpty();
    }

    @Test
    void B6_theLeasesOfAStepAreGivenBackTogether() {
        runTogether();
        assertThat(released).isEqualTo(Collections.nCopies(4, "releaseAll"));
        Instant now = together.clock.instant();
        assertThat(together.store
                        .dueAccounts()
                        .lease(accounts.stream().map(Account::id).toList(), now, now.plusSeconds(1)))
                .hasSameSizeAs(accounts);
    }

    @Test
    void P4_whoseBalanceIsLowThenIsRechargedAfterTheStepAndWhatItPaidCounts() {
        for (Story story : List.of(alone, together)) {
            story.mine().putPaymentMethodOnFile("tok_visa");
            story.recharge("start", "25.00");
            story.mine()
                    .autoRecharge(
                            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        }
        BillingRun.Result result = runAlone();
        assertThat(result.done().funded()).isEqualTo(1);
        assertThat(runTogether()).isEqualTo(result);
        assertThat(together.balance()).isEqualTo(usd("50.00")).isEqualTo(alone.balance());
        assertThat(released).containsOnlyOnce("release");
    }

    @Test
    void B6_anAccountThatFailsIsSetAsideAndTheOthersOfItsStepAreBilled() {
        together.put(BillingPlan.named("doomed").monthly(usd("1.00")));
        Account doomed = together.phoneUnite.openAccount(Story.opening().on("doomed"));
        together.vanish("doomed");
        BillingRun.Result result = runTogether();

        assertThat(result.failed()).containsExactly(doomed.id());
        assertThat(result.paid()).isEqualTo(runAlone().paid());
        assertSameBooks();
    }

    @Test
    void B6_whereAStepIsNotKeptEachAccountIsBilledAlone() {
        steps.before = () -> {
            throw new IllegalStateException("the database is gone");
        };
        assertThat(runTogether()).isEqualTo(runAlone());
        assertSameBooks();
    }

    @Test
    void B6_whereTheAnswerOfAStepThatWasKeptIsLostNothingIsChargedTwice() {
        steps.after = () -> {
            throw new IllegalStateException("the answer is lost");
        };
        assertThat(runTogether().failed()).isEmpty();
        runAlone();
        assertSameBooks();
    }
}
