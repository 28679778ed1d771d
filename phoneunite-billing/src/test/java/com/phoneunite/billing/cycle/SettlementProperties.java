package com.phoneunite.billing.cycle;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.organization;
import static com.phoneunite.billing.Examples.organizationId;
import static com.phoneunite.billing.cycle.Terms.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.cycle.Settlement.Due;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Rule B7 against a model that writes down everything that is due, sorts it once and walks along it. */
class SettlementProperties {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T05:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T05:00:00Z");

    private record Owing(int startDay, int paidAlready, List<Integer> prices) {

        Subscription subscription(int ordinal) {
            Instant start = NEW_YEAR.plusSeconds(86_400L * startDay);
            return Terms.paidUpTo(
                    Subscription.from(ACCOUNT, organizationId(ordinal), ZONE, PeriodAnchor.at(0, start, ZONE)),
                    paidAlready);
        }

        long price(int n) {
            return prices.get(n % prices.size());
        }
    }

    private record Item(int ordinal, int n, Instant start, long price) {}

    @Property
    void B7_whatIsPaidIsWhatTheNaiveModelPays(
            @ForAll("debts") List<Owing> debts, @ForAll @LongRange(max = 2_000) long balance) {
        List<Due> dues = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < debts.size(); i++) {
            Owing owing = debts.get(i);
            int ordinal = i + 1;
            Subscription subscription = owing.subscription(ordinal);
            dues.add(0, new Due(organization(ordinal), subscription));
            for (int n = owing.paidAlready(); n < 12; n++) {
                Instant start = subscription.period(n).start();
                if (start.compareTo(NOW) <= 0) {
                    items.add(new Item(ordinal, n, start, owing.price(n)));
                }
            }
        }
        items.sort(Comparator.comparing(Item::start).thenComparing(Item::ordinal));

        Settlement settlement = Settlement.of(
                dues,
                balance,
                NOW,
                (due, period) ->
                        terms(debts.get(due.organization().ordinal() - 1).price(period.n())));

        long left = balance;
        Set<Integer> stuck = new HashSet<>();
        List<String> paid = new ArrayList<>();
        for (Item item : items) {
            if (stuck.contains(item.ordinal())) {
                continue;
            }
            if (item.price() == 0 || left - item.price() >= 1) {
                left -= item.price();
                paid.add(item.ordinal() + "/" + item.n() + "/" + item.price());
            } else {
                stuck.add(item.ordinal());
            }
        }
        assertThat(settlement.payments())
                .extracting(payment -> payment.organization().ordinal() + "/"
                        + payment.period().n() + "/" + payment.terms().priceMinor())
                .containsExactlyElementsOf(paid);
        assertThat(settlement.unpaid())
                .containsExactlyInAnyOrderElementsOf(stuck.stream()
                        .<OrganizationId>map(ordinal -> organizationId(ordinal))
                        .toList());
    }

    @Provide
    Arbitrary<List<Owing>> debts() {
        Arbitrary<Integer> prices = Arbitraries.of(0, 1, 2, 50, 100, 333, 999);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 170),
                        Arbitraries.integers().between(0, 2),
                        prices.list().ofMinSize(1).ofMaxSize(4))
                .as(Owing::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
