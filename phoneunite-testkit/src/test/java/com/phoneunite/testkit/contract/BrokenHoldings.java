package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Repositories of what is held with one fault each. */
final class BrokenHoldings {

    private static final BrokenPort<HoldingRepository> PORT = new BrokenPort<>(
            HoldingRepository.class, "holdings", InMemoryStore::holdings, HoldingRepositoryContract.class);

    private BrokenHoldings() {}

    static List<BrokenAdapter> all() {
        return List.of(
                saving(
                        "counts in 16 bits",
                        one -> new HoldingFact(
                                one.account(),
                                one.organization(),
                                one.kind(),
                                one.since(),
                                Math.min(Short.MAX_VALUE, one.count())),
                        "B5_whatIsHeldComesBackAsItWasSaved",
                        "what is held"),
                saving(
                        "moments to the millisecond",
                        one -> new HoldingFact(
                                one.account(),
                                one.organization(),
                                one.kind(),
                                one.since().truncatedTo(ChronoUnit.MILLIS),
                                one.count()),
                        "B5_whatWasHeldIsAskedStrictlyBeforeAMoment",
                        "what was held before"),
                PORT.of(
                        "the fact that was saved last",
                        BrokenHoldings::lastSaved,
                        "B5_theLatestFactIsTheOneWithTheLatestDate",
                        "the latest of 40"),
                PORT.of(
                        "the latest fact in a cache that is not rolled back",
                        BrokenHoldings::lastSaved,
                        "X1_aFactThatWasRolledBackIsAsBefore",
                        "after a rollback"),
                PORT.of(
                        "<= for <",
                        "latestBefore",
                        (real, given) ->
                                before(real, given, kind(given), ((Instant) given[3]).plus(1, ChronoUnit.MICROS)),
                        "B5_whatWasHeldIsAskedStrictlyBeforeAMoment",
                        "before the moment of a fact"),
                PORT.of(
                        "what changed since a moment, without what was held then",
                        "listSince",
                        (real, given) -> since(real, given).stream()
                                .filter(one ->
                                        !one.since().isBefore(moments(given).get(one.organization())))
                                .toList(),
                        "B5_whatSeveralHeldFromMomentsOnIsReadAtOnce",
                        "what three organizations held"),
                PORT.of(
                        "what was held at a moment, without what changed since",
                        "listSince",
                        (real, given) -> since(real, given).stream()
                                .filter(one ->
                                        one.since().isBefore(moments(given).get(one.organization())))
                                .toList(),
                        "B5_whatSeveralHeldFromMomentsOnIsReadAtOnce",
                        "what three organizations held"),
                PORT.of(
                        "the earliest moment for all",
                        "listSince",
                        (real, given) -> real.listSince(
                                (AccountId) given[0],
                                moments(given).keySet().stream()
                                        .collect(Collectors.toMap(Function.identity(), one -> Instant.MIN))),
                        "B5_whatSeveralHeldFromMomentsOnIsReadAtOnce",
                        "what three organizations held"),
                PORT.of(
                        "an insert that does nothing on conflict",
                        "save",
                        (real, given) -> {
                            HoldingFact one = (HoldingFact) given[0];
                            if (real.latest(one.account(), one.organization(), one.kind())
                                    .filter(kept -> kept.since().equals(one.since()))
                                    .isEmpty()) {
                                real.save(one);
                            }
                            return null;
                        },
                        "B5_aFactOfTheSameMomentReplacesTheFormer",
                        "once a fact of the same moment was saved"),
                PORT.of(
                        "a query without the kind",
                        "latestBefore",
                        (real, given) -> before(real, given, HoldingKind.PHONE_NUMBER, (Instant) given[3])
                                .or(() -> before(real, given, HoldingKind.EXTENSION, (Instant) given[3])),
                        "B5_kindsOrganizationsAndAccountsAreHeldApart",
                        "the extensions that were held"),
                PORT.of(
                        "a query without the organization",
                        "latest",
                        (real, given) -> real.latest(Facts.account(1), Facts.organizationId(1, 0), kind(given)),
                        "B5_kindsOrganizationsAndAccountsAreHeldApart",
                        "the extensions that are held"));
    }

    private static BrokenAdapter saving(String fault, UnaryOperator<HoldingFact> saved, String test, String... words) {
        return PORT.of(
                fault,
                "save",
                (real, given) -> {
                    real.save(saved.apply((HoldingFact) given[0]));
                    return null;
                },
                test,
                words);
    }

    private static Map<String, Spoiled.Fault<HoldingRepository>> lastSaved() {
        List<HoldingFact> saved = new ArrayList<>();
        return Map.of(
                "save",
                (real, given) -> {
                    saved.add((HoldingFact) given[0]);
                    real.save((HoldingFact) given[0]);
                    return null;
                },
                "latest",
                (real, given) -> saved.stream().reduce((one, next) -> next));
    }

    private static List<HoldingFact> since(HoldingRepository real, Object... given) {
        return real.listSince((AccountId) given[0], moments(given));
    }

    @SuppressWarnings("unchecked") // as the port has it
    private static Map<OrganizationId, Instant> moments(Object... given) {
        return (Map<OrganizationId, Instant>) given[1];
    }

    private static Optional<HoldingFact> before(
            HoldingRepository real, Object[] given, HoldingKind kind, Instant moment) {
        return real.latestBefore((AccountId) given[0], (OrganizationId) given[1], kind, moment);
    }

    private static HoldingKind kind(Object... given) {
        return (HoldingKind) given[2];
    }
}
