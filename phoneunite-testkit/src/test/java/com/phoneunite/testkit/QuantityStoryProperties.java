package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.RefusedException;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import com.phoneunite.testkit.jqwik.Programs;
import com.phoneunite.testkit.jqwik.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Properties 6 and 20: what a period costs, against a log kept by hand; and amounts that cannot be. */
class QuantityStoryProperties {

    private enum Kind {
        ADD_NUMBER,
        REMOVE_NUMBER,
        REPRICE,
        RUN,
        CLOCK
    }

    /** What a test knows of one organization: when how many numbers were held, and from when on which monthly price was in force. */
    private static final class Log {

        private final Story story = Story.withBalance("100000.00");
        private final OrganizationId organization =
                story.you.addOrganization("Services", "standard").id();
        private final List<String> held = new ArrayList<>();
        private final NavigableMap<Instant, Integer> counts = new TreeMap<>();
        private final NavigableMap<Instant, Integer> prices = new TreeMap<>();
        private int added;

        void take(Step<Kind> step) {
            switch (step.kind()) {
                case ADD_NUMBER -> {
                    String number = "+1202555" + (1_000 + added++);
                    story.you.switchTo(organization).phoneNumbers().add(number);
                    held.add(number);
                    counts.put(story.clock.instant(), held.size());
                }
                case REMOVE_NUMBER -> {
                    if (!held.isEmpty()) {
                        story.you.switchTo(organization).phoneNumbers().remove(held.remove(0));
                        counts.put(story.clock.instant(), held.size());
                    }
                }
                case REPRICE -> {
                    Instant from = story.clock.instant().plus(Duration.ofHours(step.number() * 7L + 1));
                    if (prices.isEmpty() || prices.lastKey().isBefore(from)) {
                        int price = 2_000 + step.number() * 37;
                        story.plans.computeIfPresent(
                                new PlanName("standard"),
                                (name, plan) ->
                                        plan.repricedFrom(from).monthly(Money.ofMinor(CurrencyUnit.USD, price)));
                        prices.put(from, price);
                    }
                }
                case RUN -> assertThat(story.billing.run().failed()).isEmpty();
                case CLOCK -> story.clock.advance(Duration.ofHours(step.number() * 41L));
            }
        }

        long priceAt(Instant start) {
            Map.Entry<Instant, Integer> price = prices.floorEntry(start);
            Map.Entry<Instant, Integer> count = counts.lowerEntry(start);
            return (price == null ? 2_000 : price.getValue()) + (count == null ? 0 : count.getValue() * 100L);
        }
    }

    @Property
    void B5_aPeriodCostsWhatWasInForceAndHeldAtItsStartHoweverLateItIsCharged(
            @ForAll("programs") List<Step<Kind>> program) {
        Log log = new Log();
        program.forEach(log::take);
        log.take(new Step<>(Kind.RUN, 0, 0));
        for (LedgerEntry entry : log.story.entries()) {
            if (entry.organization().filter(log.organization::equals).isPresent()) {
                assertThat(-entry.signedMinor()).isEqualTo(log.priceAt(entry.happenedAt()));
            }
        }
        log.story.prove();
    }

    @Property
    void B2_anAmountThatCannotBeChangesNothing(@ForAll("impossible") Money amount, @ForAll boolean inBulk) {
        Story story = Story.withBalance("5.00");
        AccountSnapshot before = story.snapshot();
        Usage usage = Usage.of(story.id(), story.first(), "call-1", amount);
        try {
            UsageOutcome outcome = inBulk
                    ? story.billing
                            .actingAs("meter")
                            .deductUsages(List.of(usage))
                            .get(0)
                    : new UsageOutcome.Deducted(
                            story.billing.actingAs("meter").deductUsage(usage).orElseThrow());
            assertThat(outcome.refusal().orElseThrow().code()).isIn("CURRENCY_MISMATCH", "BALANCE_TOO_LOW");
        } catch (RefusedException refused) {
            assertThat(refused.code()).isIn("INVALID_INPUT", "CURRENCY_MISMATCH", "BALANCE_TOO_LOW");
        }
        assertThat(story.snapshot()).isEqualTo(before);
        story.prove();
    }

    @Property
    void A3_aRechargeThatCannotBeChangesNothing(@ForAll("impossible") Money amount) {
        boolean couldBe = amount.getCurrencyUnit().equals(CurrencyUnit.USD)
                && amount.isPositive()
                && !amount.isGreaterThan(Money.ofMinor(CurrencyUnit.USD, Posting.MAX_MINOR));
        if (couldBe) {
            return;
        }
        Story story = Story.withBalance("5.00");
        AccountSnapshot before = story.snapshot();
        assertThat(catchThrowableOfType(
                                RefusedException.class, () -> story.mine().recharge("key", amount))
                        .code())
                .isIn("INVALID_INPUT", "CURRENCY_MISMATCH");
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Provide
    Arbitrary<Money> impossible() {
        return Combinators.combine(
                        Arbitraries.of("USD", "EUR", "JPY", "BHD"),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(501, Long.MAX_VALUE),
                                Arbitraries.longs().between(Long.MIN_VALUE, -1)))
                .as((currency, minor) -> Money.ofMinor(CurrencyUnit.of(currency), minor));
    }

    @Provide
    Arbitrary<List<Step<Kind>>> programs() {
        return Programs.of(Kind.class).numbers(0, 30).upTo(25);
    }
}
