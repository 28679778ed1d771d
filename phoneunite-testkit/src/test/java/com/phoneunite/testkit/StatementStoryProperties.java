package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.AccountStatements;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.CsvStatement;
import com.phoneunite.billing.page.Statement;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.testkit.jqwik.Programs;
import com.phoneunite.testkit.jqwik.Step;
import com.phoneunite.testkit.jqwik.Zones;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rule B12 over generated programs, in zones whose midnight is missing or comes twice, with a clock that goes both ways. */
class StatementStoryProperties {

    private enum Kind {
        RECHARGE,
        USE,
        ADD,
        RUN,
        CLOCK
    }

    @Property
    void B12_theStatementsOfAllMonthsAreTheWholeLedgerAndAddUp(
            @ForAll("zones") ZoneId zone, @ForAll("programs") List<Step<Kind>> program) throws IOException {
        Story story = new Story();
        UserSession owner = story.phoneUnite.signIn(story.phoneUnite
                .openAccount(Story.opening().in("US", zone.getId(), "USD"))
                .owner());
        AccountBilling mine = story.billing.of(owner);
        mine.putPaymentMethodOnFile("tok_visa");
        List<OrganizationId> organizations =
                new ArrayList<>(List.of(owner.organizations().items().get(0).id()));
        YearMonth first = YearMonth.from(story.clock.instant().atZone(zone));
        for (Step<Kind> step : program) {
            try {
                take(story, owner, step, organizations);
            } catch (RefusedException refused) {
                assertThat(refused.code()).isIn("BALANCE_TOO_LOW", "ACCOUNT_PAST_DUE", "REFERENCE_REUSED");
            }
        }
        List<LedgerEntry> ledger = mine.entries(PageRequest.first(500)).items();
        verify(mine, ledger, first, zone);
        assertThat(story.billing.actingAs("auditor").verify(owner.accountId()).differences())
                .isEmpty();
        for (LedgerEntry entry : ledger) {
            assertThat(mine.explain(entry.kind(), entry.reference()).charge().amount())
                    .isEqualTo(entry.amount());
        }
    }

    private static void verify(AccountBilling mine, List<LedgerEntry> ledger, YearMonth first, ZoneId zone)
            throws IOException {
        YearMonth last = ledger.isEmpty()
                ? first
                : YearMonth.from(ledger.get(ledger.size() - 1).recordedAt().atZone(zone));
        List<Long> told = new ArrayList<>();
        Money balance = Money.zero(CurrencyUnit.USD);
        for (YearMonth month = first.minusMonths(2); !month.isAfter(last.plusMonths(1)); month = month.plusMonths(1)) {
            Statement statement = mine.statements().of(month);
            assertThat(statement.opening()).isEqualTo(balance);
            balance = statement.closing();
            told.addAll(verify(mine.statements(), statement, ledger));
        }
        assertThat(balance).isEqualTo(mine.balance());
        told.sort(Comparator.naturalOrder());
        assertThat(told).isEqualTo(ledger.stream().map(LedgerEntry::sequence).toList());
    }

    /** The sequences of the entries that the statement tells. */
    private static List<Long> verify(AccountStatements statements, Statement statement, List<LedgerEntry> ledger)
            throws IOException {
        YearMonth month = statement.month().month();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        statements.export(month, CsvStatement.to(out));
        List<List<String>> lines = Csv.read(out.toString(StandardCharsets.UTF_8));
        List<Long> sequences = new ArrayList<>();
        Money sum = statement.opening();
        for (List<String> line : lines.subList(2, lines.size() - 1)) {
            LedgerEntry entry = ledger.get(Integer.parseInt(line.get(4)) - 1);
            assertThat(YearMonth.from(
                            entry.recordedAt().atZone(statement.month().zone())))
                    .isEqualTo(month);
            assertThat(line.get(2))
                    .isEqualTo(
                            entry.organization().map(OrganizationId::toString).orElse(""));
            assertThat(line.get(10)).isEqualTo(entry.amount().getAmount().toPlainString());
            sum = sum.plus(entry.amount());
            sequences.add(entry.sequence());
        }
        assertThat(sum).isEqualTo(statement.closing());
        Money sections = statements.sections(month, PageRequest.first(500)).items().stream()
                .map(Statement.Section::total)
                .reduce(statement.opening(), Money::plus);
        assertThat(sections).isEqualTo(statement.closing());
        assertThat(sequences).hasSize((int) statement.entries());
        return sequences;
    }

    private static void take(Story story, UserSession owner, Step<Kind> step, List<OrganizationId> organizations) {
        switch (step.kind()) {
            case RECHARGE ->
                story.billing
                        .of(owner)
                        .recharge("r" + step.number(), Money.ofMinor(CurrencyUnit.USD, 1_000 + step.number() * 500L));
            case USE ->
                story.billing
                        .actingAs("meter")
                        .deductUsage(Usage.of(
                                owner.accountId(),
                                organizations.get(step.number() % organizations.size()),
                                "u" + step.number() + "-" + step.minor(),
                                Money.ofMinor(CurrencyUnit.USD, step.minor())));
            case ADD -> {
                String name = "Organization " + organizations.size();
                organizations.add(owner.addOrganization(name, step.number() % 2 == 0 ? "small" : "free")
                        .id());
            }
            case RUN -> assertThat(story.billing.run().failed()).isEmpty();
            case CLOCK ->
                story.clock.advance(Duration.ofHours(step.number() * 100L - 400).plusMinutes(step.minor()));
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Zones.withOddMidnights();
    }

    @Provide
    Arbitrary<List<Step<Kind>>> programs() {
        return Programs.of(Kind.class).numbers(0, 15).amounts(1, 900).upTo(30);
    }
}
