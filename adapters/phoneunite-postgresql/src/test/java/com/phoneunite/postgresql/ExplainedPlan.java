package com.phoneunite.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A plan by which PostgreSQL has run a statement, and what came of it.
 *
 * @param statement the statement
 * @param root what stands at its top
 */
record ExplainedPlan(String statement, Node root) {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Reads what PostgreSQL writes of a plan. */
    static ExplainedPlan of(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Map<?, ?> told = (Map<?, ?>) value(parser);
            return new ExplainedPlan(told.get("Query Text").toString(), new Node((Map<?, ?>) told.get("Plan")));
        }
    }

    private static Object value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        return parser.getString();
    }

    /** Everything that stands in the plan. */
    Stream<Node> nodes() {
        return root.all();
    }

    /** How many pages a step looked at by itself: what it asks of a part that stands elsewhere is that part's. */
    double pages(Node node) {
        List<Node> below = node.all().toList();
        return node.pages()
                - nodes().filter(one -> node.isAsking(one) && !below.contains(one))
                        .mapToDouble(Node::pagesWithAllBelow)
                        .sum();
    }

    /**
     * One step of a plan.
     *
     * @param told what PostgreSQL tells of it
     */
    record Node(Map<?, ?> told) {

        String text(String property) {
            Object value = told.get(property);
            return value == null ? "" : value.toString();
        }

        String type() {
            return text("Node Type");
        }

        /** The table that it reads, or nothing. */
        String table() {
            return text("Relation Name");
        }

        private double number(String property) {
            String text = text(property);
            return text.isEmpty() ? 0 : Double.parseDouble(text);
        }

        double loops() {
            return number("Actual Loops");
        }

        /** How many rows it gave in all. */
        double gave() {
            return number("Actual Rows") * loops();
        }

        /** How many rows it looked at in all. */
        double read() {
            return gave() + (number("Rows Removed by Filter") + number("Rows Removed by Index Recheck")) * loops();
        }

        /** How many pages it looked at in all, apart from what stands below it. */
        double pages() {
            return pagesWithAllBelow()
                    - below().mapToDouble(Node::pagesWithAllBelow).sum();
        }

        private boolean isAsking(Node other) {
            String name = other.text("Subplan Name");
            return !name.isEmpty() && text("Index Cond").contains("(" + name + ")");
        }

        private double pagesWithAllBelow() {
            return number("Shared Hit Blocks") + number("Shared Read Blocks");
        }

        private Stream<Node> below() {
            return told.get("Plans") instanceof List<?> plans
                    ? plans.stream().map(one -> new Node((Map<?, ?>) one))
                    : Stream.of();
        }

        Stream<Node> all() {
            return Stream.concat(Stream.of(this), below().flatMap(Node::all));
        }

        /** How many rows a sort was given. */
        double given() {
            return below().mapToDouble(Node::gave).sum();
        }
    }
}
