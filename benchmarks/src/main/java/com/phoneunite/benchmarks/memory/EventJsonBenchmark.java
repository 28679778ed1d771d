package com.phoneunite.benchmarks.memory;

import com.phoneunite.account.UserId;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.postgresql.KeptEvent;
import java.io.StringWriter;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes an event as the outbox on PostgreSQL keeps it: that somebody became a member, with which extension. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventJsonBenchmark {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectWriter MAPPER = JsonMapper.builder().build().writerFor(Document.class);

    /** The document in the types of databind. */
    public record Document(int v, String user, String extension) {}

    /** Events, one after the other. */
    @State(Scope.Thread)
    public static class Events {

        private final MembershipEvent.MemberAdded[] events = new MembershipEvent.MemberAdded[1 << 8];
        private int next;

        public Events() {
            for (int i = 0; i < events.length; i++) {
                UserId user = new UserId(new UUID(0x63F5_5555_7000L + i * 0x9E37_79B9L, Long.MIN_VALUE + i * 31L));
                events[i] = new MembershipEvent.MemberAdded(user, new Extension("" + (100 + i)));
            }
        }

        MembershipEvent.MemberAdded next() {
            return events[next++ & events.length - 1];
        }
    }

    static String streamed(MembershipEvent.MemberAdded event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("v", 1);
            json.writeStringProperty("user", event.user().toString());
            json.writeStringProperty("extension", event.extension().value());
            json.writeEndObject();
        }
        return text.toString();
    }

    static String databound(MembershipEvent.MemberAdded event) {
        return MAPPER.writeValueAsString(
                new Document(1, event.user().toString(), event.extension().value()));
    }

    static String ours(MembershipEvent.MemberAdded event) {
        return KeptEvent.write(event);
    }

    /** Jackson's generator, property by property. */
    @Benchmark
    public String streamed(Events events) {
        return streamed(events.next());
    }

    /** Jackson's databind. */
    @Benchmark
    public String databound(Events events) {
        return databound(events.next());
    }

    /** What the outbox keeps. */
    @Benchmark
    public String ours(Events events) {
        return ours(events.next());
    }
}
