package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule B8 on a store that keeps several changes in one step. */
class OneStepStoryTest {

    private final Story story = Story.withCard();
    private final UnitOfWork truth = story.store.core().unitOfWork();
    private final Billing billing = story.billingOn(store());
    private boolean isBroken;
    private int changes;
    private int steps;

    @BeforeEach
    void somethingIsDue() {
        story.clock.set(Instant.parse("2026-02-15T05:00:00Z"));
    }

    @Test
    void B8_whatWasSettledInOneStepIsNotSettledAgain() {
        billing.of(story.you).recharge("first", usd("30.00"));

        assertThat(story.balance()).isEqualTo(usd("10.00"));
        assertThat(steps).isEqualTo(1);
        assertThat(changes).as("recorded and concluded").isEqualTo(2);
    }

    @Test
    void B8_whatCannotBeSettledInOneStepIsSettledByItself() {
        isBroken = true;
        billing.of(story.you).recharge("first", usd("30.00"));

        assertThat(story.balance()).isEqualTo(usd("10.00"));
        assertThat(changes).isEqualTo(3);
    }

    @Test
    void X1_insideTheHostsUnitOfWorkItIsSettledWithin() {
        story.gateway.next(Fault.OTHER_AMOUNT);
        billing.of(story.you).recharge("first", usd("30.00"));
        steps = 0;
        truth.execute(
                story.id(),
                () -> billing.actingAs("Ann")
                        .payments()
                        .resolveAsCaptured(story.id(), "first", usd("30.00"), "their statement"));

        assertThat(story.balance()).isEqualTo(usd("10.00"));
        assertThat(steps).isZero();
    }

    private BillingStore store() {
        UnitOfWork counting =
                LyingStore.proxy(UnitOfWork.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "change" -> {
                        changes++;
                        yield LyingStore.ask(method, truth, arguments);
                    }
                    case "together" -> together(arguments);
                    default -> LyingStore.ask(method, truth, arguments);
                });
        Store core = LyingStore.proxy(
                Store.class,
                (proxy, method, arguments) -> method.getName().equals("unitOfWork")
                        ? counting
                        : LyingStore.ask(method, story.store.core(), arguments));
        return LyingStore.proxy(
                BillingStore.class,
                (proxy, method, arguments) ->
                        method.getName().equals("core") ? core : LyingStore.ask(method, story.store, arguments));
    }

    @SuppressWarnings("unchecked") // these are the parameters of UnitOfWork#together
    private Map<AccountId, Object> together(Object[] arguments) {
        steps++;
        if (isBroken) {
            throw new IllegalStateException("the step was not kept");
        }
        Function<AccountId, Object> work = (Function<AccountId, Object>) arguments[1];
        Map<AccountId, Object> kept = new HashMap<>();
        for (AccountId account : (List<AccountId>) arguments[0]) {
            kept.put(account, truth.change(account, () -> Objects.requireNonNull(work.apply(account))));
        }
        return kept;
    }
}
