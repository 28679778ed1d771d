package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.AddOrganization;
import com.phoneunite.billing.recharge.PaymentGateway.Capabilities;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule X1: every operation is cut before and after every single call of a port, units of work included, and then done again: it
 * ends where the operation ends that was never cut.
 */
class CrashTest {

    private record End(
            long balance,
            List<String> entries,
            List<String> organizations,
            List<String> events,
            List<String> recharges) {

        static End of(Story story) {
            AccountSnapshot now = story.snapshot();
            now.verify();
            return new End(
                    now.head().orElseThrow().balanceMinor(),
                    now.entries().stream()
                            .map(one -> one.kind() + " " + one.amount() + " " + one.happenedAt())
                            .toList(),
                    now.organizations().stream()
                            .map(one -> one.ordinal() + " " + one.name() + " " + one.state())
                            .toList(),
                    now.events().stream()
                            .map(one -> one.event().type())
                            .filter(type -> !type.equals("recharge.asked_again"))
                            .toList(),
                    now.recharges().stream()
                            .map(one -> one.key() + " " + one.state())
                            .toList());
        }
    }

    static Stream<Arguments> operations() {
        Consumer<Story> recharge = story -> story.recharge("cut", "50.00");
        Consumer<Story> add = story -> story.you.addOrganization(
                AddOrganization.named("Services").on("standard").key("cut"));
        Consumer<Story> run = story -> story.billing.run();
        Consumer<Story> card = story -> story.mine().putPaymentMethodOnFile("tok_mastercard");
        Consumer<Story> usage = story -> story.use(story.first(), "cut", "1.00");
        return Stream.of(
                Arguments.of("a recharge", recharge),
                Arguments.of("an addition", add),
                Arguments.of("a run", run),
                Arguments.of("a card", card),
                Arguments.of("usage", usage));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void X1_whateverIsCutAnywhereIsFinishedByDoingItAgain(String name, Consumer<Story> operation) {
        Fuse none = Fuse.once();
        Story uncut = story(none);
        long before = none.left();
        operation.accept(uncut);
        long calls = before - none.left();
        uncut.billing.run();
        End expected = End.of(uncut);
        assertThat(calls).isGreaterThan(5);

        for (long cut = 0; cut < calls; cut++) {
            Fuse fuse = Fuse.once();
            Story story = story(fuse);
            fuse.cutAfter(cut);
            cut(story, operation);
            assertThat(fuse.left()).as("the fuse has burnt").isNegative();
            fuse.mend();
            operation.accept(story);
            story.billing.run();

            assertThat(End.of(story))
                    .as("%s cut at call %d of %d", name, cut, calls)
                    .isEqualTo(expected);
            assertThat(story.sandbox.captured()).hasSameSizeAs(uncut.sandbox.captured());
        }
    }

    /** A run goes on with the next account; everything else ends there. */
    private static void cut(Story story, Consumer<Story> operation) {
        try {
            operation.accept(story);
        } catch (Fuse.Cut e) {
            assertThat(e).isNotNull();
        }
    }

    /** Something is due, and there is money for it. */
    private static Story story(Fuse fuse) {
        BillingStore store = fuse.wrap(BillingStore.class, BillingStore.in(InMemoryStore.create()));
        Story story = new Story(store, Capabilities.NONE.remembersKeysFor(Duration.ofDays(1)));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("start", "100.00");
        story.clock.advance(Duration.ofDays(20));
        return story;
    }
}
