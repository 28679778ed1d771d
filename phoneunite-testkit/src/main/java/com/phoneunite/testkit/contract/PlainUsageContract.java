package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.LedgerBench.posting;
import static com.phoneunite.testkit.contract.LedgerBench.use;

import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.UnitOfWorkFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What usage in one step must do: {@link com.phoneunite.billing.ledger.PlainUsage}. */
public interface PlainUsageContract extends BillingStoreContract {

    @Test
    default void B10_plainUsageIsEnteredAsAUnitOfWorkEntersIt() {
        needs(AdapterFeature.ONE_STEP);
        Proof.of("B10", "a call is acknowledged and never charged, or stands on no statement", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            bench.recharge(100);
            List<Posting> calls = List.of(use(10, "one"), ofTheSecond(20, "two"), use(5, "three"));
            List<Optional<LedgerEntry>> posted =
                    new ArrayList<>(store.plainUsage().post(calls));
            posted.addAll(store.plainUsage().post(List.of(use(7, "four"))));
            proof.same(
                    "the entries behind the recharge",
                    bench.entries().stream().skip(1).map(Optional::of).toList(),
                    posted);
            proof.same("the balance", 58L, bench.balance());
            proof.same(
                    "the balance after each entry",
                    List.of(90L, 70L, 65L, 58L),
                    bench.entries().stream()
                            .skip(1)
                            .map(LedgerEntry::balanceAfterMinor)
                            .toList());
            proof.same(
                    "the sum of the first organization",
                    -22L,
                    bench.view(() ->
                            bench.ledger().sumMinor(Facts.account(1), Optional.of(Facts.organizationId(1, 0)), 0, 5)));
            proof.same(
                    "the entries as events",
                    bench.entries(),
                    bench.view(() -> bench.ledger().listByPosition(Facts.account(1), 0, 10)));
        });
    }

    @Test
    default void B3_whoseClockIsBehindTheLedgerIsToldTheMomentOfTheLedger() {
        needs(AdapterFeature.ONE_STEP);
        Proof.of("B3", "a customer is told another time of a call than the statement has", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            bench.recharge(100);
            List<Optional<LedgerEntry>> posted =
                    new ArrayList<>(store.plainUsage().post(List.of(aMinuteAgo("alone"))));
            posted.addAll(store.plainUsage().post(List.of(aMinuteAgo("first"), aMinuteAgo("second"))));
            proof.same(
                    "the entries of a clock that is behind",
                    bench.entries().stream().skip(1).map(Optional::of).toList(),
                    posted);
            proof.same(
                    "when they are recorded",
                    List.of(Facts.NOW),
                    bench.entries().stream()
                            .map(LedgerEntry::recordedAt)
                            .distinct()
                            .toList());
        });
    }

    @Test
    default void X3_usageIsRecordedNoEarlierThanTheLastEvent() {
        needs(AdapterFeature.ONE_STEP);
        Proof.of("X3", "usage stands in the event log before what it came behind", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            bench.recharge(100);
            for (List<Posting> calls :
                    List.of(List.of(aMinuteAgo("alone")), List.of(aMinuteAgo("first"), aMinuteAgo("second")))) {
                Instant event =
                        Facts.NOW.plus(Duration.ofMinutes(bench.entries().size()));
                bench.facts().change(1, () -> bench.outbox().take(Facts.account(1), event));
                proof.same(
                        "when usage behind an event is recorded",
                        calls.stream().map(one -> Optional.of(event)).toList(),
                        store.plainUsage().post(calls).stream()
                                .map(told -> told.map(LedgerEntry::recordedAt))
                                .toList());
                proof.same(
                        "when the last entry is recorded",
                        event,
                        bench.entries().get(bench.entries().size() - 1).recordedAt());
            }
        });
    }

    @Test
    default void B10_whatIsNotPlainIsLeftToAUnitOfWork() {
        Proof.of(
                "B10", "usage is charged to an organization that is closed, or auto-recharge is never tried", proof -> {
                    BillingStore store = billingStore();
                    LedgerBench bench = new LedgerBench(store);
                    bench.recharge(100);
                    bench.post(use(10, "known"));
                    bench.facts().write(1, () -> {
                        store.core()
                                .organizations()
                                .save(Facts.organization(1, 2).become(OrganizationState.CLOSED));
                        store.autoRecharges().save(below(50));
                    });
                    List<LedgerEntry> before = bench.entries();
                    LedgerHead head = head(bench);
                    notPlain().forEach((what, calls) -> {
                        proof.same(
                                what,
                                calls.stream()
                                        .map(one -> Optional.<LedgerEntry>empty())
                                        .toList(),
                                store.plainUsage().post(calls));
                        proof.same("the entries after " + what, before, bench.entries());
                        proof.same("where the ledger stands after " + what, head, head(bench));
                    });
                });
    }

    private static LedgerHead head(LedgerBench bench) {
        return bench.view(() -> bench.ledger().head(Facts.account(1)).orElseThrow());
    }

    private static Map<String, List<Posting>> notPlain() {
        Map<String, List<Posting>> all = new LinkedHashMap<>();
        all.put("usage of zero", List.of(use(0, "zero")));
        all.put("usage that leaves a balance of zero", List.of(use(90, "all")));
        all.put("usage that leaves less than the threshold", List.of(use(41, "below")));
        all.put("usage under a known reference", List.of(use(10, "known")));
        all.put("usage of an organization that is closed", List.of(of(2, 10, "closed")));
        all.put("usage of an organization that is not there", List.of(of(9, 10, "nobody")));
        all.put("usage in another currency", List.of(inEuro()));
        all.put("usage of which one is of zero", List.of(use(1, "first"), use(0, "second")));
        all.put("usage that together leaves less than the threshold", List.of(use(20, "first"), use(21, "second")));
        all.put("usage twice under one reference", List.of(use(1, "twice"), use(1, "twice")));
        all.put("usage of which one is known", List.of(use(1, "new"), use(10, "known")));
        all.put("usage of which one is of a closed organization", List.of(use(1, "open"), of(2, 1, "closed")));
        return all;
    }

    @Test
    default void B10_eachAccountsUsageIsPostedWholeOrNotAtAll() {
        needs(AdapterFeature.ONE_STEP);
        Proof.of("B10", "a customer's calls are not charged because another's balance is too low", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            bench.recharge(100);
            Posting theirs =
                    posting(2, Optional.of(Facts.organizationId(2, 0)), EntryKind.USAGE, 10, "theirs", Facts.NOW);
            proof.same(
                    "which of five are posted, with an account that has nothing",
                    List.of(true, false, true, false, true),
                    posted(store, List.of(use(1, "a"), theirs, use(1, "b"), theirs, use(1, "c"))));
            proof.same(
                    "which of two are posted, with one that is not covered",
                    List.of(false, false),
                    posted(store, List.of(use(1, "d"), use(97, "e"))));
            proof.same("the balance", 97L, bench.balance());
        });
    }

    /** A store may post the usage of several callers in one step. */
    @Test
    default void B10_callersAtTheSameMomentAreEachToldTheirOwn() {
        needs(AdapterFeature.ONE_STEP);
        needs(AdapterFeature.CONCURRENT);
        Proof.of("B10", "a host bills one caller for what another has used", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            bench.recharge(100);
            List<Optional<LedgerEntry>> told = Crowd.of(
                    bench::balance,
                    call -> () -> store.plainUsage()
                            .post(List.of(use(call + 1, "call-" + call)))
                            .get(0));
            List<Optional<LedgerEntry>> kept = bench.view(() -> IntStream.range(0, told.size())
                    .mapToObj(call -> bench.ledger().find(Facts.account(1), EntryKind.USAGE, "call-" + call))
                    .toList());
            proof.same(
                    "what each of eight callers was told",
                    kept,
                    IntStream.range(0, told.size())
                            .mapToObj(call -> told.get(call).or(() -> kept.get(call)))
                            .toList());
            proof.same(
                    "the balance after them",
                    100
                            + kept.stream()
                                    .flatMap(Optional::stream)
                                    .mapToLong(LedgerEntry::signedMinor)
                                    .sum(),
                    bench.balance());
        });
    }

    private static List<Boolean> posted(BillingStore store, List<Posting> calls) {
        return store.plainUsage().post(calls).stream().map(Optional::isPresent).toList();
    }

    @Test
    default void X1_plainUsageIsAChangeOfItsOwn() {
        needs(AdapterFeature.ONE_STEP);
        Proof.of("X1", "a host takes its transaction back, and the call is charged all the same", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            bench.recharge(100);
            proof.refuses(
                    UnitOfWorkFault.class,
                    "usage in one step inside a unit of work",
                    () -> bench.facts().change(1, () -> store.plainUsage().post(List.of(use(1, "inside")))));
        });
    }

    private static Posting aMinuteAgo(String reference) {
        return posting(
                1,
                Optional.of(Facts.organizationId(1, 0)),
                EntryKind.USAGE,
                1,
                reference,
                Facts.NOW.minus(Duration.ofMinutes(1)));
    }

    private static Posting ofTheSecond(long minor, String reference) {
        return of(1, minor, reference);
    }

    private static Posting of(int ordinal, long minor, String reference) {
        Optional<OrganizationId> user = Optional.of(Facts.organizationId(1, ordinal));
        return posting(1, user, EntryKind.USAGE, minor, reference, Facts.NOW);
    }

    private static Posting inEuro() {
        Posting one = use(1, "euro");
        return new Posting(
                one.change(),
                one.kind(),
                one.organization(),
                Money.ofMinor(CurrencyUnit.EUR, 1),
                one.reference(),
                one.happenedAt());
    }

    private static AutoRechargeStanding below(long minor) {
        AutoRecharge setting =
                AutoRecharge.below(Samples.usd(minor)).upTo(Samples.usd(500)).atMostPerMonth(Samples.usd(5_000));
        return new AutoRechargeStanding(
                Facts.account(1), Optional.of(setting), 0, 0, Optional.empty(), Optional.empty(), false);
    }
}
