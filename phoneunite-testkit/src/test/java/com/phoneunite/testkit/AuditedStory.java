package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;

import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.testkit.audit.Audit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Half a year of an account in which everything happens that an auditor looks at, step by step. */
final class AuditedStory {

    /** The last position of the story. */
    static final long LAST = 103;

    final Story story;
    final Map<String, PaymentRequest> charges = new HashMap<>();
    OrganizationId second;
    OrganizationId third;
    Runnable atTheEnd = () -> {};

    AuditedStory() {
        story = Story.withCard();
        story.gateway.watch(request -> charges.putIfAbsent(request.key(), request));
    }

    /** Takes every step, and lets the auditor look after each, at all of it from time to time, and at the end. */
    void tell(Audit audit) {
        audit.touched(story.id(), now());
        for (Runnable step : steps()) {
            step.run();
            audit.touched(story.id(), now());
        }
        atTheEnd.run();
        audit.everything(now());
        audit.quiet(now());
    }

    private Instant now() {
        return story.clock.instant();
    }

    private List<Runnable> steps() {
        return List.of(
                () -> story.recharge("start", "200.00"),
                this::addASecondOrganization,
                () -> story.use(second, "call-1", "1.50"),
                () -> runAt("2026-02-14T06:00:00Z"),
                () -> runAt("2026-02-28T12:00:00Z"),
                () -> changeAt("2026-03-05T12:00:00Z", "small", PlanChange.NOW),
                () -> changeAt("2026-03-06T12:00:00Z", "standard", PlanChange.AT_NEXT_PERIOD),
                () -> runAt("2026-03-31T12:00:00Z"),
                () -> story.use(second, "call-2", leavingBut("1.00")),
                this::raisePrices,
                () -> runAt("2026-04-14T12:00:00Z"),
                () -> runAt("2026-04-17T12:00:01Z"),
                () -> runAt("2026-04-30T12:00:00Z"),
                () -> story.recharge("back", "100.00"),
                () -> story.mine().autoRecharge(setting()),
                () -> changeAt("2026-05-02T12:00:00Z", "large", PlanChange.NOW),
                this::runDry,
                () -> story.billing.run(),
                this::runDry,
                this::runDeclined,
                () -> story.clock.advance(Duration.ofHours(1)),
                () -> story.billing.run(),
                () -> story.mine().removeAutoRecharge(),
                () -> operator().refund(story.id(), "f1", "start", usd("20.00")),
                () -> dispute("back", "d1", "100.00"),
                () -> story.recharge("again", "300.00"),
                () -> bringBack("d1"),
                () -> dispute("start", "d2", "30.00"),
                () -> story.use(story.first(), "call-3", leavingBut("5.00")),
                () -> dispute("again", "d3", "50.00"),
                () -> bringBack("d3"),
                this::rechargeInPart,
                this::resolve,
                () -> story.recharge("more", "60.00"),
                this::addAFreeOrganization,
                () -> runAt("2026-05-31T12:00:00Z"),
                () -> runAt("2026-06-30T12:00:00Z"),
                () -> story.you.closeOrganization(second),
                () -> story.recharge("enough", "500.00"));
    }

    private void addASecondOrganization() {
        second = story.you.addOrganization("Second", "standard").id();
        story.you.switchTo(second).members().add(story.you.user(), "101");
        story.put(BillingPlan.named("large").monthly(usd("40.01")).perExtension(usd("3.33")));
    }

    private void addAFreeOrganization() {
        third = story.you.addOrganization("Third", "free").id();
    }

    private void runAt(String moment) {
        story.clock.set(Instant.parse(moment));
        story.billing.run();
    }

    private void changeAt(String moment, String plan, PlanChange when) {
        story.clock.set(Instant.parse(moment));
        story.mine().changePlan(second, plan, when);
    }

    private String leavingBut(String amount) {
        return story.balance().minus(usd(amount)).getAmount().toPlainString();
    }

    private void raisePrices() {
        story.put(story.plans
                .get(new PlanName("standard"))
                .repricedFrom(Instant.parse("2026-04-01T00:00:00Z"))
                .monthly(usd("30.00")));
    }

    static AutoRecharge setting() {
        return AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");
    }

    private void runDry() {
        story.use(second, "dry-" + story.entries().size(), leavingBut("3.00"));
    }

    private void runDeclined() {
        story.gateway.next(FaultyPaymentGateway.Fault.DECLINED_RETRY_LATER);
        story.billing.run();
    }

    private com.phoneunite.billing.OperatorPayments operator() {
        return story.billing.actingAs("Ann").payments();
    }

    PaymentRequest charge(String key) {
        return charges.get(story.id() + "/" + key);
    }

    private void dispute(String key, String reference, String amount) {
        story.gateway.dispute(charge(key), reference, usd(amount));
        deliver();
    }

    private void bringBack(String reference) {
        story.gateway.bringBack(reference);
        deliver();
    }

    private void deliver() {
        story.gateway.takeNotifications().forEach(story.billing::notified);
    }

    private void rechargeInPart() {
        story.gateway.next(FaultyPaymentGateway.Fault.PARTIAL_CAPTURE);
        story.recharge("part", "10.00");
    }

    private void resolve() {
        operator()
                .rechargesInReview(PageRequest.first(10))
                .items()
                .forEach(one ->
                        operator().resolveAsCaptured(story.id(), one.key().value(), usd("5.00"), "the book"));
    }
}
