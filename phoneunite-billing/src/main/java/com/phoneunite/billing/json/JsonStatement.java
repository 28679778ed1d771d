package com.phoneunite.billing.json;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.Exported;
import com.phoneunite.billing.page.Statement;
import com.phoneunite.billing.page.StatementWriter;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Rule B12: writes a statement as a JSON document in UTF-8, as it comes. Its {@code v} is 1; ids and amounts are strings, amounts are
 * decimals in {@code currency}, moments are UTC. A document that is not closed is not whole. The stream is flushed and stays open.
 *
 * <pre>{@code
 * {"v":1,"account":"…","month":"2026-01","zone":"America/New_York","from":"…Z","until":"…Z","currency":"USD","opening":"0.00",
 *  "sections":[{"organization":"…","name":"…","total":"-20.00","entries":[{"sequence":1,"kind":"PERIOD","reference":"…",
 *   "actor":"system","happenedAt":"…Z","recordedAt":"…Z","amount":"-20.00","balance":"80.00"}]}],
 *  "closing":"80.00"}
 * }</pre>
 *
 * The section of the account as a whole has neither {@code organization} nor {@code name}.
 */
public final class JsonStatement implements StatementWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator json;
    private boolean inSection;

    private JsonStatement(JsonGenerator json) {
        this.json = json;
    }

    /** Writes to that stream. */
    public static JsonStatement to(OutputStream stream) {
        return new JsonStatement(JSON.createGenerator(ObjectWriteContext.empty(), stream));
    }

    @Override
    public void begin(Statement statement) throws IOException {
        writing(() -> {
            json.writeStartObject();
            json.writeNumberProperty("v", 1);
            json.writeStringProperty("account", statement.account().toString());
            json.writeStringProperty("month", statement.month().month().toString());
            json.writeStringProperty("zone", statement.month().zone().getId());
            json.writeStringProperty("from", statement.month().from().toString());
            json.writeStringProperty("until", statement.month().until().toString());
            json.writeStringProperty(
                    "currency", statement.opening().getCurrencyUnit().getCode());
            json.writeStringProperty("opening", Exported.amount(statement.opening()));
            json.writeArrayPropertyStart("sections");
        });
    }

    @Override
    public void section(Statement.Section section) throws IOException {
        writing(() -> {
            endSection();
            json.writeStartObject();
            section.organization()
                    .map(OrganizationId::toString)
                    .ifPresent(id -> json.writeStringProperty("organization", id));
            section.name()
                    .map(OrganizationName::value)
                    .ifPresent(name -> json.writeStringProperty("name", Exported.text(name)));
            json.writeStringProperty("total", Exported.amount(section.total()));
            json.writeArrayPropertyStart("entries");
            inSection = true;
        });
    }

    @Override
    public void entry(LedgerEntry entry) throws IOException {
        writing(() -> {
            json.writeStartObject();
            json.writeNumberProperty("sequence", entry.sequence());
            json.writeStringProperty("kind", entry.kind().name());
            json.writeStringProperty("reference", entry.reference());
            json.writeStringProperty("actor", Exported.actor(entry.actor()));
            json.writeStringProperty("happenedAt", entry.happenedAt().toString());
            json.writeStringProperty("recordedAt", entry.recordedAt().toString());
            json.writeStringProperty("amount", Exported.amount(entry.amount()));
            json.writeStringProperty("balance", Exported.amount(entry.balanceAfter()));
            json.writeEndObject();
        });
    }

    @Override
    public void end(Statement statement) throws IOException {
        writing(() -> {
            endSection();
            json.writeEndArray();
            json.writeStringProperty("closing", Exported.amount(statement.closing()));
            json.writeEndObject();
            json.flush();
        });
    }

    private void endSection() {
        if (inSection) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** What goes wrong with the stream is told as every other writer tells it. */
    private static void writing(Runnable part) throws IOException {
        try {
            part.run();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
