package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules P2 and X3: what is told, to whom it is ascribed, and what is never told. */
class SecrecyTest {

    @Test
    void P2_noTokenIsInAnyRecordEventOrEntry() {
        Story story = Story.withBalance("50.00");
        story.gateway.next(Fault.FAIL_AFTER_CAPTURE);
        story.recharge("second", "5.00");
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();

        assertThat(story.snapshot().toString()).contains("PaymentToken[hidden]").doesNotContain("tok_visa");
        assertThat(story.mine().page().toString()).doesNotContain("tok_visa");
    }

    @Test
    void P2_aGatewayThatTellsTheTokenInWhatItThrowsIsNotRepeated() {
        Story story = new Story();
        PaymentGateway talkative = new PaymentGateway() {
            @Override
            public CardOutcome describe(PaymentToken token) {
                if (token.reveal().equals("tok_talk")) {
                    throw new IllegalStateException("no such card: " + token.reveal());
                }
                return story.sandbox.describe(token);
            }

            @Override
            public PaymentOutcome charge(PaymentRequest request) {
                throw new IllegalStateException(
                        "cannot charge " + request.card().reveal());
            }

            @Override
            public GatewayCapabilities capabilities() {
                return GatewayCapabilities.NONE;
            }
        };
        Billing billing = Billing.builder(story.store)
                .plans(BillingPlan.named("standard").monthly(usd("1.00")))
                .paymentGateway(talkative)
                .clock(story.clock)
                .build();

        List<String> lines = CapturedLogs.during(() -> {
            assertThat(Story.refusal(
                            "PAYMENT_GATEWAY_UNAVAILABLE",
                            () -> billing.of(story.you).putPaymentMethodOnFile("tok_talk")))
                    .hasMessageNotContaining("tok_talk");
            billing.of(story.you).putPaymentMethodOnFile("tok_visa");
            billing.of(story.you).recharge("first", usd("5.00"));
        });

        assertThat(story.snapshot().toString()).doesNotContain("tok_");
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("tok_")
                        .doesNotContain("you@example.com")
                        .doesNotContain("4242"));
    }

    @Test
    void I5_aLogLineOfARunNamesTheAccountThatCouldNotBeBilled() {
        Story story = Story.withBalance("50.00");
        story.vanish("standard");
        story.clock.advance(Duration.ofDays(20));

        assertThat(CapturedLogs.during(story.billing::run))
                .anySatisfy(line -> assertThat(line).contains(story.id().toString()))
                .allSatisfy(line -> assertThat(line).doesNotContain("tok_"));
    }

    @Test
    void I5_aLogLineOfAnEventThatWasNotHandledNamesItsOrganization() {
        Story story = Story.withBalance("50.00");
        List<String> lines = CapturedLogs.during(() -> story.phoneUnite
                .dispatcher(
                        event -> {
                            if (event.organization().isPresent()) {
                                throw new IllegalStateException("tok_visa");
                            }
                        },
                        story.billing.events())
                .run());

        assertThat(lines)
                .filteredOn(line -> line.contains("was not handled"))
                .singleElement(as(STRING))
                .contains(
                        "account=" + story.id(),
                        "organization="
                                + story.you.organizations().items().get(0).id())
                .doesNotContain("tok_");
    }

    @Test
    void X3_eventsAndEntriesAreOneGaplessOrderAndEachHasItsActor() {
        Story story = Story.withBalance("100.00");
        OrganizationId small = story.you.addOrganization("Small", "small").id();
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();
        story.use(small, "call", "1.00");
        AccountSnapshot now = story.snapshot();
        now.verify();

        List<String> told = new ArrayList<>();
        now.events()
                .forEach(one -> told.add(
                        String.format("%02d %s %s", one.position(), one.event().type(), who(story, one.actor()))));
        now.entries()
                .forEach(one ->
                        told.add(String.format("%02d %s %s", one.position(), one.kind(), who(story, one.actor()))));
        assertThat(told.stream().sorted().map(line -> line.substring(3)))
                .containsExactly(
                        "account.opened owner",
                        "user.added owner",
                        "organization.added owner",
                        "administrator.added owner",
                        "billing.anchored owner",
                        "account.payment_method_put owner",
                        "recharge.recorded owner",
                        "recharge.state_changed owner",
                        "RECHARGE owner",
                        "organization.added owner",
                        "administrator.added owner",
                        "billing.anchored owner",
                        "PERIOD owner",
                        "PERIOD system",
                        "organization.state_changed system",
                        "USAGE meter");
        assertThat(now.events()).extracting(RecordedEvent::id).doesNotHaveDuplicates();
        assertThat(now.entries()).extracting(LedgerEntry::eventId).doesNotHaveDuplicates();
    }

    private static String who(Story story, Actor actor) {
        if (actor.equals(Actor.user(story.you.user()))) {
            return "owner";
        }
        return actor.equals(Actor.system()) ? "system" : ((Actor.Operator) actor).name();
    }
}
