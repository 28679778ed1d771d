package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.store.EventDispatcher;
import com.phoneunite.store.EventHandler;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An auditor believes an honest story, however little of it was kept for him, and judges what he can. */
class AuditHonestyTest {

    private static EventDispatcher dispatcher(AuditedStory told, EventHandler handler) {
        return new EventDispatcher(
                told.story.store.core(),
                List.of(told.story.billing.events()),
                handler,
                told.story.clock,
                UUID::randomUUID);
    }

    /** An audit before which everything is delivered to the host. */
    private record Delivering(Audit audit, EventDispatcher dispatcher) implements Audit {

        @Override
        public void touched(AccountId account, Instant now) {
            dispatcher.run();
            audit.touched(account, now);
        }

        @Override
        public void everything(Instant now) {
            dispatcher.run();
            audit.everything(now);
        }

        @Override
        public void quiet(Instant now) {
            audit.quiet(now);
        }
    }

    @Test
    void X3_whatWasDeliveredAndToldIsJudgedLikeWhatIsKept() {
        AuditedStory told = new AuditedStory();
        told.tell(new Delivering(told.story.audit, dispatcher(told, told.story.audit::delivered)));
        assertThat(told.story.snapshot().events()).isEmpty();
    }

    @Test
    void X3_whatWasDeliveredAndNotToldIsNoFault() {
        AuditedStory told = new AuditedStory();
        told.tell(new Delivering(told.story.audit, dispatcher(told, event -> {})));
    }

    @Test
    void X3_theEndAloneIsJudgedAsFarAsItTells() {
        AuditedStory kept = new AuditedStory();
        kept.tell(new AuditOfNothing());
        kept.story.audit.quiet(kept.story.clock.instant());

        AuditedStory gone = new AuditedStory();
        gone.tell(new AuditOfNothing());
        dispatcher(gone, event -> {}).run();
        gone.story.audit.quiet(gone.story.clock.instant());
    }

    @Test
    void B5_aWrongChargeIsFoundThoughAllEventsAreGone() {
        Liar liar = new Liar();
        liar.entry(18, one -> Liar.with(one, "signedMinor", -2_499L));
        liar.story.tell(new AuditOfNothing());
        dispatcher(liar.story, event -> {}).run();
        assertThatThrownBy(() -> liar.auditor().everything(liar.story.story.clock.instant()))
                .isInstanceOfSatisfying(
                        AuditFailure.class, found -> assertThat(found.rule()).isEqualTo("B5"));
    }

    @Test
    void X3_aDeliveryThatIsLeftOutIsFound() {
        AuditedStory told = new AuditedStory();
        List<RecordedEvent> events = new ArrayList<>();
        dispatcher(told, events::add).run();
        told.story.audit.delivered(events.get(0));
        told.story.audit.delivered(events.get(0));
        told.story.audit.delivered(events.get(2));
        assertThatThrownBy(() -> told.story.audit())
                .isInstanceOfSatisfying(
                        AuditFailure.class, found -> assertThat(found.rule()).isEqualTo("X3"));
    }

    @Test
    void X1_anAccountThatIsNotThereIsNoFault() {
        new Story().audit.touched(new AccountId(new UUID(7, 7)), Instant.EPOCH);
    }

    /** Rule P4: what was provably never sent is made again under its key, perhaps for more, before anybody looks. */
    @Test
    void P4_anAttemptThatWasMadeAgainIsJudgedByWhenItWasFirstMadeToo() {
        Story story = Story.withBalance("9.00");
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        story.gateway.next(FaultyPaymentGateway.Fault.NOT_ATTEMPTED);
        story.billing.run();
        story.clock.set(Instant.parse("2026-02-14T06:00:00Z"));
        story.billing.run();
        story.audit();

        assertThat(story.gateway.book().captures())
                .extracting(GatewayBook.Capture::amount)
                .containsExactly(usd("9.00"), usd("61.00"));
    }

