package com.phoneunite.testkit.jqwik;

import com.phoneunite.RefusedException;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Runs a program of billing on a fixture. */
final class ProgramRun {

    private static final List<String> CARDS = List.of("tok_visa", "tok_declined", "tok_slow", "tok_confirm");

    private static final List<Fault> FAULTS = List.of(Fault.values()).stream()
            .filter(one -> one != Fault.HANG_AFTER_CAPTURE && one != Fault.HANG_BEFORE_CAPTURE)
            .toList();

    private final PhoneUniteFixture fixture;
    private final List<String> plans;
    private final List<Refusal> refusals = new ArrayList<>();
    private int place;

    ProgramRun(PhoneUniteFixture fixture, List<String> plans) {
        this.fixture = fixture;
        this.plans = plans;
    }

    /** Takes the step, or notes why a rule refuses it. */
    void take(Step<BillingDeed> step) {
        place++;
        try {
            perform(step);
        } catch (RefusedException refused) {
            refusals.add(refused.refusal());
        }
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private void perform(Step<BillingDeed> step) {
        switch (step.kind()) {
            case RECHARGE -> fixture.mine().recharge("p" + place, amount(step.minor()));
            case RECHARGE_AGAIN -> fixture.mine().recharge("p" + step.number() % 8, amount(step.minor()));
            case ADD_ORGANIZATION -> fixture.session().addOrganization("Organization " + place, plan(step.number()));
            case CLOSE_ORGANIZATION -> fixture.session().closeOrganization(organization(step));
            case CHANGE_PLAN_NOW -> change(step, PlanChange.NOW);
            case CHANGE_PLAN_LATER -> change(step, PlanChange.AT_NEXT_PERIOD);
            case USE -> use(step);
            case CARD -> fixture.mine().putPaymentMethodOnFile(CARDS.get(step.number() % CARDS.size()));
            case REMOVE_CARD -> fixture.mine().removePaymentMethod();
            case AUTO_RECHARGE ->
                fixture.mine()
                        .autoRecharge(AutoRecharge.below(amount(step.minor()))
                                .upTo(amount(2 * step.minor()))
                                .atMostPerMonth(amount(10 * step.minor())));
            case NO_AUTO_RECHARGE -> fixture.mine().removeAutoRecharge();
            case GATEWAY_FAULT -> fixture.gateway().next(FAULTS.get(step.number() % FAULTS.size()));
            case DAYS ->
                fixture.whenTimeJumpsTo(
                        fixture.today().plusDays(1L + step.number()).toString());
            case CLOCK_BACK -> fixture.clock().advance(Duration.ofHours(-step.number()));
            case RUN -> fixture.whenBillingRuns();
            case RECONCILE -> fixture.billing().reconcile();
        }
    }

    private void use(Step<BillingDeed> step) {
        fixture.billing()
                .actingAs("meter")
                .deductUsage(Usage.of(
                        fixture.account().id(), organization(step), "u" + step.number(), amount(step.minor())));
    }

    private void change(Step<BillingDeed> step, PlanChange when) {
        fixture.mine().changePlan(organization(step), plan(step.minor()), when);
    }

    private Money amount(long minor) {
        return Money.ofMinor(fixture.account().currency(), minor);
    }

    private String plan(long number) {
        return plans.get((int) (number % plans.size()));
    }

    private OrganizationId organization(Step<BillingDeed> step) {
        List<Organization> all = fixture.organizations();
        return all.get(step.number() % all.size()).id();
    }
}
