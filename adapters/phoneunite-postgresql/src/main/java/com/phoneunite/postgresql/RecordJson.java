package com.phoneunite.postgresql;

import com.phoneunite.refusal.PhoneUniteFault;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Records as JSON objects with a version: a property for each component that is not empty, in texts, booleans and objects. What was
 * written once stays readable: names of components of events are stored, and a test keeps each form that ever was.
 */
final class RecordJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String VERSION = "v";
    private static final int CURRENT = 1;

    private RecordJson() {}

    static String write(Record value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty(VERSION, CURRENT);
            writeComponents(json, value);
            json.writeEndObject();
        }
        return text.toString();
    }

    static <R> R read(Class<R> type, String document) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            json.nextToken();
            Map<String, Object> properties = object(json);
            if (!Integer.toString(CURRENT).equals(properties.get(VERSION))) {
                throw new PhoneUniteFault("a document of " + type.getName() + " has version " + properties.get(VERSION)
                        + ": a newer release wrote it");
            }
            return type.cast(record(type, properties));
        }
    }

    private static void writeComponents(JsonGenerator json, Record value) {
        for (RecordShape.Component component : RecordShape.of(value.getClass()).components()) {
            Object present = component.in(value);
            if (present != null) {
                json.writeName(component.name());
                write(json, present);
            }
        }
    }

    private static void write(JsonGenerator json, Object value) {
        Optional<String> text = Scalars.text(value);
        if (text.isPresent()) {
            json.writeString(text.get());
        } else if (value instanceof Record record) {
            json.writeStartObject();
            writeComponents(json, record);
            json.writeEndObject();
        } else {
            throw new PhoneUniteFault("an event has a " + value.getClass().getName() + ", which cannot be kept");
        }
    }

    private static Map<String, Object> object(JsonParser json) {
        Map<String, Object> properties = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            properties.put(name, json.nextToken() == JsonToken.START_OBJECT ? object(json) : json.getString());
        }
        return properties;
    }

    private static Object record(Class<?> type, Map<?, ?> properties) {
        RecordShape shape = RecordShape.of(type);
        List<RecordShape.Component> components = shape.components();
        @Nullable Object[] values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Component component = components.get(i);
            Object content = properties.get(component.name());
            Object value = content == null ? null : value(component.type(), content);
            values[i] = component.isOptional() ? Optional.ofNullable(value) : value;
        }
        return shape.made(values);
    }

    private static Object value(Class<?> type, Object content) {
        return content instanceof Map<?, ?> properties
                ? record(type, properties)
                : Scalars.value(type, (String) content);
    }
}
