package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.Samples.due;
import static com.phoneunite.testkit.contract.Samples.paid;
import static com.phoneunite.testkit.contract.Samples.pastDue;
import static com.phoneunite.testkit.contract.Samples.suspended;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.PaidTerms;
import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.cycle.PeriodTerms;
import com.phoneunite.billing.cycle.PlannedChange;
import com.phoneunite.billing.cycle.PlannedChanges;
import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The part of {@link SubscriptionRepositoryContract} about what is kept of each organization. */
public interface SubscriptionRecords extends BillingStoreContract {

    @Test
    default void B5_aSubscriptionIsReadAsItWasSaved() {
        Proof.of("B5", "a month is charged on other terms than those that were agreed, or twice", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            PeriodTerms terms = new PeriodTerms(
                    new PlanName("standard"), 2, new Holdings.Counts(4, 3), Samples.usd(drawn.minor(1)));
            Subscription whole = new Subscription(
                    Facts.account(1),
                    Facts.organizationId(1, 0),
                    Samples.ZONE,
                    PeriodAnchor.at(2, drawn.at(1), Samples.ZONE),
                    3,
                    Optional.of(new PaidTerms(terms, 1, 17)),
                    Optional.of(new Shortage(3, drawn.at(2), drawn.at(3))),
                    Optional.empty(),
                    new PlannedChanges(List.of(
                            new PlannedChange(new PlanName("premium"), drawn.at(4)),
                            new PlannedChange(new PlanName("basic"), drawn.at(4).plusSeconds(1)))));
            Subscription stopped = suspended(1, drawn.at(5), drawn.at(6));
            bench.write(() -> List.of(whole, stopped).forEach(subscriptions::save));
            for (Subscription one : List.of(whole, stopped)) {
                proof.same(
                        "a subscription that was saved",
                        Optional.of(one),
                        bench.read(() -> subscriptions.find(one.account(), one.organization())));
            }
            proof.same(
                    "a subscription that was never saved",
                    Optional.empty(),
                    bench.read(() -> subscriptions.find(Facts.account(1), Facts.organizationId(1, 7))));
        });
    }

    @Test
    default void B5_subscriptionsAreReadAtOnceAsOneByOne() {
        Proof.of(
                "B5",
                "a brand is missing from the billing page, or stands there with what another one is charged",
                proof -> {
                    MoneyBench bench = new MoneyBench(this);
                    Drawn drawn = bench.drawn();
                    SubscriptionRepository subscriptions = bench.store().subscriptions();
                    Subscription first = due(1, 0, drawn.at(1));
                    Subscription stopped = suspended(1, drawn.at(5), drawn.at(6));
                    Subscription third = due(1, 2, drawn.at(2));
                    bench.organizations(3);
                    bench.write(() -> List.of(first, stopped, third).forEach(subscriptions::save));
                    Subscription theirs = due(2, 0, drawn.at(1));
                    bench.facts().write(2, () -> subscriptions.save(theirs));
                    List<OrganizationId> asked = List.of(
                            third.organization(),
                            Facts.organizationId(1, 7),
                            stopped.organization(),
                            theirs.organization(),
                            first.organization());
                    proof.list(
                            "those of five that are there, in the order in which they were asked for",
                            List.of(third, stopped, first),
                            bench.read(() -> subscriptions.findAll(Facts.account(1), asked)));
                    List<OrganizationId> many = new ArrayList<>(asked);
                    many.addAll(Facts.manyOrganizations());
                    proof.list(
                            "those of five that are there, asked for among ten thousand",
                            List.of(third, stopped, first),
                            bench.read(() -> subscriptions.findAll(Facts.account(1), many)));
                    proof.list(
                            "those of none",
                            List.of(),
                            bench.read(() -> subscriptions.findAll(Facts.account(1), List.of())));
                });
    }

    @Test
    default void B5_aSubscriptionTakesThePlaceOfTheFormer() {
        Proof.of("B5", "a month that was paid is charged again by the next run", proof -> {
            MoneyBench bench = new MoneyBench(this);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            Subscription one = due(1, 0, bench.drawn().at(1));
            Subscription next = paid(one);
            bench.write(() -> subscriptions.save(one));
            bench.write(() -> {
                subscriptions.save(one);
                subscriptions.save(next);
            });
            AccountId account = Facts.account(1);
            proof.same(
                    "a subscription that was saved again",
                    Optional.of(next),
                    bench.read(() -> subscriptions.find(account, one.organization())));
            proof.list("what is due before it", List.of(), bench.read(() -> subscriptions.due(account, one.nextDue())));
            proof.same(
                    "when something is due next",
                    Optional.of(next.nextDue()),
                    bench.read(() -> subscriptions.nextDue(account)));
        });
    }

    @Test
    default void B5_aPeriodIsPaidOnceHoweverManyTry() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("B5", "two workers both see a month unpaid, and both charge it", proof -> {
            MoneyBench bench = new MoneyBench(this);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            Subscription one = due(1, 0, bench.drawn().at(1));
            Supplier<Subscription> now =
                    () -> subscriptions.find(one.account(), one.organization()).orElseThrow();
            bench.write(() -> subscriptions.save(one));
            List<Boolean> charged = Crowd.of(
                    () -> bench.read(now),
                    number -> () -> bench.facts().change(1, () -> {
                        boolean isUnpaid = now.get().nextPeriod() == 0;
                        if (isUnpaid) {
                            subscriptions.save(paid(one));
                        }
                        return isUnpaid;
                    }));
            proof.same("how many of eight found the period unpaid", 1, Collections.frequency(charged, true));
        });
    }

    @Test
    default void O7_nothingIsDueOfAnOrganizationThatIsClosed() {
        Proof.of("O7", "an organization is charged for after it was closed", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            AccountId account = Facts.account(1);
            bench.write(() -> {
                subscriptions.save(due(1, 0, drawn.at(1)));
                subscriptions.save(pastDue(1, drawn.at(1), drawn.at(2), drawn.at(3)));
            });
            bench.write(() -> {
                subscriptions.remove(account, Facts.organizationId(1, 0));
                subscriptions.remove(account, Facts.organizationId(1, 1));
                subscriptions.remove(account, Facts.organizationId(1, 1));
            });
            proof.same(
                    "a subscription that was removed",
                    Optional.empty(),
                    bench.read(() -> subscriptions.find(account, Facts.organizationId(1, 0))));
            proof.list(
                    "what is due of those removed",
                    List.of(),
                    bench.read(() -> subscriptions.due(account, drawn.at(9))));
            proof.same(
                    "whether those removed are past due", false, bench.read(() -> subscriptions.anyPastDue(account)));
        });
    }

    @Test
    default void B1_anAccountHasItsOwnSubscriptionsOnly() {
        Proof.of("B1", "one customer pays for the organizations of another", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            Subscription theirs = due(2, 0, drawn.at(1));
            bench.facts().write(2, () -> subscriptions.save(theirs));
            AccountId account = Facts.account(1);
            proof.list(
                    "what is due, with something due in another account",
                    List.of(),
                    bench.read(() -> subscriptions.due(account, drawn.at(2))));
            proof.same(
                    "a subscription of another account",
                    Optional.empty(),
                    bench.read(() -> subscriptions.find(account, theirs.organization())));
            proof.same(
                    "when something is due next, with something due in another account",
                    Optional.empty(),
                    bench.read(() -> subscriptions.nextDue(account)));
        });
    }

    @Test
    default void B1_anAccountHasItsOwnShortagesAndSuspensionsOnly() {
        Proof.of("B1", "a customer may add nothing because another one has not paid", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            AccountId account = Facts.account(1);
            bench.facts().write(2, () -> {
                subscriptions.save(pastDue(due(2, 0, drawn.at(2)), drawn.at(3), drawn.at(4)));
                subscriptions.save(suspended(due(2, 1, drawn.at(1)), drawn.at(2)));
            });
            proof.same(
                    "whether anything is past due, with something past due in another account",
                    false,
                    bench.read(() -> subscriptions.anyPastDue(account)));
            proof.list(
                    "what is suspended, with something suspended in another account",
                    List.of(),
                    bench.read(() -> subscriptions.suspended(account)));
            proof.same(
                    "when the first grace ends, with a grace in another account",
                    Optional.empty(),
                    bench.read(() -> subscriptions.nextGraceEnd(account)));
            proof.same(
                    "the next period past due, with one in another account",
                    Optional.empty(),
                    bench.read(() -> subscriptions.nextPastDueAfter(account, drawn.at(1))));
        });
    }

    @Test
    default void X1_aRemovalThatIsRolledBackRemovesNothing() {
        Proof.of("X1", "an organization that was never closed is used for nothing", proof -> {
            MoneyBench bench = new MoneyBench(this);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            Subscription one = due(1, 0, bench.drawn().at(1));
            bench.write(() -> subscriptions.save(one));
            proof.refuses(
                    IllegalStateException.class,
                    "a change that fails after it has removed a subscription",
                    () -> bench.facts().change(1, () -> {
                        subscriptions.remove(one.account(), one.organization());
                        throw new IllegalStateException("undone");
                    }));
            proof.same(
                    "a subscription whose removal was rolled back",
                    Optional.of(one),
                    bench.read(() -> subscriptions.find(one.account(), one.organization())));
            proof.list(
                    "what is due, with a removal that was rolled back",
                    List.of(one),
                    bench.read(() -> subscriptions.due(one.account(), one.nextDue())));
        });
    }

    @Test
    default void X1_aSubscriptionThatIsRolledBackWasNeverKept() {
        Proof.of("X1", "an organization is charged for that was never added", proof -> {
            MoneyBench bench = new MoneyBench(this);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            Subscription one = due(1, 0, bench.drawn().at(1));
            bench.provesRollback(
                    proof,
                    "a subscription",
                    () -> subscriptions.save(one),
                    () -> subscriptions.find(one.account(), one.organization()));
            proof.list(
                    "what is due after a rollback",
                    List.of(),
                    bench.read(() -> subscriptions.due(one.account(), one.nextDue())));
        });
    }

    @Test
    default void X1_aSubscriptionNeedsAUnitOfWork() {
        Proof.of("X1", "a month is marked as paid whose charge is rolled back", proof -> {
            MoneyBench bench = new MoneyBench(this);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            Subscription one = due(1, 0, bench.drawn().at(1));
            bench.provesUnitOfWork(
                    proof,
                    "a subscription",
                    () -> subscriptions.save(one),
                    () -> subscriptions.find(one.account(), one.organization()));
        });
    }

    @Test
    default void X1_aSubscriptionIsThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "after a restart an organization is used for nothing, or charged again", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Subscription one = due(1, 0, bench.drawn().at(1));
            bench.provesRestart(
                    proof,
                    "what is due",
                    () -> bench.store().subscriptions().save(one),
                    store -> store.subscriptions().due(one.account(), one.nextDue()));
        });
    }
}
