package com.phoneunite.postgresql;

import com.phoneunite.refusal.PhoneUniteFault;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
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
            return record(type, properties);
        }
    }

    private static void writeComponents(JsonGenerator json, Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = get(value, component);
            Object present = content instanceof Optional<?> optional ? optional.orElse(null) : content;
            if (present != null) {
                json.writeName(component.getName());
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

    private static <R> R record(Class<R> type, Map<?, ?> properties) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i], properties.get(components[i].getName()));
        }
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new PhoneUniteFault("a kept " + type.getName() + " cannot be read", e);
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object content) {
        Class<?> type = component.getType();
        if (type != Optional.class) {
            return content == null ? null : value(type, content);
        }
        Type inner = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return Optional.ofNullable(content).map(present -> value((Class<?>) inner, present));
    }

    private static Object value(Class<?> type, Object content) {
        return content instanceof Map<?, ?> properties
                ? record(type, properties)
                : Scalars.value(type, (String) content);
    }

    private static @Nullable Object get(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new PhoneUniteFault(
                    "an event cannot be read: " + value.getClass().getName(), e);
        }
    }
}
