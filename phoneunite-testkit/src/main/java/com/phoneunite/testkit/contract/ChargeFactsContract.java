package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.cycle.PlanExchange;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the port of why things were charged must do: {@link com.phoneunite.billing.cycle.ChargeFacts}. */
public interface ChargeFactsContract extends BillingStoreContract {

    @Test
    default void B13_termsAreThoseOfTheLastFactThatBeginsByThen() {
        Proof.of("B13", "a charge is explained by prices that were not in force then", proof -> {
            MoneyBench bench = new MoneyBench(this);
            ChargeFacts facts = bench.store().chargeFacts();
            ChargedTerms early = terms(bench, 1, 0, 0, 1);
            ChargedTerms late = terms(bench, 1, 0, 0, 4);
            bench.write(() -> List.of(late, early).forEach(facts::save));
            int[] periods = {0, 1, 3, 4, 5, 1_000};
            List<Optional<ChargedTerms>> expected = List.of(
                    Optional.empty(),
                    Optional.of(early),
                    Optional.of(early),
                    Optional.of(late),
                    Optional.of(late),
                    Optional.of(late));
            for (int i = 0; i < periods.length; i++) {
                int period = periods[i];
                proof.same(
                        "the terms of period " + period + ", with facts from 1 and from 4",
                        expected.get(i),
                        bench.read(() -> facts.termsOf(Facts.account(1), Facts.organizationId(1, 0), 0, period)));
            }
        });
    }

    @Test
    default void B13_termsAreOfOneOrganizationUnderOneAnchor() {
        Proof.of(
                "B13",
                "a charge is explained by the terms of another brand, or of the time before a suspension",
                proof -> {
                    MoneyBench bench = new MoneyBench(this);
                    ChargeFacts facts = bench.store().chargeFacts();
                    AccountId account = Facts.account(1);
                    OrganizationId organization = Facts.organizationId(1, 1);
                    bench.write(
                            () -> List.of(terms(bench, 1, 0, 1, 0), terms(bench, 1, 1, 0, 0), terms(bench, 1, 1, 2, 0))
                                    .forEach(facts::save));
                    bench.facts().write(2, () -> facts.save(terms(bench, 2, 1, 1, 0)));
                    proof.same(
                            "the terms under an anchor without any",
                            Optional.empty(),
                            bench.read(() -> facts.termsOf(account, organization, 1, 5)));
                    proof.same(
                            "the terms under the third anchor",
                            Optional.of(terms(bench, 1, 1, 2, 0)),
                            bench.read(() -> facts.termsOf(account, organization, 2, 5)));
                    proof.same(
                            "the terms of an organization of another account",
                            Optional.empty(),
                            bench.read(() -> facts.termsOf(account, Facts.organizationId(2, 1), 1, 5)));
                });
    }

    @Test
    default void B9_anExchangeOfPlansIsReadByItsReference() {
        Proof.of("B9", "nobody can say why a change of plan cost what it did", proof -> {
            MoneyBench bench = new MoneyBench(this);
            ChargeFacts facts = bench.store().chargeFacts();
            PlanExchange first = exchange(bench, 1, 1);
            PlanExchange second = exchange(bench, 1, 2);
            bench.write(() -> List.of(first, second).forEach(facts::save));
            bench.facts().write(2, () -> facts.save(exchange(bench, 2, 3)));
            for (PlanExchange one : List.of(first, second)) {
                proof.same(
                        "an exchange that was saved",
                        Optional.of(one),
                        bench.read(() -> facts.exchange(Facts.account(1), one.reference())));
            }
            proof.same(
                    "an exchange of another account",
                    Optional.empty(),
                    bench.read(() -> facts.exchange(
                            Facts.account(1), exchange(bench, 2, 3).reference())));
        });
    }

