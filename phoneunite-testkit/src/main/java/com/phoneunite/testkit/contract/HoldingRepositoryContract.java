package com.phoneunite.testkit.contract;

import static com.phoneunite.organization.HoldingKind.EXTENSION;
import static com.phoneunite.organization.HoldingKind.PHONE_NUMBER;

import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule B5: what {@link HoldingRepository} promises. */
public interface HoldingRepositoryContract extends StoreContract {

    @Test
    default void B5_whatIsHeldComesBackAsItWasSaved() {
        Proof.of("B5", "a customer is charged for other quantities than they have", proof -> {
            Facts facts = Facts.of(this);
            proof.same("what is held by who never held anything", Optional.empty(), latest(facts, 1, EXTENSION));
            for (int count : facts.odd().shuffled(List.of(0, 1, 10_000, Integer.MAX_VALUE))) {
                HoldingFact fact = fact(1, 1, EXTENSION, Instant.parse("9999-12-31T23:59:59.999999Z"), count);
                keep(facts, 1, List.of(fact));
                proof.same("what is held", Optional.of(fact), latest(facts, 1, EXTENSION));
            }
        });
    }

    @Test
    default void B5_theLatestFactIsTheOneWithTheLatestDate() {
        Proof.of("B5", "what was held long ago is charged for ever", proof -> {
            Facts facts = Facts.of(this);
            List<HoldingFact> all = every(facts, 40);
            keep(facts, 1, facts.odd().shuffled(all));
            proof.same("the latest of 40 facts", Optional.of(all.get(39)), latest(facts, 1, EXTENSION));
        });
    }

    @Test
    default void B5_whatWasHeldIsAskedStrictlyBeforeAMoment() {
        Proof.of("B5", "what is added at the start of a period is charged a month early", proof -> {
            Facts facts = Facts.of(this);
            List<HoldingFact> all = every(facts, 40);
            keep(facts, 1, facts.odd().shuffled(all));
            for (int i = 1; i < all.size(); i++) {
                Instant since = all.get(i).since();
                proof.same(
                        "what was held before the moment of a fact",
                        Optional.of(all.get(i - 1)),
                        before(facts, 1, EXTENSION, since));
                proof.same(
                        "what was held before a microsecond later",
                        Optional.of(all.get(i)),
                        before(facts, 1, EXTENSION, since.plus(1, ChronoUnit.MICROS)));
            }
            proof.same(
                    "what was held before the first fact",
                    Optional.empty(),
                    before(facts, 1, EXTENSION, all.get(0).since()));
        });
    }

    @Test
    default void B5_aFactOfTheSameMomentReplacesTheFormer() {
        Proof.of("B5", "what is added and removed at once is charged all the same", proof -> {
            Facts facts = Facts.of(this);
            keep(facts, 1, List.of(fact(1, 1, EXTENSION, Facts.NOW, 3)));
            HoldingFact next = fact(1, 1, EXTENSION, Facts.NOW, 2);
            keep(facts, 1, List.of(next));
            proof.same(
                    "what is held, once a fact of the same moment was saved",
                    Optional.of(next),
                    latest(facts, 1, EXTENSION));
            proof.same("what was held before that moment", Optional.empty(), before(facts, 1, EXTENSION, Facts.NOW));
        });
    }

    @Test
    default void B5_kindsOrganizationsAndAccountsAreHeldApart() {
        Proof.of("B5", "one brand is charged for the extensions or numbers of another", proof -> {
            Facts facts = Facts.of(this);
            Instant later = Facts.NOW.plusSeconds(9);
            HoldingFact own = fact(1, 1, EXTENSION, Facts.NOW, 1);
            keep(facts, 1, List.of(own, fact(1, 1, PHONE_NUMBER, later, 2), fact(1, 0, EXTENSION, later, 3)));
            keep(facts, 2, List.of(fact(2, 1, EXTENSION, later, 4)));
            proof.same("the extensions that are held", Optional.of(own), latest(facts, 1, EXTENSION));
            proof.same(
                    "the extensions that were held",
                    Optional.of(own),
                    before(facts, 1, EXTENSION, later.plusSeconds(1)));
            proof.same(
                    "the phone numbers that were held before there were any",
                    Optional.empty(),
                    before(facts, 1, PHONE_NUMBER, later));
            proof.same(
                    "the phone numbers of a sibling that has none", Optional.empty(), latest(facts, 0, PHONE_NUMBER));
            proof.same(
                    "what an organization of another account holds",
                    Optional.empty(),
                    read(facts, 1, port -> port.latest(Facts.account(1), Facts.organizationId(2, 1), EXTENSION)));
        });
    }