    /** What was made again may have been told of in what is gone; when it was first made says nothing of it then. */
    @Test
    void P5_anAttemptThatWasMadeAgainUnseenIsNoFault() {
        Story story = Story.withCard();
        story.audit();
        story.gateway.next(FaultyPaymentGateway.Fault.NOT_ATTEMPTED);
        story.recharge("again", "10.00");
        story.audit();
        story.clock.advance(Duration.ofMinutes(5));
        story.gateway.next(FaultyPaymentGateway.Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("again", "10.00");
        // Of this the third look, before which everything is delivered, is told nothing, and the fourth sees that
        // something is missing.
        story.audit();
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 1.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        story.audit();
        story.clock.advance(Duration.ofMinutes(5));
        story.billing.reconcile();
        story.audit();

        assertThat(story.balance()).isEqualTo(usd("10.00"));
    }

    /** Two hosts work at once: one account is worked on while the clock is moved and another account is looked at. */
    @Test
    void X2_whatWasDoneBeforeTheClockWasMovedAndAnotherAccountLookedAtIsNoFault() {
        AccountId another = new AccountId(new UUID(7, 7));
        Story story = Story.withCard();
        story.audit.touched(story.id(), story.clock.instant());
        story.clock.set(Instant.parse("2027-01-31T15:00:00Z"));
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 1.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        story.audit.touched(story.id(), story.clock.instant());

        story.clock.set(Instant.parse("2026-01-31T15:05:00Z"));
        story.audit.touched(another, story.clock.instant());
        story.recharge("back", "10.00");
        story.clock.advance(Duration.ofDays(7));
        story.audit.touched(another, story.clock.instant());
        story.audit.touched(story.id(), story.clock.instant());

        assertThat(story.balance()).isEqualTo(usd("10.00"));
    }

    /** Rule B8: an organization is suspended while an attempt is unresolved that was recorded before. */
    @Test
    void B8_aSuspensionThatDidNotWaitIsFound() {
        Story story = Story.withCard();
        story.clock.set(Instant.parse("2026-02-14T04:00:00Z"));
        story.gateway.next(FaultyPaymentGateway.Fault.UNKNOWN_AFTER_CAPTURE);
        story.recharge("late", "100.00");
        story.audit();
        story.clock.advance(Duration.ofHours(2));
        story.billing.run();
        story.audit();
        assertThat(story.stateOf(story.first())).hasToString("PAST_DUE");

        Story hasty = Story.withCard();
        hasty.clock.set(Instant.parse("2026-02-14T04:00:00Z"));
        Audit audit = Lies.anUnresolvedAttempt(hasty);
        audit.touched(hasty.id(), hasty.clock.instant());
        hasty.clock.advance(Duration.ofHours(2));
        hasty.billing.run();
        assertThat(hasty.stateOf(hasty.first())).hasToString("SUSPENDED");
        assertThatThrownBy(() -> audit.touched(hasty.id(), hasty.clock.instant()))
                .isInstanceOfSatisfying(
                        AuditFailure.class, found -> assertThat(found.rule()).isEqualTo("B8"));
    }

    /** Rule B8: once nothing is left to do, nobody is suspended whose return the balance pays. */
    @Test
    void B8_whoCouldReturnAndIsSuspendedIsFoundOnceAllIsQuiet() {
        Story story = Story.withCard();
        story.clock.set(Instant.parse("2026-02-14T06:00:00Z"));
        story.billing.run();
        story.audit.quiet(story.clock.instant());
        story.recharge("enough", "20.00");
        story.audit.quiet(story.clock.instant());
        assertThat(story.stateOf(story.first())).hasToString("SUSPENDED");
        story.put(com.phoneunite.billing.plan.BillingPlan.named("standard").monthly(usd("19.99")));
        assertThatThrownBy(() -> story.audit.quiet(story.clock.instant()))
                .isInstanceOfSatisfying(
                        AuditFailure.class, found -> assertThat(found.rule()).isEqualTo("B8"));
    }

    @Test
    void B9_anotherPlanThatIsToldToBeDroppedThanWasPlannedIsFound() {
        Story story = Story.withBalance("100.00");
        Audit audit = Lies.anotherPlanDropped(story);
        story.mine().changePlan(story.first(), "small", PlanChange.AT_NEXT_PERIOD);
        audit.touched(story.id(), story.clock.instant());
        story.mine().changePlan(story.first(), "standard", PlanChange.AT_NEXT_PERIOD);
        assertThatThrownBy(() -> audit.touched(story.id(), story.clock.instant()))
                .isInstanceOfSatisfying(
                        AuditFailure.class, found -> assertThat(found.rule()).isEqualTo("B9"));
    }

    /** Looks at nothing. */
    private static final class AuditOfNothing implements Audit {
        @Override
        public void touched(AccountId account, Instant now) {}

        @Override
        public void everything(Instant now) {}

        @Override
        public void quiet(Instant now) {}
    }
}
