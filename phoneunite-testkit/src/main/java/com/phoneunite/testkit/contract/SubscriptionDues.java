package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.Samples.due;
import static com.phoneunite.testkit.contract.Samples.paid;
import static com.phoneunite.testkit.contract.Samples.pastDue;
import static com.phoneunite.testkit.contract.Samples.suspended;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link SubscriptionRepositoryContract} about what is due, past due and suspended. */
public interface SubscriptionDues extends BillingStoreContract {

    @Test
    default void B7_whatIsDueIsInTheOrderOfItsDues() {
        Proof.of("B7", "the money that is there pays for what is due later", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            bench.organizations(6);
            Subscription first = due(1, 4, drawn.at(1));
            Subscription second = pastDue(3, drawn.at(2), drawn.at(5), drawn.at(6));
            Subscription third = due(1, 0, drawn.at(3));
            Subscription fourth = due(1, 2, drawn.at(3));
            Subscription later = due(1, 1, drawn.at(4));
            Subscription lapsed = suspended(5, drawn.at(1), drawn.at(2));
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            bench.write(
                    () -> List.of(later, fourth, third, second, lapsed, first).forEach(subscriptions::save));
            proof.list(
                    "what is due, the oldest first, then by organization",
                    organizations(List.of(first, second, third, fourth)),
                    organizations(bench.read(() -> subscriptions.due(Facts.account(1), drawn.at(3)))));
        });
    }

    @Test
    default void B6_everythingThatIsDueIsListed() {
        Proof.of("B6", "after an outage some organizations are used for nothing", proof -> {
            MoneyBench bench = new MoneyBench(this);
            int count = 120;
            bench.organizations(count);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            bench.write(() -> {
                for (int ordinal = 0; ordinal < count; ordinal++) {
                    Instant moment = bench.drawn().at(ordinal);
                    subscriptions.save(ordinal % 2 == 0 ? due(1, ordinal, moment) : suspended(ordinal, moment, moment));
                }
            });
            AccountId account = Facts.account(1);
            Instant end = bench.drawn().at(count);
            proof.same(
                    "how many of 60 are due",
                    60,
                    bench.read(() -> subscriptions.due(account, end)).size());
            proof.same(
                    "how many of 60 are suspended",
                    60,
                    bench.read(() -> subscriptions.suspended(account)).size());
        });
    }

    @Test
    default void B6_aListStaysAsItIsWhileItsSubscriptionsAreSaved() {
        Proof.of("B6", "a run that pays what is due skips every other one", proof -> {
            MoneyBench bench = new MoneyBench(this);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            Instant moment = bench.drawn().at(1);
            bench.write(() -> List.of(due(1, 0, moment), due(1, 1, moment)).forEach(subscriptions::save));
            List<OrganizationId> seen = bench.facts().change(1, () -> {
                List<OrganizationId> gone = new ArrayList<>();
                for (Subscription one : subscriptions.due(Facts.account(1), moment)) {
                    gone.add(one.organization());
                    subscriptions.save(paid(one));
                }
                return gone;
            });
            proof.list(
                    "what is due, while each of it is paid",
                    List.of(Facts.organizationId(1, 0), Facts.organizationId(1, 1)),
                    seen);
        });
    }

    @Test
    default void B6_whatIsDueNextIsNeitherPastDueNorSuspended() {
        Proof.of("B6", "every run looks at an account that it can do nothing for, or misses what is due", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            bench.organizations(4);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            proof.same(
                    "when something is due next of nothing",
                    Optional.empty(),
                    bench.read(() -> subscriptions.nextDue(Facts.account(1))));
            bench.write(() -> {
                subscriptions.save(pastDue(0, drawn.at(1), drawn.at(2), drawn.at(3)));
                subscriptions.save(suspended(1, drawn.at(2), drawn.at(2)));
                subscriptions.save(due(1, 2, drawn.at(5)));
                subscriptions.save(due(1, 3, drawn.at(4)));
            });
            proof.same(
                    "when something is due next",
                    Optional.of(drawn.at(4)),
                    bench.read(() -> subscriptions.nextDue(Facts.account(1))));
        });
    }

    @Test
    default void O5_onlyAPeriodThatWasNotCoveredIsPastDue() {
        Proof.of("O5", "an owner who has paid may add no organization, or one who has not may", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            bench.write(() -> {
                subscriptions.save(due(1, 0, drawn.at(1)));
                subscriptions.save(suspended(1, drawn.at(1), drawn.at(2)));
            });
            proof.same(
                    "whether anything is past due with one due and one suspended",
                    false,
                    bench.read(() -> subscriptions.anyPastDue(Facts.account(1))));
            bench.write(() -> subscriptions.save(pastDue(0, drawn.at(1), drawn.at(2), drawn.at(3))));
            proof.same(
                    "whether anything is past due with one past due",
                    true,
                    bench.read(() -> subscriptions.anyPastDue(Facts.account(1))));
        });
    }

    @Test
    default void B8_suspendedOnesAreInTheOrderOfTheirUnpaidPeriods() {
        Proof.of("B8", "the organization that waits longest returns from suspension last", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            bench.organizations(4);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            Subscription first = suspended(3, drawn.at(1), drawn.at(9));
            Subscription second = suspended(0, drawn.at(2), drawn.at(8));
            Subscription third = suspended(2, drawn.at(2), drawn.at(7));
            bench.write(() -> {
                List.of(third, second, first).forEach(subscriptions::save);
                subscriptions.save(due(1, 1, drawn.at(1)));
            });
            proof.list(
                    "the suspended ones, the oldest unpaid period first, then by organization",
                    organizations(List.of(first, second, third)),
                    organizations(bench.read(() -> subscriptions.suspended(Facts.account(1)))));
        });
    }

    @Test
    default void B8_theGraceThatEndsFirstIsTold() {
        Proof.of("B8", "an organization goes on for nothing after its grace", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            bench.write(() -> {
                subscriptions.save(pastDue(0, drawn.at(1), drawn.at(4), drawn.at(6)));
                subscriptions.save(pastDue(1, drawn.at(2), drawn.at(3), drawn.at(5)));
            });
            proof.same(
                    "when the first grace ends",
                    Optional.of(drawn.at(5)),
                    bench.read(() -> subscriptions.nextGraceEnd(Facts.account(1))));
            bench.write(() -> {
                subscriptions.save(suspended(0, drawn.at(1), drawn.at(4)));
                subscriptions.save(due(1, 1, drawn.at(2)));
            });
            proof.same(
                    "when the first grace ends of nothing past due",
                    Optional.empty(),
                    bench.read(() -> subscriptions.nextGraceEnd(Facts.account(1))));
        });
    }

    @Test
    default void X2_aPeriodFoundPastDueByAClockThatRanAheadFallsDueInTime() {
        Proof.of("X2", "an organization that became past due by a wrong clock is never looked at again", proof -> {
            MoneyBench bench = new MoneyBench(this);
            Drawn drawn = bench.drawn();
            bench.organizations(4);
            SubscriptionRepository subscriptions = bench.store().subscriptions();
            bench.write(() -> {
                subscriptions.save(pastDue(0, drawn.at(4), drawn.at(8), drawn.at(9)));
                subscriptions.save(pastDue(1, drawn.at(3), drawn.at(8), drawn.at(9)));
                subscriptions.save(pastDue(2, drawn.at(2), drawn.at(8), drawn.at(9)));
                subscriptions.save(due(1, 3, drawn.at(2).plusNanos(1_000)));
            });
            AccountId account = Facts.account(1);
            proof.same(
                    "the next period past due that falls due strictly later",
                    Optional.of(drawn.at(3)),
                    bench.read(() -> subscriptions.nextPastDueAfter(account, drawn.at(2))));
            proof.same(
                    "the next period past due after the last",
                    Optional.empty(),
                    bench.read(() -> subscriptions.nextPastDueAfter(account, drawn.at(4))));
        });
    }

    private static List<OrganizationId> organizations(List<Subscription> subscriptions) {
        return subscriptions.stream().map(Subscription::organization).toList();
    }
}
