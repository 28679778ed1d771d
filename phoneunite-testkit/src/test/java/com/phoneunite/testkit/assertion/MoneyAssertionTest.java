package com.phoneunite.testkit.assertion;

import static com.phoneunite.testkit.assertion.PhoneUniteAssertions.assertThat;
import static com.phoneunite.testkit.assertion.PhoneUniteAssertions.assertThatEntries;
import static com.phoneunite.testkit.assertion.Wrong.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.Statement;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class MoneyAssertionTest {

    private final PhoneUniteFixture fixture = PhoneUniteFixture.given()
            .on("2026-01-31")
            .balance("USD 100.00")
            .organization("Second")
            .ready()
            .whenTimePassesTo("2026-02-28");

    private final List<LedgerEntry> entries =
            fixture.mine().entries(PageRequest.first(10)).items();

    private List<UsageOutcome> used(String... amounts) {
        return fixture.billing()
                .actingAs("meter")
                .deductUsages(Stream.of(amounts)
                        .map(amount -> Usage.of(
                                fixture.account().id(),
                                fixture.organization("Second"),
                                amount.replace(" ", ""),
                                Money.parse(amount)))
                        .toList());
    }

    @Test
    void B2_anAmountIsAnAmountInACurrency() {
        assertThat(fixture.mine().balance())
                .isAmount("USD 60.00")
                .isAboveZero()
                .covers("USD 59.99")
                .doesNotCover("USD 60.00");
        assertThat(Money.parse("JPY 0")).isZero().covers("JPY 0");
        Money ten = Money.parse("USD 10.00");
        says("expected USD 10.01, but it is USD 10.00", () -> assertThat(ten).isAmount("USD 10.01"));
        says("expected EUR 10.00, but it is USD 10.00", () -> assertThat(ten).isAmount("EUR 10.00"));
        says("expected zero, but it is USD 10.00", () -> assertThat(ten).isZero());
        says(
                "expected more than zero (B2), but it is USD 0.00",
                () -> assertThat(Money.parse("USD 0.00")).isAboveZero());
        says(
                "expected a balance that covers USD 10.00 and stays above zero (B2), but it is USD 10.00",
                () -> assertThat(ten).covers("USD 10.00"));
        says(
                "expected a balance that USD 9.99 is too much for (B2), but it is USD 10.00",
                () -> assertThat(ten).doesNotCover("USD 9.99"));
        says(
                "expected a balance that USD 0.00 is too much for (B2), but it is USD 10.00",
                () -> assertThat(ten).doesNotCover("USD 0.00"));
        says(
                "expected an amount in EUR, but it is USD 10.00",
                () -> assertThat(ten).covers("EUR 1.00"));
        assertThatThrownBy(() -> assertThat((Money) null).isZero()).isInstanceOf(AssertionError.class);
    }

    @Test
    void B3_entriesAreToldInLines() {
        OrganizationId second = fixture.organization("Second");
        assertThatEntries(entries)
                .areExactly("RECHARGE USD 120.00", "PERIOD USD -20.00", "PERIOD USD -20.00", "PERIOD USD -20.00")
                .addUpTo("USD 60.00")
                .areUnbroken()
                .contain(EntryKind.RECHARGE, "USD 120.00");
        assertThatEntries(entries).of(second).areExactly("PERIOD USD -20.00", "PERIOD USD -20.00");
        assertThatEntries(entries).ofKind(EntryKind.USAGE).areNone().addUpTo("USD 0.00");
        String there =
                "but there are:\n  RECHARGE USD 120.00\n  PERIOD USD -20.00\n  PERIOD USD -20.00\n  PERIOD USD -20.00";
        says(
                "expected these entries:\n  USAGE USD -0.01\n, " + there,
                () -> assertThatEntries(entries).areExactly("USAGE USD -0.01"));
        says(
                "expected an entry PERIOD USD 20.00, " + there,
                () -> assertThatEntries(entries).contain(EntryKind.PERIOD, "USD 20.00"));
        says(
                "expected these entries: none\n, " + there,
                () -> assertThatEntries(entries).areNone());
        says(
                "expected entries that add up to USD 61.00, but they add up to USD 60.00",
                () -> assertThatEntries(entries).addUpTo("USD 61.00"));
    }

    @Test
    void B3_aGapInALedgerIsToldWithBothSides() {
        List<LedgerEntry> gap = List.of(entries.get(0), entries.get(2));
        says(
                "expected entry 3 to follow on entry 1 (B3), but it is PERIOD USD -20.00 to a balance of USD 80.00 at "
                        + entries.get(2).recordedAt() + " after one of USD 120.00 at "
                        + entries.get(0).recordedAt(),
                () -> assertThatEntries(gap).areUnbroken());
    }

    @Test
    void B3_anEntryIsToldByItself() {
        LedgerEntry recharge = entries.get(0);
        LedgerEntry period = entries.get(1);
        OrganizationId second = fixture.organization("Second");
        assertThat(recharge)
                .isOfKind(EntryKind.RECHARGE)
                .hasAmount("USD 120.00")
                .leaves("USD 120.00")
                .hasReference("given")
                .isForTheAccount()
                .wasDoneBy(Actor.user(fixture.session().user()));
        assertThat(period).isFor(second).leaves("USD 100.00");
        says(
                "expected an entry of kind USAGE, but it is RECHARGE USD 120.00",
                () -> assertThat(recharge).isOfKind(EntryKind.USAGE));
        says(
                "expected an entry of USD 120.01, but it is RECHARGE USD 120.00",
                () -> assertThat(recharge).hasAmount("USD 120.01"));
        says(
                "expected an entry that leaves USD 1.00, but it is RECHARGE USD 120.00 and leaves USD 120.00",
                () -> assertThat(recharge).leaves("USD 1.00"));
        says(
                "expected an entry with the reference r, but it is RECHARGE USD 120.00 with given",
                () -> assertThat(recharge).hasReference("r"));
        says(
                "expected an entry for organization " + second
                        + ", but it is RECHARGE USD 120.00 for the account as a whole",
                () -> assertThat(recharge).isFor(second));
        says(
                "expected an entry for the account as a whole, but it is PERIOD USD -20.00 for organization " + second,
                () -> assertThat(period).isForTheAccount());
        says(
                "expected an entry by " + Actor.system() + ", but it is RECHARGE USD 120.00 by " + recharge.actor(),
                () -> assertThat(recharge).wasDoneBy(Actor.system()));
    }

    @Test
    void B10_whatBecameOfUsageIsTold() {
        List<UsageOutcome> first = used("USD 0.25", "USD 0.00", "USD 99.00");
        assertThat(first.get(0)).wasDeducted("USD 0.25");
        assertThat(first.get(1)).wasNothingToDeduct();
        assertThat(first.get(2)).wasRefused("BALANCE_TOO_LOW");
        assertThat(used("USD 0.25").get(0)).wasDeductedBefore("USD 0.25");
        says(
                "expected a usage that was deducted, USD 0.26, but it was deducted, USAGE USD -0.25",
                () -> assertThat(first.get(0)).wasDeducted("USD 0.26"));
        says(
                "expected a usage that was deducted before, USD 0.25, but it was deducted, USAGE USD -0.25",
                () -> assertThat(first.get(0)).wasDeductedBefore("USD 0.25"));
        says(
                "expected a usage that was deducted, USD 0.25, but it was deducted before, USAGE USD -0.25",
                () -> assertThat(used("USD 0.25").get(0)).wasDeducted("USD 0.25"));
        says(
                "expected a usage that was nothing to deduct, but it was refused with BALANCE_TOO_LOW",
                () -> assertThat(first.get(2)).wasNothingToDeduct());
        says(
                "expected a usage that was refused with BALANCE_TOO_LOW, but it was nothing to deduct",
                () -> assertThat(first.get(1)).wasRefused("BALANCE_TOO_LOW"));
    }

    @Test
    void B12_aStatementIsToldByItsMonth() {
        YearMonth february = YearMonth.of(2026, 2);
        Statement statement = fixture.mine().statements().of(february);
        List<Statement.Section> sections = fixture.mine()
                .statements()
                .sections(february, PageRequest.first(10))
                .items();
        assertThat(statement)
                .opensWith("USD 100.00")
                .closesWith("USD 60.00")
                .hasEntries(2)
                .addsUpWith(sections);
        says(
                "expected the statement of 2026-02 to open with USD 1.00, but it opens with USD 100.00",
                () -> assertThat(statement).opensWith("USD 1.00"));
        says(
                "expected the statement of 2026-02 to close with USD 1.00, but it closes with USD 60.00",
                () -> assertThat(statement).closesWith("USD 1.00"));
        says(
                "expected the statement of 2026-02 with 3 entries, but it has 2",
                () -> assertThat(statement).hasEntries(3));
        says(
                "expected the statement of 2026-02 to add up to USD 60.00 (B12), but USD 100.00 and 1 sections make"
                        + " USD 80.00",
                () -> assertThat(statement).addsUpWith(sections.subList(0, 1)));
    }

    @Test
    void B2_assertJsOwnAssertionsAreThereBesides() {
        assertThat("both imported").isNotEmpty();
        assertThat(entries).hasSize(4);
    }
}
