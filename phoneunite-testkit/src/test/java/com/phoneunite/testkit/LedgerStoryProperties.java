package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.DerivedId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.jqwik.Programs;
import com.phoneunite.testkit.jqwik.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What holds for every program of a host's, whatever the gateway and the clock do meanwhile. */
class LedgerStoryProperties {

    private enum Kind {
        RECHARGE,
        USE,
        ADD,
        RUN,
        CARD,
        REMOVE_CARD,
        CLOCK,
        FAULT
    }

    /** A gateway that hangs takes a deadline of real time, so that is tried once, and not here. */
    private static final List<Fault> FAULTS =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Fault.HANG_AFTER_CAPTURE, Fault.HANG_BEFORE_CAPTURE)));

    @Property(tries = 1_000)
    void B2_anyProgramKeepsTheBalanceAboveZeroAndTheBooksEqual(@ForAll("programs") List<Step<Kind>> program) {
        Story story = Story.withCard();
        for (Step<Kind> step : program) {
            AccountSnapshot before = story.snapshot();
            try {
                take(story, step);
            } catch (RefusedException refused) {
                assertThat(story.snapshot()).as(refused.code()).isEqualTo(before);
            }
            AccountSnapshot after = story.snapshot();
            after.verify();
            assertThat(after.entries().subList(0, before.entries().size())).isEqualTo(before.entries());
            verifyBooks(story, after);
        }
        story.prove();
    }

    @Property(tries = 1_000)
    void O5_aFurtherOrganizationIsAddedExactlyIfTheBalanceStaysAboveZero(
            @ForAll @LongRange(min = 1, max = 4_500) long balance, @ForAll @LongRange(max = 4_500) long price) {
        Story story = Story.withCard();
        story.put(
                com.phoneunite.billing.plan.BillingPlan.named("some").monthly(Money.ofMinor(CurrencyUnit.USD, price)));
        story.mine().recharge("start", Money.ofMinor(CurrencyUnit.USD, balance));

        if (price == 0 || balance - price >= 1) {
            story.you.addOrganization("Some", "some");
            assertThat(story.balance()).isEqualTo(Money.ofMinor(CurrencyUnit.USD, balance - price));
        } else {
            assertThat(story.refused("BALANCE_TOO_LOW", () -> story.you.addOrganization("Some", "some"))
                            .refusal()
                            .facts())
                    .containsEntry("shortfall", Money.ofMinor(CurrencyUnit.USD, price + 1 - balance));
        }
    }

    @Property(tries = 1_000)
    void A1_openingCreatesAllOrNothing(@ForAll("currencies") String currency, @ForAll("plans") String plan) {
        Story story = new Story();
        AccountId id = new AccountId(DerivedId.of("account", "another"));
        boolean right =
                Set.of("USD/standard", "USD/small", "USD/free", "EUR/euro").contains(currency + "/" + plan);
        try {
            story.phoneUnite.openAccount(
                    Story.opening().in("US", Story.NEW_YORK, currency).on(plan).key("another"));
            assertThat(right).isTrue();
        } catch (RefusedException refused) {
            assertThat(right).as(refused.code()).isFalse();
        }
        AccountSnapshot snapshot = AccountSnapshot.of(story.store, id);
        int expected = snapshot.account().isPresent() ? 1 : 0;
        assertThat(snapshot.head().isPresent()).isEqualTo(expected == 1);
        assertThat(snapshot.organizations()).hasSize(expected);
        assertThat(snapshot.users()).hasSize(expected);
        assertThat(snapshot.administrations()).hasSize(expected);
        assertThat(snapshot.subscriptions()).hasSize(expected);
        assertThat(snapshot.due()).hasSize(expected);
        assertThat(snapshot.events().isEmpty()).isEqualTo(expected == 0);
    }

    private static void take(Story story, Step<Kind> step) {
        switch (step.kind()) {
            case RECHARGE -> story.mine().recharge("r" + step.number() % 5, step.amount(CurrencyUnit.USD));
            case USE ->
                story.billing
                        .actingAs("meter")
                        .deductUsage(com.phoneunite.billing.Usage.of(
                                story.id(), story.first(), "u" + step.number(), step.amount(CurrencyUnit.USD)));
            case ADD ->
                story.you.addOrganization("Organization " + step.number(), step.minor() % 2 == 0 ? "small" : "free");
            case RUN -> assertThat(story.billing.run().failed()).isEmpty();
            case CARD -> story.mine().putPaymentMethodOnFile(step.number() % 2 == 0 ? "tok_visa" : "tok_mastercard");
            case REMOVE_CARD -> story.mine().removePaymentMethod();
            case CLOCK -> story.clock.advance(Duration.ofDays(step.number() * 3L - 12));
            case FAULT -> story.gateway.next(FAULTS.get(step.number() % FAULTS.size()));
        }
    }

    /** Property 9: what is captured and not credited belongs to attempts that are unresolved or parked. */
    private static void verifyBooks(Story story, AccountSnapshot now) {
        long credited = now.entries().stream()
                .filter(one -> one.kind() == EntryKind.RECHARGE)
                .mapToLong(LedgerEntry::signedMinor)
                .sum();
        long captured = story.sandbox.captured().values().stream()
                .mapToLong(Money::getAmountMinorLong)
                .sum();
        long open = now.recharges().stream()
                .filter(one -> one.state().isUnresolved()
                        || one.state() == com.phoneunite.billing.recharge.RechargeState.IN_REVIEW)
                .mapToLong(one -> one.amount().getAmountMinorLong())
                .sum();
        assertThat(captured - credited).isBetween(0L, open);
    }

    @Provide
    Arbitrary<List<Step<Kind>>> programs() {
        return Programs.of(Kind.class).numbers(0, 15).amounts(1, 5_000).upTo(25);
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("USD", "EUR", "JPY", "XXQ", "");
    }

    @Provide
    Arbitrary<String> plans() {
        return Arbitraries.of("standard", "small", "free", "euro", "gold", "");
    }
}
