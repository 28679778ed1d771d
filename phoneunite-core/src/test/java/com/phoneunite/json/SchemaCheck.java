package com.phoneunite.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** As much of JSON Schema as the schema of call trees uses; a word that it does not know is an error. */
final class SchemaCheck {

    private final Map<?, ?> schema;

    SchemaCheck(String schema) {
        this.schema = (Map<?, ?>) value(schema);
    }

    /** Whether the schema lets the document pass. */
    boolean passes(String document) {
        return passes(schema, value(document));
    }

    private boolean passes(Map<?, ?> part, Object value) {
        return part.entrySet().stream().allMatch(word -> holds((String) word.getKey(), word.getValue(), part, value));
    }

    private boolean holds(String word, Object means, Map<?, ?> part, Object value) {
        return switch (word) {
            case "$schema", "title", "description", "$defs", "default" -> true;
            case "$ref" -> passes(definition((String) means), value);
            case "const" -> means.equals(value);
            case "type" -> isOf((String) means, value);
            case "properties" ->
                ((Map<?, ?>) means)
                        .entrySet().stream()
                                .filter(property -> fields(value).containsKey(property.getKey()))
                                .allMatch(property -> passes(
                                        (Map<?, ?>) property.getValue(),
                                        fields(value).get(property.getKey())));
            case "required" -> fields(value).keySet().containsAll((List<?>) means);
            case "additionalProperties" ->
                fields(value).entrySet().stream()
                        .filter(field -> !(part.get("properties") instanceof Map<?, ?> known
                                && known.containsKey(field.getKey())))
                        .allMatch(field ->
                                means instanceof Map<?, ?> schemaOfField && passes(schemaOfField, field.getValue()));
            case "propertyNames" -> fields(value).keySet().stream().allMatch(name -> passes((Map<?, ?>) means, name));
            case "minProperties" -> !(value instanceof Map<?, ?> map) || map.size() >= number(means);
            case "maxProperties" -> !(value instanceof Map<?, ?> map) || map.size() <= number(means);
            case "pattern" ->
                !(value instanceof String text)
                        || Pattern.compile((String) means).matcher(text).find();
            case "minLength" ->
                !(value instanceof String text) || text.codePointCount(0, text.length()) >= number(means);
            case "maxLength" ->
                !(value instanceof String text) || text.codePointCount(0, text.length()) <= number(means);
            case "minimum" -> !(value instanceof BigDecimal n) || n.compareTo((BigDecimal) means) >= 0;
            case "maximum" -> !(value instanceof BigDecimal n) || n.compareTo((BigDecimal) means) <= 0;
            default -> throw new IllegalStateException("the check does not know " + word);
        };
    }

    private Map<?, ?> definition(String reference) {
        return (Map<?, ?>) fields(schema.get("$defs")).get(reference.substring("#/$defs/".length()));
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "string" -> value instanceof String;
            case "integer" ->
                value instanceof BigDecimal n && n.stripTrailingZeros().scale() <= 0;
            default -> throw new IllegalStateException("the check does not know the type " + type);
        };
    }

    private static Map<?, ?> fields(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static int number(Object value) {
        return ((BigDecimal) value).intValueExact();
    }

    private static Object value(String text) {
        try (JsonParser json = Documents.parser(text, 100)) {
            json.nextToken();
            return value(json);
        }
    }

    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (String name = json.nextName(); name != null; name = json.nextName()) {
                    json.nextToken();
                    fields.put(name, value(json));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(json));
                }
                yield items;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(json.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> "null";
        };
    }
}