    @Test
    default void B5_whatSeveralHeldFromMomentsOnIsReadAtOnce() {
        Proof.of("B5", "a period that is charged beside others is charged for what was held at another time", proof -> {
            Facts facts = Facts.of(this);
            List<HoldingFact> all = every(facts, 12);
            HoldingFact late = fact(1, 0, PHONE_NUMBER, Facts.NOW.plusSeconds(5), 2);
            HoldingFact other = fact(1, 0, EXTENSION, Facts.NOW, 7);
            keep(
                    facts,
                    1,
                    facts.odd()
                            .shuffled(Stream.concat(all.stream(), Stream.of(late, other))
                                    .toList()));
            keep(facts, 2, List.of(fact(2, 1, EXTENSION, Facts.NOW, 4)));
            proof.same("what nobody held", Set.of(), since(facts, Map.of()));
            for (int i = 1; i < all.size(); i++) {
                Set<HoldingFact> wanted = new HashSet<>(all.subList(i - 1, all.size()));
                wanted.addAll(List.of(late, other));
                proof.same(
                        "what three organizations held from moments on, of which one never held anything",
                        wanted,
                        since(
                                facts,
                                Map.of(
                                        Facts.organizationId(1, 1), all.get(i).since(),
                                        Facts.organizationId(1, 0), Facts.NOW.plusSeconds(5),
                                        Facts.organizationId(1, 9), Facts.NOW)));
            }
            proof.same(
                    "what was held from the first moment on",
                    Set.copyOf(all),
                    since(facts, Map.of(Facts.organizationId(1, 1), all.get(0).since())));
            Map<OrganizationId, Instant> many = new HashMap<>();
            Facts.manyOrganizations().forEach(id -> many.put(id, Facts.NOW));
            many.put(Facts.organizationId(1, 1), all.get(0).since());
            proof.same("what one held, asked for among ten thousand", Set.copyOf(all), since(facts, many));
            proof.same(
                    "what an organization of another account held",
                    Set.of(),
                    since(facts, Map.of(Facts.organizationId(2, 1), Facts.NOW)));
        });
    }

    @Test
    default void X1_aFactThatWasRolledBackIsAsBefore() {
        Proof.of("X1", "a number that was not bought is charged every month", proof -> {
            Facts facts = Facts.of(this);
            HoldingFact kept = fact(1, 1, EXTENSION, Facts.NOW, 1);
            keep(facts, 1, List.of(kept));
            facts.undone(1, () -> {
                facts.store().holdings().save(fact(1, 1, EXTENSION, Facts.NOW, 7));
                facts.store().holdings().save(fact(1, 1, EXTENSION, Facts.NOW.plusSeconds(1), 8));
                latest(facts, 1, EXTENSION);
            });
            proof.same("what is held after a rollback", Optional.of(kept), latest(facts, 1, EXTENSION));
        });
    }

    /** Facts of which some are one microsecond apart, and some a month. */
    private static List<HoldingFact> every(Facts facts, int count) {
        List<HoldingFact> all = new ArrayList<>();
        Instant since = Facts.NOW;
        for (int i = 0; i < count; i++) {
            all.add(fact(1, 1, EXTENSION, since, facts.odd().between(0, 10_000)));
            since = since.plus(i % 3 == 0 ? 1 : facts.odd().between(1, Integer.MAX_VALUE), ChronoUnit.MICROS);
        }
        return all;
    }

    private static HoldingFact fact(int account, int ordinal, HoldingKind kind, Instant since, int count) {
        return new HoldingFact(Facts.account(account), Facts.organizationId(account, ordinal), kind, since, count);
    }

    private static void keep(Facts facts, int account, List<HoldingFact> all) {
        facts.write(account, () -> all.forEach(facts.store().holdings()::save));
    }

    private static Optional<HoldingFact> latest(Facts facts, int ordinal, HoldingKind kind) {
        return read(facts, 1, port -> port.latest(Facts.account(1), Facts.organizationId(1, ordinal), kind));
    }

    private static Optional<HoldingFact> before(Facts facts, int ordinal, HoldingKind kind, Instant moment) {
        return read(
                facts, 1, port -> port.latestBefore(Facts.account(1), Facts.organizationId(1, ordinal), kind, moment));
    }

    private static Set<HoldingFact> since(Facts facts, Map<OrganizationId, Instant> moments) {
        List<HoldingFact> read = read(facts, 1, port -> port.listSince(Facts.account(1), moments));
        Set<HoldingFact> each = new HashSet<>(read);
        return each.size() == read.size() ? each : Set.of();
    }

    private static <T> T read(Facts facts, int account, Function<HoldingRepository, T> reading) {
        return facts.view(account, () -> reading.apply(facts.store().holdings()));
    }
}
