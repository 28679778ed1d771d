package com.phoneunite.testkit.contract;

import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Outbox;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Usage in one step, with one fault each. */
final class BrokenPlainUsage {

    private static final Breaking<PlainUsage> PORT =
            new Breaking<>(PlainUsageContract.class, PlainUsage.class, "plainUsage");

    private static final String ENTERED = "B10_plainUsageIsEnteredAsAUnitOfWorkEntersIt";
    private static final String LEFT = "B10_whatIsNotPlainIsLeftToAUnitOfWork";
    private static final String WHOLE = "B10_eachAccountsUsageIsPostedWholeOrNotAtAll";

    private BrokenPlainUsage() {}

    static List<BrokenAdapter> all() {
        return List.of(
                PORT.whole(
                        ENTERED,
                        "an entry that is told and not kept",
                        store -> calls -> calls.stream()
                                .map(one -> Optional.of(toldOnly(store, one)))
                                .toList(),
                        "the entries behind the recharge"),
                PORT.whole(
                        ENTERED,
                        "entries in the reverse order",
                        store -> calls -> reversed(store.plainUsage().post(reversed(calls))),
                        "the entries behind the recharge"),
                PORT.whole(
                        "B3_whoseClockIsBehindTheLedgerIsToldTheMomentOfTheLedger",
                        "the moment of the caller is told, wherever the ledger stands",
                        BrokenPlainUsage::tellingTheMomentOfTheCaller,
                        "a clock that is behind"),
                PORT.whole(
                        "X3_usageIsRecordedNoEarlierThanTheLastEvent",
                        "the moment of the caller is told, whatever came before",
                        BrokenPlainUsage::tellingTheMomentOfTheCaller,
                        "behind an event"),
                PORT.whole(
                        LEFT,
                        "no look at anything but what the ledger refuses",
                        store -> posting(store, one -> true),
                        "leaves less than the threshold"),
                PORT.whole(
                        LEFT,
                        "no look at the threshold",
                        store -> posting(store, one -> one.reference().matches("below|first|second")),
                        "leaves less than the threshold"),
                PORT.whole(
                        LEFT,
                        "no look at the state of the organization",
                        store -> posting(store, one -> one.reference().equals("closed")),
                        "closed"),
                PORT.whole(
                        LEFT,
                        "a reference that was known counts as posted now",
                        store -> calls -> calls.stream()
                                .map(one -> one.reference().equals("known")
                                        ? store.core()
                                                .unitOfWork()
                                                .view(
                                                        one.account(),
                                                        () -> store.ledger()
                                                                .find(one.account(), one.kind(), one.reference()))
                                        : Optional.<LedgerEntry>empty())
                                .toList(),
                        "known reference"),
                PORT.whole(
                        WHOLE,
                        "all accounts or none",
                        store -> calls -> {
                            List<Posting> first = calls.stream()
                                    .filter(one -> one.account().equals(Facts.account(1)))
                                    .toList();
                            return first.size() == calls.size()
                                    ? store.plainUsage().post(calls)
                                    : PlainUsage.NONE.post(calls);
                        },
                        "which of five"),
                PORT.whole(
                        WHOLE,
                        "as much of an account as is covered",
                        store -> calls -> calls.stream()
                                .map(one ->
                                        store.plainUsage().post(List.of(one)).get(0))
                                .toList(),
                        "which of two"),
                PORT.whole(
                        "B10_callersAtTheSameMomentAreEachToldTheirOwn",
                        "all callers are told what the first was",
                        store -> calls -> {
                            store.plainUsage().post(calls);
                            return List.of(Optional.of(firstUsage(store, calls.get(0))));
                        },
                        "what each of eight callers was told"),
                PORT.whole(
                        "X1_plainUsageIsAChangeOfItsOwn",
                        "joins what is open",
                        store -> posting(store, one -> true),
                        "inside a unit of work"));
    }

    private static PlainUsage tellingTheMomentOfTheCaller(BillingStore store) {
        return calls -> {
            List<Optional<LedgerEntry>> posted = store.plainUsage().post(calls);
            return IntStream.range(0, calls.size())
                    .mapToObj(i -> posted.get(i)
                            .map(entry -> LedgerContractTest.BrokenLedger.changed(
                                    entry,
                                    entry.sequence(),
                                    calls.get(i).change().at())))
                    .toList();
        };
    }

    private static <T> List<T> reversed(List<T> all) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(all.size() - 1 - i))
                .toList();
    }

    private static LedgerEntry firstUsage(BillingStore store, Posting one) {
        return store.core()
                .unitOfWork()
                .view(
                        one.account(),
                        () -> store.ledger().list(one.account(), 1, 1).get(0));
    }

    private static LedgerEntry toldOnly(BillingStore store, Posting one) {
        PostingOutcome outcome = store.core()
                .unitOfWork()
                .view(
                        one.account(),
                        () -> BalanceLedger.decide(
                                store.ledger().head(one.account()).orElseThrow(),
                                Optional.empty(),
                                one,
                                () -> new Outbox.Place(2, one.change().at())));
        return ((PostingOutcome.Posted) outcome).entry();
    }

    /** Posts those without a look at anything that the ledger does not refuse, and the others as they are to be. */
    private static PlainUsage posting(BillingStore store, Predicate<Posting> blindly) {
        return calls -> calls.stream().allMatch(blindly)
                ? store.core()
                        .unitOfWork()
                        .change(
                                calls.get(0).account(),
                                () -> calls.stream()
                                        .map(one -> store.ledger().post(one) instanceof PostingOutcome.Posted now
                                                ? Optional.of(now.entry())
                                                : Optional.<LedgerEntry>empty())
                                        .toList())
                : store.plainUsage().post(calls);
    }
}
