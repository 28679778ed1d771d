package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.PlannedChanges;
import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ports of subscriptions with one fault each. */
final class BrokenSubscriptions {

    private static final Breaking<SubscriptionRepository> PORT =
            new Breaking<>(SubscriptionRepositoryContract.class, SubscriptionRepository.class, "subscriptions");
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final Comparator<Subscription> BY_ORGANIZATION = Comparator.comparing(Subscription::organization);

    private BrokenSubscriptions() {}

    static List<BrokenAdapter> all() {
        return Stream.of(facts(), dues(), states(), boundaries())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenAdapter> facts() {
        return List.of(
                PORT.of(
                        "B5_aSubscriptionIsReadAsItWasSaved",
                        "a column that is not read",
                        "find",
                        (real, given) -> find(real, given).map(one -> planning(one, PlannedChanges.NONE)),
                        "a subscription that was saved",
                        "PlannedChange"),
                PORT.of(
                        "B5_aSubscriptionIsReadAsItWasSaved",
                        "one column for the plans that are planned",
                        "find",
                        (real, given) -> find(real, given).map(BrokenSubscriptions::planningTheFirst),
                        "a subscription that was saved",
                        "basic"),
                PORT.of(
                        "B5_subscriptionsAreReadAtOnceAsOneByOne",
                        "in the order of the table",
                        "findAll",
                        (real, given) -> sorted(findAll(real, given), BY_ORGANIZATION),
                        "in the order in which they were asked for"),
                PORT.of(
                        "B5_subscriptionsAreReadAtOnceAsOneByOne",
                        "only what is current",
                        "findAll",
                        (real, given) -> findAll(real, given).stream()
                                .filter(one -> !one.isSuspended())
                                .toList(),
                        "in the order in which they were asked for"),
                PORT.of(
                        "B5_aSubscriptionTakesThePlaceOfTheFormer",
                        "ON CONFLICT DO NOTHING",
                        "save",
                        (real, given) -> {
                            Subscription one = (Subscription) given[0];
                            if (real.find(one.account(), one.organization()).isEmpty()) {
                                real.save(one);
                            }
                            return null;
                        },
                        "a subscription that was saved again"),
                PORT.whole(
                        "B5_aSubscriptionTakesThePlaceOfTheFormer",
                        "an index that keeps the former row, too",
                        store -> remembering(
                                store.subscriptions(),
                                "due",
                                (known, real, given) -> known.stream()
                                        .filter(one -> !one.nextDue().isAfter((Instant) given[1]))
                                        .toList()),
                        "what is due before it"),
                PORT.seenOnceByEachThread(
                        "B5_aPeriodIsPaidOnceHoweverManyTry", "find", "how many of eight", "expected was 1"));
    }

    private static List<BrokenAdapter> dues() {
        return List.of(
                PORT.of(
                        "B7_whatIsDueIsInTheOrderOfItsDues",
                        "no ORDER BY",
                        "due",
                        (real, given) -> sorted(due(real, given), BY_ORGANIZATION),
                        "the oldest first"),
                PORT.of(
                        "B7_whatIsDueIsInTheOrderOfItsDues",
                        "an order that leaves equal dues to chance",
                        "due",
                        (real, given) -> sorted(
                                sorted(due(real, given), BY_ORGANIZATION.reversed()),
                                Comparator.comparing(Subscription::nextDue)),
                        "then by organization"),
                PORT.of(
                        "B7_whatIsDueIsInTheOrderOfItsDues",
                        "`<` for `<=` at the moment",
                        "due",
                        (real, given) -> real.due((AccountId) given[0], ((Instant) given[1]).minusNanos(1_000)),
                        "what is due"),
                PORT.of(
                        "B7_whatIsDueIsInTheOrderOfItsDues",
                        "what is past due left out",
                        "due",
                        (real, given) -> due(real, given).stream()
                                .filter(one -> one.shortage().isEmpty())
                                .toList(),
                        "what is due"),
                PORT.of(
                        "B7_whatIsDueIsInTheOrderOfItsDues",
                        "what is suspended taken in",
                        "due",
                        (real, given) -> sorted(
                                Stream.concat(due(real, given).stream(), real.suspended((AccountId) given[0]).stream())
                                        .toList(),
                                Comparator.comparing(Subscription::nextDue)),
                        "what is due"),
                PORT.of(
                        "B6_everythingThatIsDueIsListed",
                        "lists cut off at fifty",
                        "due",
                        (real, given) -> due(real, given).stream().limit(50).toList(),
                        "how many of 60 are due",
                        "answered 50"),
                PORT.of(
                        "B6_aListStaysAsItIsWhileItsSubscriptionsAreSaved",
                        "a list that is a view of the table",
                        "due",
                        (real, given) -> new AbstractList<Subscription>() {
                            @Override
                            public Subscription get(int index) {
                                return due(real, given).get(index);
                            }

                            @Override
                            public int size() {
                                return due(real, given).size();
                            }
                        },
                        "while each of it is paid"),
                PORT.of(
                        "B6_whatIsDueNextIsNeitherPastDueNorSuspended",
                        "the next due of whatever there is",
                        "nextDue",
                        (real, given) -> real.due((AccountId) given[0], END).stream()
                                .findFirst()
                                .map(Subscription::nextDue),
                        "when something is due next"));
    }

    private static List<BrokenAdapter> states() {
        return List.of(
                PORT.of(
                        "O5_onlyAPeriodThatWasNotCoveredIsPastDue",
                        "suspended taken for past due",
                        "anyPastDue",
                        (real, given) -> real.anyPastDue((AccountId) given[0])
                                || !real.suspended((AccountId) given[0]).isEmpty(),
                        "one due and one suspended",
                        "expected was false"),
                PORT.of(
                        "B8_suspendedOnesAreInTheOrderOfTheirUnpaidPeriods",
                        "in the order of their suspensions",
                        "suspended",
                        (real, given) -> sorted(
                                real.suspended((AccountId) given[0]),
                                Comparator.comparing(one -> one.suspendedSince().orElseThrow())),
                        "the oldest unpaid period first"),
                PORT.of(
                        "B8_theGraceThatEndsFirstIsTold",
                        "the grace of what was due first",
                        "nextGraceEnd",
                        (real, given) -> real.due((AccountId) given[0], END).stream()
                                .flatMap(one -> one.shortage().stream())
                                .map(Shortage::graceUntil)
                                .findFirst(),
                        "when the first grace ends"),
                PORT.of(
                        "X2_aPeriodFoundPastDueByAClockThatRanAheadFallsDueInTime",
                        "`>=` for `>` at the moment",
                        "nextPastDueAfter",
                        (real, given) ->
                                real.nextPastDueAfter((AccountId) given[0], ((Instant) given[1]).minusNanos(1_000)),
                        "strictly later"),
                PORT.of(
                        "X2_aPeriodFoundPastDueByAClockThatRanAheadFallsDueInTime",
                        "the next due of whatever there is",
                        "nextPastDueAfter",
                        (real, given) -> real.due((AccountId) given[0], END).stream()
                                .map(Subscription::nextDue)
                                .filter(((Instant) given[1])::isBefore)
                                .findFirst(),
                        "strictly later"),
                PORT.of(
                        "O7_nothingIsDueOfAnOrganizationThatIsClosed",
                        "a removal that leaves the row",
                        "remove",
                        (real, given) -> null,
                        "a subscription that was removed"));
    }

    private static List<BrokenAdapter> boundaries() {
        return List.of(
                PORT.whole(
                        "B1_anAccountHasItsOwnSubscriptionsOnly",
                        "no predicate on the account",
                        store -> remembering(store.subscriptions(), "due", (known, real, given) -> List.copyOf(known)),
                        "with something due in another account"),
                PORT.whole(
                        "B1_anAccountHasItsOwnShortagesAndSuspensionsOnly",
                        "whether anything at all is past due",
                        store -> remembering(
                                store.subscriptions(),
                                "anyPastDue",
                                (known, real, given) -> known.stream()
                                        .anyMatch(one -> one.shortage().isPresent())),
                        "with something past due in another account",
                        "expected was false"),
                PORT.whole(
                        "B1_anAccountHasItsOwnShortagesAndSuspensionsOnly",
                        "suspended organizations of all accounts",
                        store -> remembering(
                                store.subscriptions(),
                                "suspended",
                                (known, real, given) -> known.stream()
                                        .filter(Subscription::isSuspended)
                                        .toList()),
                        "with something suspended in another account"),
                PORT.whole(
                        "B1_anAccountHasItsOwnShortagesAndSuspensionsOnly",
                        "the first grace of all accounts",
                        store -> remembering(
                                store.subscriptions(),
                                "nextGraceEnd",
                                (known, real, given) -> known.stream()
                                        .flatMap(one -> one.shortage().stream())
                                        .map(Shortage::graceUntil)
                                        .min(Comparator.naturalOrder())),
                        "with a grace in another account"),
                PORT.whole(
                        "B1_anAccountHasItsOwnShortagesAndSuspensionsOnly",
                        "the next period past due of all accounts",
                        store -> remembering(
                                store.subscriptions(),
                                "nextPastDueAfter",
                                (known, real, given) -> known.stream()
                                        .filter(one -> one.shortage().isPresent())
                                        .map(Subscription::nextDue)
                                        .filter(((Instant) given[1])::isBefore)
                                        .min(Comparator.naturalOrder())),
                        "the next period past due, with one in another account"),
                PORT.whole(
                        "X1_aRemovalThatIsRolledBackRemovesNothing",
                        "a cache of what is closed that a rollback does not empty",
                        store -> {
                            List<OrganizationId> closed = new ArrayList<>();
                            SubscriptionRepository noting = Spoiled.port(
                                    SubscriptionRepository.class, store.subscriptions(), "remove", (real, given) -> {
                                        closed.add((OrganizationId) given[1]);
                                        real.remove((AccountId) given[0], (OrganizationId) given[1]);
                                        return null;
                                    });
                            return Spoiled.port(
                                    SubscriptionRepository.class,
                                    noting,
                                    "find",
                                    (real, given) ->
                                            find(real, given).filter(one -> !closed.contains(one.organization())));
                        },
                        "whose removal was rolled back"),
                PORT.cached("X1_aSubscriptionThatIsRolledBackWasNeverKept", "save", "find", "after a rollback"),
                PORT.committingByItself(
                        "X1_aSubscriptionNeedsAUnitOfWork", "save", "let saving a subscription", "pass"),
                PORT.forgetful("X1_aSubscriptionIsThereAfterARestart", "what is due after a restart", "answered []"));
    }

    @FunctionalInterface
    private interface Answer {
        Object from(List<Subscription> known, SubscriptionRepository real, Object... given);
    }

    /** A method that is answered from all that was ever saved. */
    private static SubscriptionRepository remembering(SubscriptionRepository real, String method, Answer answer) {
        List<Subscription> known = new ArrayList<>();
        SubscriptionRepository noting = Spoiled.port(SubscriptionRepository.class, real, "save", (same, given) -> {
            same.save((Subscription) given[0]);
            known.add((Subscription) given[0]);
            return null;
        });
        return Spoiled.port(
                SubscriptionRepository.class, noting, method, (same, given) -> answer.from(known, same, given));
    }

    private static Optional<Subscription> find(SubscriptionRepository real, Object... given) {
        return real.find((AccountId) given[0], (OrganizationId) given[1]);
    }

    @SuppressWarnings("unchecked") // as the port has it
    private static List<Subscription> findAll(SubscriptionRepository real, Object... given) {
        return real.findAll((AccountId) given[0], (Collection<OrganizationId>) given[1]);
    }

    private static List<Subscription> due(SubscriptionRepository real, Object... given) {
        return real.due((AccountId) given[0], (Instant) given[1]);
    }

    private static List<Subscription> sorted(List<Subscription> all, Comparator<Subscription> order) {
        return all.stream().sorted(order).toList();
    }

    private static Subscription planningTheFirst(Subscription one) {
        return planning(
                one, new PlannedChanges(one.planned().all().stream().limit(1).toList()));
    }

    private static Subscription planning(Subscription one, PlannedChanges planned) {
        return new Subscription(
                one.account(),
                one.organization(),
                one.zone(),
                one.anchor(),
                one.nextPeriod(),
                one.paid(),
                one.shortage(),
                one.suspendedSince(),
                planned);
    }
}
