package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.ArrearsRepository;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PlanExchange;
import com.phoneunite.billing.cycle.UsageNeed;
import com.phoneunite.billing.cycle.UsageNeeds;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.organization.OrganizationId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Ports of arrears, of needs, of auto-recharge and of why things were charged, with one fault each. */
final class BrokenBooks {

    private static final Breaking<ArrearsRepository> ARREARS =
            new Breaking<>(ArrearsRepositoryContract.class, ArrearsRepository.class, "arrears");
    private static final Breaking<UsageNeeds> NEEDS =
            new Breaking<>(UsageNeedsContract.class, UsageNeeds.class, "usageNeeds");
    private static final Breaking<AutoRechargeRepository> AUTO =
            new Breaking<>(AutoRechargeRepositoryContract.class, AutoRechargeRepository.class, "autoRecharges");
    private static final Breaking<ChargeFacts> FACTS =
            new Breaking<>(ChargeFactsContract.class, ChargeFacts.class, "chargeFacts");

    private BrokenBooks() {}

    static List<BrokenAdapter> all() {
        return Stream.of(arrears(), needs(), autoRecharges(), chargeFacts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BrokenAdapter> arrears() {
        return List.of(
                ARREARS.of(
                        "P11_arrearsAreReadAsTheyWereSaved",
                        "a column that is not updated",
                        "find",
                        (real, given) -> real.find((AccountId) given[0], (String) given[1])
                                .map(one -> new Arrear(
                                        one.account(), one.reference(), one.since(), one.minor(), one.leftMinor(), 0)),
                        "arrears that were saved",
                        "payments=3"),
                ARREARS.of(
                        "P11_arrearsAreReadAsTheyWereSaved",
                        "paid arrears that stay open",
                        "save",
                        (real, given) -> {
                            Arrear one = (Arrear) given[0];
                            real.save(one.isOpen() ? one : Samples.arrear(1, one.reference(), one.since(), 2, 1));
                            return null;
                        },
                        "leftMinor=0"),
                ARREARS.of(
                        "P11_openArrearsAreInTheOrderInWhichTheyWereRecorded",
                        "in the order of their references",
                        "open",
                        (real, given) -> real.open((AccountId) given[0], (int) given[1]).stream()
                                .sorted(Comparator.comparing(Arrear::reference))
                                .toList(),
                        "open arrears as they were recorded"),
                ARREARS.of(
                        "P11_openArrearsAreInTheOrderInWhichTheyWereRecorded",
                        "a limit that is not kept",
                        "open",
                        (real, given) -> real.open((AccountId) given[0], Integer.MAX_VALUE),
                        "at most two"),
                ARREARS.of(
                        "P11_whatIsLeftOfAllArrearsIsExact",
                        "a sum in an int",
                        "openMinor",
                        (real, given) -> (long) (int) real.openMinor((AccountId) given[0]),
                        "what is left of 150 arrears"),
                ARREARS.of(
                        "P11_whatIsLeftOfAllArrearsIsExact",
                        "a sum of the first hundred",
                        "openMinor",
                        (real, given) -> real.open((AccountId) given[0], 100).stream()
                                .mapToLong(Arrear::leftMinor)
                                .sum(),
                        "what is left of 150 arrears"),
                ARREARS.whole(
                        "P11_anAccountOwesItsOwnArrearsOnly",
                        "no predicate on the account",
                        store -> {
                            AtomicLong all = new AtomicLong();
                            ArrearsRepository noting =
                                    Spoiled.port(ArrearsRepository.class, store.arrears(), "save", (real, given) -> {
                                        all.addAndGet(((Arrear) given[0]).leftMinor());
                                        real.save((Arrear) given[0]);
                                        return null;
                                    });
                            return Spoiled.port(
                                    ArrearsRepository.class, noting, "openMinor", (real, given) -> all.get());
                        },
                        "with arrears of another account",
                        "expected was 0"),
                ARREARS.cached("X1_arrearsThatAreRolledBackAreNotOwed", "save", "find", "arrears after a rollback"),
                ARREARS.committingByItself("X1_arrearsNeedAUnitOfWork", "save", "let saving arrears"),
                ARREARS.forgetful("X1_arrearsAreThereAfterARestart", "open arrears after a restart"));
    }

    private static List<BrokenAdapter> needs() {
        return List.of(
                NEEDS.of(
                        "B10_theNeedThatWasSavedLastIsKept",
                        "the largest need kept for the last",
                        "save",
                        (real, given) -> {
                            AccountId account = (AccountId) given[0];
                            Optional<UsageNeed> asked = need(given[1]);
                            Optional<UsageNeed> former = real.find(account);
                            boolean isSmaller = asked.isPresent()
                                    && former.filter(one ->
                                                    one.minor() > asked.get().minor())
                                            .isPresent();
                            real.save(account, isSmaller ? former : asked);
                            return null;
                        },
                        "the need that was saved last"),
                NEEDS.of(
                        "B10_theNeedThatWasSavedLastIsKept",
                        "a need that is never forgotten",
                        "save",
                        (real, given) -> {
                            if (need(given[1]).isPresent()) {
                                real.save((AccountId) given[0], need(given[1]));
                            }
                            return null;
                        },
                        "once it is answered"),
                NEEDS.whole(
                        "B10_anAccountHasItsOwnNeedOnly",
                        "one row for all accounts",
                        store -> {
                            AtomicReference<Optional<UsageNeed>> only = new AtomicReference<>(Optional.empty());
                            UsageNeeds saving =
                                    Spoiled.port(UsageNeeds.class, store.usageNeeds(), "save", (real, given) -> {
                                        only.set(need(given[1]));
                                        return null;
                                    });
                            return Spoiled.port(UsageNeeds.class, saving, "find", (real, given) -> only.get());
                        },
                        "with one of another account"),
                NEEDS.cached("X1_aNeedThatIsRolledBackWasNeverKept", "save", "find", "a need after a rollback"),
                NEEDS.committingByItself("X1_aNeedNeedsAUnitOfWork", "save", "let saving a need"),
                NEEDS.forgetful("X1_aNeedIsThereAfterARestart", "a need after a restart"));
    }

    private static List<BrokenAdapter> autoRecharges() {
        return List.of(
                AUTO.of(
                        "P10_howAutoRechargeStandsIsReadAsItWasSaved",
                        "a count in an int",
                        "find",
                        (real, given) -> real.find((AccountId) given[0])
                                .map(one -> with(one, one.attempts() & Integer.MAX_VALUE, one.stopped())),
                        "attempts=3000000000"),
                AUTO.of(
                        "P10_howAutoRechargeStandsIsReadAsItWasSaved",
                        "why it has stopped is not kept",
                        "find",
                        (real, given) ->
                                real.find((AccountId) given[0]).map(one -> with(one, one.attempts(), Optional.empty())),
                        "TOO_MANY_DECLINES"),
                AUTO.whole(
                        "P4_anAccountHasItsOwnAutoRechargeOnly",
                        "one row for all accounts",
                        store -> {
                            AtomicReference<AutoRechargeStanding> only = new AtomicReference<>();
                            AutoRechargeRepository saving = Spoiled.port(
                                    AutoRechargeRepository.class, store.autoRecharges(), "save", (real, given) -> {
                                        only.set((AutoRechargeStanding) given[0]);
                                        return null;
                                    });
                            return Spoiled.port(
                                    AutoRechargeRepository.class,
                                    saving,
                                    "find",
                                    (real, given) -> Optional.ofNullable(only.get()));
                        },
                        "with another account's set"),
                AUTO.cached("X1_anAutoRechargeThatIsRolledBackWasNeverSet", "save", "find", "after a rollback"),
                AUTO.committingByItself(
                        "X1_autoRechargeNeedsAUnitOfWork", "save", "let saving how auto-recharge stands"),
                AUTO.forgetful("X1_autoRechargeStandsTheSameAfterARestart", "after a restart"));
    }

    private static List<BrokenAdapter> chargeFacts() {
        return List.of(
                FACTS.of(
                        "B13_termsAreThoseOfTheLastFactThatBeginsByThen",
                        "`=` for `<=` at the period",
                        "termsOf",
                        (real, given) -> terms(real, given).filter(one -> one.fromPeriod() == (int) given[3]),
                        "the terms of period 3",
                        "answered Optional.empty"),
                FACTS.of(
                        "B13_termsAreThoseOfTheLastFactThatBeginsByThen",
                        "`<` for `<=` at the period",
                        "termsOf",
                        (real, given) -> (int) given[3] == 0
                                ? Optional.empty()
                                : terms(real, given[0], given[1], given[2], (int) given[3] - 1),
                        "the terms of period 1"),
                FACTS.of(
                        "B13_termsAreOfOneOrganizationUnderOneAnchor",
                        "an anchor that is not looked at",
                        "termsOf",
                        (real, given) -> Stream.iterate(0, anchor -> anchor < 5, anchor -> anchor + 1)
                                .flatMap(anchor -> terms(real, given[0], given[1], anchor, given[3]).stream())
                                .findFirst(),
                        "under an anchor without any"),
                FACTS.whole(
                        "B9_anExchangeOfPlansIsReadByItsReference",
                        "one exchange of a period",
                        store -> {
                            Map<String, PlanExchange> last = new HashMap<>();
                            ChargeFacts noting =
                                    Spoiled.port(ChargeFacts.class, store.chargeFacts(), "save", (real, given) -> {
                                        if (given[0] instanceof PlanExchange one) {
                                            last.put(one.period().reference(), one);
                                        }
                                        return Breaking.call(real, "save", given);
                                    });
                            return Spoiled.port(ChargeFacts.class, noting, "exchange", (real, given) -> {
                                String reference = (String) given[1];
                                return Optional.ofNullable(
                                        last.get(reference.substring(0, reference.lastIndexOf('/'))));
                            });
                        },
                        "an exchange that was saved"),
                FACTS.of(
                        "B13_whatIsKeptAgainReplacesTheFormer",
                        "INSERT and no more, where nothing is there",
                        "save",
                        (real, given) -> given[0] instanceof ChargedTerms one
                                        && real.termsOf(
                                                        one.account(),
                                                        one.organization(),
                                                        one.anchor().number(),
                                                        one.fromPeriod())
                                                .isPresent()
                                ? null
                                : Breaking.call(real, "save", given),
                        "terms that were kept again"),
                FACTS.of(
                        "B13_whatIsKeptAgainReplacesTheFormer",
                        "a unique key that a second exchange violates",
                        "save",
                        (real, given) -> {
                            if (given[0] instanceof PlanExchange one
                                    && real.exchange(one.account(), one.reference())
                                            .isPresent()) {
                                throw new IllegalStateException("unique violation");
                            }
                            return Breaking.call(real, "save", given);
                        },
                        "unique violation"),
                FACTS.cached("X1_termsThatAreRolledBackWereNeverCharged", "save", "termsOf", "terms after a rollback"),
                FACTS.committingByItself("X1_termsNeedAUnitOfWork", "save", "let saving terms"),
                FACTS.forgetful("X1_termsAreThereAfterARestart", "terms after a restart"));
    }

    private static Optional<ChargedTerms> terms(ChargeFacts real, Object... given) {
        return real.termsOf((AccountId) given[0], (OrganizationId) given[1], (int) given[2], (int) given[3]);
    }

    private static Optional<UsageNeed> need(Object given) {
        return ((Optional<?>) given).map(UsageNeed.class::cast);
    }

    private static AutoRechargeStanding with(
            AutoRechargeStanding one, long attempts, Optional<AutoRechargeStanding.Stop> stopped) {
        return new AutoRechargeStanding(
                one.account(), one.setting(), attempts, one.declines(), one.notBefore(), stopped, one.capReached());
    }
}
