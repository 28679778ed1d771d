package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.UserSession;
import com.phoneunite.billing.AccountStatements;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.json.JsonStatement;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.CsvStatement;
import com.phoneunite.billing.page.Statement;
import com.phoneunite.billing.page.StatementWriter;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Rule B12: statements, told from the front door. */
class StatementStoryTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final Story story = Story.withBalance("100.00");

    private AccountStatements statements() {
        return story.mine().statements();
    }

    private String csv(YearMonth month) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        statements().export(month, CsvStatement.to(out));
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json(YearMonth month) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        statements().export(month, JsonStatement.to(out));
        return JSON.readTree(out.toByteArray());
    }

    /** Keeps what it is told. */
    private static class Kept implements StatementWriter {

        private final List<Statement.Section> sections = new ArrayList<>();
        private final List<LedgerEntry> entries = new ArrayList<>();
        private boolean ended;

        @Override
        public void begin(Statement statement) {}

        @Override
        public void section(Statement.Section section) {
            sections.add(section);
        }

        @Override
        public void entry(LedgerEntry entry) {
            entries.add(entry);
        }

        @Override
        public void end(Statement statement) {
            ended = true;
        }
    }

    @Test
    void B12_aStatementTellsOpeningEntriesByOrganizationAndClosing() throws IOException {
        OrganizationId services =
                story.you.addOrganization("Services Experts, LLC", "small").id();
        story.use(story.first(), "call-1", "0.50");
        story.clock.advance(Duration.ofDays(3));
        story.use(services, "call-2", "0.25");

        Statement january = statements().of(JANUARY);
        assertThat(january.opening()).isEqualTo(Story.usd("0.00"));
        assertThat(january.closing()).isEqualTo(Story.usd("92.50"));
        assertThat(january.entries()).isEqualTo(3);
        assertThat(statements().sections(JANUARY, PageRequest.first(10)).items())
                .extracting(one -> one.name().map(Object::toString).orElse("-") + " " + one.total())
                .containsExactly("- USD 100.00", "Product Experts, LLC USD -0.50", "Services Experts, LLC USD -7.00");

        Statement february = statements().of(FEBRUARY);
        assertThat(february.opening()).isEqualTo(january.closing());
        assertThat(february.closing()).isEqualTo(story.balance());
        assertThat(statements().sections(FEBRUARY, PageRequest.first(10)).items())
                .extracting(one -> one.name().map(Object::toString).orElse("-") + " " + one.total())
                .containsExactly("Services Experts, LLC USD -0.25");
        assertThat(csv(FEBRUARY))
                .isEqualTo("line,currency,organization,name,sequence,kind,reference,actor,happened_at,recorded_at,"
                        + "amount,balance\r\n"
                        + "OPENING,USD,,,,,,,,2026-02-01T05:00:00Z,,92.50\r\n"
                        + "ENTRY,USD," + services + ",\"Services Experts, LLC\",4,USAGE,\"call-2\",\"operator:meter\","
                        + "2026-02-03T15:00:00Z,2026-02-03T15:00:00Z,-0.25,92.25\r\n"
                        + "CLOSING,USD,,,,,,,,2026-03-01T05:00:00Z,,92.25\r\n");
    }

    @Test
    void B12_theSectionsAreReadInPagesEachOnce() {
        OrganizationId services = story.you.addOrganization("Services", "small").id();
        story.use(story.first(), "call-1", "0.50");
        List<Optional<OrganizationId>> told = new ArrayList<>();
        PageRequest one = PageRequest.first(1);
        Page<Statement.Section> page = statements().sections(JANUARY, one);
        page.items().forEach(section -> told.add(section.organization()));
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSize(1);
            page = statements().sections(JANUARY, one.after(page.next().get()));
            page.items().forEach(section -> told.add(section.organization()));
        }

        assertThat(told).containsExactly(Optional.empty(), Optional.of(story.first()), Optional.of(services));
    }

    @Test
    void B12_jsonKeepsIdsAndAmountsAsTextAndMomentsInUtc() throws IOException {
        story.use(story.first(), "call-1", "0.50");

        JsonNode document = json(JANUARY);
        assertThat(document.get("v").intValue()).isEqualTo(1);
        assertThat(document.get("account").stringValue()).isEqualTo(story.id().toString());
        assertThat(document.get("month").stringValue()).isEqualTo("2026-01");
        assertThat(document.get("zone").stringValue()).isEqualTo(Story.NEW_YORK);
        assertThat(document.get("from").stringValue()).isEqualTo("2026-01-01T05:00:00Z");
        assertThat(document.get("until").stringValue()).isEqualTo("2026-02-01T05:00:00Z");
        assertThat(document.get("currency").stringValue()).isEqualTo("USD");
        assertThat(document.get("opening").stringValue()).isEqualTo("0.00");
        assertThat(document.get("closing").stringValue()).isEqualTo("99.50");
        JsonNode account = document.get("sections").get(0);
        assertThat(account.has("organization")).isFalse();
        assertThat(account.get("entries").get(0).get("amount").stringValue()).isEqualTo("100.00");
        JsonNode first = document.get("sections").get(1);
        assertThat(first.get("organization").stringValue())
                .isEqualTo(story.first().toString());
        assertThat(first.get("total").stringValue()).isEqualTo("-0.50");
        assertThat(first.get("entries").toString())
                .isEqualTo("[{\"sequence\":2,\"kind\":\"USAGE\",\"reference\":\"call-1\",\"actor\":\"operator:meter\","
                        + "\"happenedAt\":\"2026-01-31T15:00:00Z\",\"recordedAt\":\"2026-01-31T15:00:00Z\","
                        + "\"amount\":\"-0.50\",\"balance\":\"99.50\"}]");
    }

    @Test
    void B12_amountsHaveTheDecimalsOfTheirCurrency() throws IOException {
        story.put(com.phoneunite.billing.plan.BillingPlan.named("yen").monthly(Money.parse("JPY 2000")));
        UserSession owner = story.phoneUnite.signIn(story.phoneUnite
                .openAccount(Story.opening().in("JP", "Asia/Tokyo", "JPY").on("yen"))
                .owner());
        story.billing.of(owner).putPaymentMethodOnFile("tok_visa");
        story.billing.of(owner).recharge("k", Money.parse("JPY 1234567"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        story.billing.of(owner).statements().export(FEBRUARY, CsvStatement.to(out));
        story.billing.of(owner).statements().export(JANUARY, CsvStatement.to(out));

        // In Tokyo it is February already.
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("CLOSING,JPY,,,,,,,,2026-02-28T15:00:00Z,,1234567\r\n")
                .contains(",1234567,1234567\r\nCLOSING")
                .endsWith("CLOSING,JPY,,,,,,,,2026-01-31T15:00:00Z,,0\r\n");
    }

    @Test
    void B12_hostileNamesAndReferencesStayTextInCsvAndJson() throws IOException {
        List<String> names = List.of(
                "=HYPERLINK(\"http://evil\",\"x\")",
                "+1+1|cmd",
                "-2+3",
                "@SUM(A1)",
                "a,b\"c\";=1",
                "''; DROP TABLE",
                "\uD83D\uDE00 \u05D0\u0627",
                "</script>\\u0000\\");
        names.forEach(name -> story.you.addOrganization(name, "free"));
        List<String> organizations =
                story.organizations().stream().map(one -> one.id().toString()).toList();
        for (int i = 1; i <= names.size(); i++) {
            story.billing
                    .actingAs("=op\"er,ator\uD800")
                    .deductUsage(Usage.of(
                            story.id(), OrganizationId.parse(organizations.get(i)), "=1+" + i, Story.usd("0.01")));
        }

        List<List<String>> lines = Csv.read(csv(JANUARY));
        assertThat(lines).hasSize(names.size() + 4);
        for (int i = 1; i <= names.size(); i++) {
            List<String> line = lines.get(i + 2);
            String name = names.get(i - 1);
            assertThat(line.get(3)).isEqualTo((name.matches("[=+@-].*") ? "'" : "") + name);
            assertThat(line.get(6)).isEqualTo("'=1+" + i);
            assertThat(line.get(7)).isEqualTo("operator:=op\"er,ator?");
        }
        assertThat(lines.stream().flatMap(List::stream).filter(cell -> cell.matches("(?s)[=+@].*|-.*[^0-9.].*")))
                .as("cells that a spreadsheet takes for a formula")
                .isEmpty();

        JsonNode sections = json(JANUARY).get("sections");
        for (int i = 1; i <= names.size(); i++) {
            assertThat(sections.get(i).get("name").stringValue()).isEqualTo(names.get(i - 1));
            assertThat(sections.get(i).get("entries").get(0).get("reference").stringValue())
                    .isEqualTo("=1+" + i);
            assertThat(sections.get(i).get("entries").get(0).get("actor").stringValue())
                    .isEqualTo("operator:=op\"er,ator?");
        }
    }

    @Test
    void B12_whatIsPostedWhileAStatementIsWrittenIsNotInIt() throws IOException {
        story.use(story.first(), "before", "0.50");
        Kept kept = new Kept() {
            @Override
            public void entry(LedgerEntry entry) {
                super.entry(entry);
                story.use(story.first(), "meanwhile-" + entry.sequence(), "0.01");
            }
        };
        statements().export(JANUARY, kept);

        assertThat(kept.entries).extracting(LedgerEntry::reference).containsExactly("start", "before");
        assertThat(kept.ended).isTrue();
        assertThat(statements().of(JANUARY).entries()).isEqualTo(4);
    }

    @Test
    void A2_whoLosesTheAccountInTheMiddleGetsNoMoreOfIt() {
        UserSession heir = story.phoneUnite.signIn(
                story.you.users().add("heir@example.com").ref());
        Kept kept = new Kept() {
            @Override
            public void section(Statement.Section section) {
                super.section(section);
                story.you.handOverTo(heir.user());
            }
        };

        Story.refusal("OWNER_REQUIRED", () -> statements().export(JANUARY, kept));
        assertThat(kept.entries).isEmpty();
        assertThat(kept.ended).isFalse();
    }

    @Test
    void X5_aStatementOfManyEntriesAndOrganizationsIsReadAndWrittenInPages() throws IOException {
        for (int i = 0; i < 502; i++) {
            OrganizationId one =
                    story.you.addOrganization("Organization " + i, "free").id();
            story.use(one, "of-" + i, "0.01");
        }
        story.billing
                .actingAs("meter")
                .deductUsages(IntStream.range(0, 1_000)
                        .mapToObj(i -> Usage.of(story.id(), story.first(), "call-" + i, Story.usd("0.01")))
                        .toList());
        Kept kept = new Kept();
        statements().export(JANUARY, kept);
        assertThat(kept.entries).containsExactlyInAnyOrderElementsOf(story.entries());

        List<Statement.Section> paged = new ArrayList<>();
        PageRequest request = PageRequest.first(100);
        Page<Statement.Section> page = statements().sections(JANUARY, request);
        paged.addAll(page.items());
        while (page.next().isPresent()) {
            page = statements().sections(JANUARY, request.after(page.next().get()));
            paged.addAll(page.items());
        }
        assertThat(paged).isEqualTo(kept.sections).hasSize(504);
    }

    @Test
    void B12_theHostDrawsUpStatementsToo() {
        assertThat(story.billing.actingAs("mailer").statements(story.id()).of(JANUARY))
                .isEqualTo(statements().of(JANUARY));
        Story.refusal(
                "ACCOUNT_NOT_FOUND",
                () -> story.billing
                        .actingAs("mailer")
                        .statements(new com.phoneunite.account.AccountId(new java.util.UUID(1, 1)))
                        .of(JANUARY));
    }

    @Test
    void X4_onlyMonthsThatCanBeAreAskedFor() {
        for (YearMonth month : new YearMonth[] {null, YearMonth.of(1969, 12), YearMonth.of(10_000, 1)}) {
            story.refused("INVALID_INPUT", () -> statements().of(month));
            story.refused("INVALID_INPUT", () -> statements().sections(month, PageRequest.first(1)));
            story.refused("INVALID_INPUT", () -> statements().export(month, new Kept()));
        }
        for (String cursor : List.of("x", "-2", "01", "99999999999")) {
            story.refused(
                    "INVALID_INPUT",
                    () -> statements().sections(JANUARY, PageRequest.first(1).after(cursor)));
        }
        assertThat(statements().of(YearMonth.of(1970, 1)).closing().isZero()).isTrue();
        assertThat(statements().of(YearMonth.of(9999, 12)).opening()).isEqualTo(story.balance());
    }

    @Test
    void B12_whatTheStreamThrowsReachesTheCaller() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> statements().export(JANUARY, JsonStatement.to(broken)))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
        assertThatThrownBy(() -> statements().export(JANUARY, CsvStatement.to(broken)))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }

    @Test
    void B3_theBalanceOfAnyMomentIsTheOneAfterAllThatHadBeenRecordedThen() {
        Instant start = story.clock.instant();
        story.clock.advance(Duration.ofHours(1));
        story.use(story.first(), "call-1", "1.00");

        assertThat(story.mine().balanceAt(start.minusNanos(1_000))).isEqualTo(Story.usd("0.00"));
        assertThat(story.mine().balanceAt(start)).isEqualTo(Story.usd("100.00"));
        assertThat(story.mine().balanceAt(start.plusSeconds(3_599))).isEqualTo(Story.usd("100.00"));
        assertThat(story.mine().balanceAt(start.plusSeconds(3_600))).isEqualTo(Story.usd("99.00"));
        assertThat(story.mine().balanceAt(Instant.parse("9999-12-31T00:00:00Z")))
                .isEqualTo(story.balance());
        story.refused("INVALID_INPUT", () -> story.mine().balanceAt(Instant.MAX));
        story.refused("INVALID_INPUT", () -> story.mine().balanceAt(null));
    }
}
