package com.phoneunite.benchmarks.memory;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.json.JsonStatement;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingMonth;
import com.phoneunite.billing.page.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a line of a statement that goes on without end. What is written goes nowhere. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StatementLineBenchmark {

    /** The line in the types of databind. */
    public record Document(
            long sequence,
            EntryKind kind,
            String reference,
            String actor,
            Instant happenedAt,
            Instant recordedAt,
            String amount,
            String balance) {

        static Document of(LedgerEntry entry) {
            return new Document(
                    entry.sequence(),
                    entry.kind(),
                    entry.reference(),
                    actorOf(entry),
                    entry.happenedAt(),
                    entry.recordedAt(),
                    BigDecimal.valueOf(entry.signedMinor(), 2).toPlainString(),
                    BigDecimal.valueOf(entry.balanceAfterMinor(), 2).toPlainString());
        }
    }

    /** Writers in the middle of a section, and entries one after the other. */
    @State(Scope.Thread)
    public static class Writers {

        private final LedgerEntry[] entries = new LedgerEntry[1 << 8];
        private final Statement statement = new Statement(
                MemoryHost.account(0),
                BillingMonth.at(MemoryHost.DUE, ZoneOffset.UTC),
                MemoryHost.usd(1),
                MemoryHost.usd(1),
                0,
                entries.length);
        private int next;
        private JsonStatement ours = JsonStatement.to(OutputStream.nullOutputStream());
        private JsonGenerator streaming = generator(OutputStream.nullOutputStream());
        private SequenceWriter databind = sequence(OutputStream.nullOutputStream());

        public Writers() {
            for (int i = 0; i < entries.length; i++) {
                Instant at = MemoryHost.DUE.plus(i * 3_600_000_123L, ChronoUnit.MICROS);
                entries[i] = new LedgerEntry(
                        MemoryHost.account(0),
                        i + 1,
                        i + 1,
                        EntryKind.USAGE,
                        CurrencyUnit.USD,
                        -(i + 5),
                        10_000_000 - i,
                        Optional.of(MemoryHost.organization(0, 0)),
                        Actor.operator("meter"),
                        at,
                        at.plusMillis(350),
                        String.format(Locale.ROOT, "call-%08d", i));
            }
        }

        @Setup(Level.Iteration)
        public void begin() throws IOException {
            OutputStream nowhere = OutputStream.nullOutputStream();
            begin(nowhere, nowhere, nowhere);
        }

        /** Each to a stream, where the section that it is in has begun. */
        void begin(OutputStream toOurs, OutputStream toStreaming, OutputStream toDatabind) throws IOException {
            ours = JsonStatement.to(toOurs);
            ours.begin(statement);
            ours.section(new Statement.Section(Optional.empty(), Optional.empty(), -1, MemoryHost.usd(0)));
            streaming = generator(toStreaming);
            streaming.writeStartArray();
            databind = sequence(toDatabind);
        }

        void end() throws IOException {
            ours.end(statement);
            streaming.writeEndArray();
            streaming.flush();
            databind.close();
        }

        LedgerEntry next() {
            return entries[next++ & entries.length - 1];
        }

        void ours() throws IOException {
            ours.entry(next());
        }

        void streamed() {
            LedgerEntry entry = next();
            streaming.writeStartObject();
            streaming.writeNumberProperty("sequence", entry.sequence());
            streaming.writeStringProperty("kind", entry.kind().name());
            streaming.writeStringProperty("reference", entry.reference());
            streaming.writeStringProperty("actor", actorOf(entry));
            streaming.writeStringProperty("happenedAt", entry.happenedAt().toString());
            streaming.writeStringProperty("recordedAt", entry.recordedAt().toString());
            streaming.writeStringProperty(
                    "amount", BigDecimal.valueOf(entry.signedMinor(), 2).toPlainString());
            streaming.writeStringProperty(
                    "balance", BigDecimal.valueOf(entry.balanceAfterMinor(), 2).toPlainString());
            streaming.writeEndObject();
        }

        void databound() {
            databind.write(Document.of(next()));
        }
    }

    private static JsonGenerator generator(OutputStream stream) {
        return JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), stream);
    }

    private static SequenceWriter sequence(OutputStream stream) {
        return JsonMapper.builder().build().writerFor(Document.class).writeValuesAsArray(stream);
    }

    private static String actorOf(LedgerEntry entry) {
        return entry.actor() instanceof Actor.Operator operator ? "operator:" + operator.name() : "system";
    }

    /** Jackson's generator, property by property. */
    @Benchmark
    public void streamed(Writers writers) {
        writers.streamed();
    }

    /** Jackson's databind. */
    @Benchmark
    public void databound(Writers writers) {
        writers.databound();
    }

    /** The statement's writer. */
    @Benchmark
    public void ours(Writers writers) throws IOException {
        writers.ours();
    }
}