    @Test
    default void X1_termsThatAreRolledBackWereNeverCharged() {
        Proof.of("X1", "a charge is explained by terms that were never charged", proof -> {
            MoneyBench bench = new MoneyBench(this);
            ChargeFacts facts = bench.store().chargeFacts();
            bench.provesRollback(proof, "terms", () -> facts.save(terms(bench, 1, 0, 0, 0)), () -> find(facts));
        });
    }

    @Test
    default void B13_whatIsKeptAgainReplacesTheFormer() {
        Proof.of("B13", "a charge is explained by what was meant before, or a run that is repeated fails", proof -> {
            MoneyBench bench = new MoneyBench(this);
            ChargeFacts facts = bench.store().chargeFacts();
            ChargedTerms former = terms(bench, 1, 0, 0, 0);
            ChargedTerms terms = new ChargedTerms(
                    former.account(),
                    former.organization(),
                    former.zone(),
                    former.anchor(),
                    former.fromPeriod(),
                    new PlanName("premium"),
                    version(7, bench.drawn().at(3)),
                    new Holdings.Counts(9, 8));
            for (ChargedTerms one : List.of(former, former, terms)) {
                bench.write(() -> facts.save(one));
                proof.same("terms that were kept again", Optional.of(one), bench.read(() -> find(facts)));
            }
            PlanExchange first = exchange(bench, 1, 1);
            PlanExchange second = new PlanExchange(
                    first.account(),
                    first.period(),
                    first.change(),
                    first.from(),
                    first.fromPrice(),
                    new PlanName("small"),
                    version(8, bench.drawn().at(3)),
                    first.held(),
                    3,
                    first.days());
            for (PlanExchange one : List.of(first, first, second)) {
                bench.write(() -> facts.save(one));
                proof.same(
                        "an exchange that was kept again",
                        Optional.of(one),
                        bench.read(() -> facts.exchange(Facts.account(1), first.reference())));
            }
        });
    }

    @Test
    default void X1_termsNeedAUnitOfWork() {
        Proof.of("X1", "a charge is kept without what explains it", proof -> {
            MoneyBench bench = new MoneyBench(this);
            ChargeFacts facts = bench.store().chargeFacts();
            bench.provesUnitOfWork(proof, "terms", () -> facts.save(terms(bench, 1, 0, 0, 0)), () -> find(facts));
        });
    }

    @Test
    default void X1_termsAreThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "what was charged before a restart can never be explained", proof -> {
            MoneyBench bench = new MoneyBench(this);
            bench.provesRestart(
                    proof,
                    "terms",
                    () -> bench.store().chargeFacts().save(terms(bench, 1, 0, 0, 0)),
                    store -> find(store.chargeFacts()));
        });
    }

    private static Optional<ChargedTerms> find(ChargeFacts facts) {
        return facts.termsOf(Facts.account(1), Facts.organizationId(1, 0), 0, 0);
    }

    private static ChargedTerms terms(MoneyBench bench, int account, int ordinal, int anchor, int fromPeriod) {
        return new ChargedTerms(
                Facts.account(account),
                Facts.organizationId(account, ordinal),
                Samples.ZONE,
                PeriodAnchor.at(anchor, bench.drawn().at(anchor), Samples.ZONE),
                fromPeriod,
                new PlanName("standard"),
                version(fromPeriod + 1, bench.drawn().at(fromPeriod)),
                new Holdings.Counts(fromPeriod, 2));
    }

    private static PlanExchange exchange(MoneyBench bench, int account, int change) {
        Instant start = bench.drawn().at(1);
        return new PlanExchange(
                Facts.account(account),
                new BillingPeriod(
                        Facts.organizationId(account, 0),
                        1,
                        2,
                        start,
                        bench.drawn().at(2)),
                change,
                new PlanName("standard"),
                Samples.usd(bench.drawn().minor(change)),
                new PlanName("premium"),
                version(3, start),
                new Holdings.Counts(5, change),
                17,
                31);
    }

    private static PlanVersion version(int number, Instant from) {
        return new PlanVersion(number, from, Samples.usd(9_999_999_999L), Samples.usd(number), Samples.usd(0));
    }
}
