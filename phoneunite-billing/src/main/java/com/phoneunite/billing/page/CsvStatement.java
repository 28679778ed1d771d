package com.phoneunite.billing.page;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule B12: writes a statement as CSV (RFC 4180) in UTF-8: a header, a line {@code OPENING}, a line {@code ENTRY} for each entry,
 * section by section, and a line {@code CLOSING}, without which the file is not whole. Amounts are decimals in the account's currency,
 * moments are UTC.
 *
 * <p>Text that people chose is always in quotes, and where a spreadsheet would take it for a formula, an apostrophe stands before it.
 * The stream is flushed and stays open.
 */
public final class CsvStatement implements StatementWriter {

    private static final String HEADER =
            "line,currency,organization,name,sequence,kind,reference,actor,happened_at,recorded_at,amount,balance";

    /** What makes a formula of a cell, and the wide forms of it that some spreadsheets take for the same. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer writer;
    private @Nullable Cells current;

    private CsvStatement(Writer writer) {
        this.writer = writer;
    }

    /** Writes to that stream. */
    public static CsvStatement to(OutputStream stream) {
        return new CsvStatement(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }

    private record Cells(String organization, String name) {}

    @Override
    public void begin(Statement statement) throws IOException {
        line(HEADER);
        balance("OPENING", statement, statement.month().from(), Exported.amount(statement.opening()));
    }

    @Override
    public void section(Statement.Section section) {
        current = new Cells(
                section.organization().map(OrganizationId::toString).orElse(""),
                section.name()
                        .map(OrganizationName::value)
                        .map(CsvStatement::text)
                        .orElse(""));
    }

    @Override
    public void entry(LedgerEntry entry) throws IOException {
        Cells section = Objects.requireNonNull(current, "a section is begun before its entries");
        line(String.join(
                ",",
                List.of(
                        "ENTRY",
                        entry.currency().getCode(),
                        section.organization(),
                        section.name(),
                        Long.toString(entry.sequence()),
                        entry.kind().name(),
                        text(entry.reference()),
                        text(Exported.actor(entry.actor())),
                        entry.happenedAt().toString(),
                        entry.recordedAt().toString(),
                        Exported.amount(entry.amount()),
                        Exported.amount(entry.balanceAfter()))));
    }

    @Override
    public void end(Statement statement) throws IOException {
        balance("CLOSING", statement, statement.month().until(), Exported.amount(statement.closing()));
        writer.flush();
    }

    private void balance(String what, Statement statement, Instant at, String amount) throws IOException {
        String currency = statement.opening().getCurrencyUnit().getCode();
        line(what + "," + currency + ",,,,,,,," + at + ",," + amount);
    }

    private void line(String cells) throws IOException {
        writer.write(cells);
        writer.write("\r\n");
    }

    /** A cell of text that somebody chose. */
    static String text(String value) {
        String guarded = Optional.of(value)
                .filter(one -> !one.isEmpty() && FORMULA.indexOf(one.charAt(0)) >= 0)
                .map(one -> "'" + one)
                .orElse(value);
        return '"' + Exported.text(guarded).replace("\"", "\"\"") + '"';
    }
}
