package com.phoneunite.examples.quickstart;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/** On which line each value of a JSON text stands, by its path, for example {@code events[3].amount}. */
final class Places {

    private static final int LONGEST_NAME = 40;

    private final Map<String, Integer> lines = new HashMap<>();

    /** The places of the values that the parser comes across, all the way to the end. */
    static Places of(JsonParser parser) {
        Places places = new Places();
        while (parser.nextToken() != null) {
            String path = path(parser.streamReadContext());
            places.lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        }
        return places;
    }

    /** The line of the value; where there is none, that of what it is missing from. */
    int line(String path) {
        String place = path;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
        }
        return lines.getOrDefault(place, 1);
    }

    /** The path of a field of the object at that path. */
    static String field(String object, String name) {
        String field = printable(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name);
        return object.isEmpty() ? field : object + "." + field;
    }

    /** The path of an item of the list at that path. */
    static String item(String list, int index) {
        return list + "[" + index + "]";
    }

    /** The text with a question mark for each character that could play tricks on a terminal. */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> isPrintable(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            default -> true;
        };
    }

    private static String path(TokenStreamContext context) {
        TokenStreamContext parent = context.getParent();
        if (parent == null) {
            return "";
        }
        String above = path(parent);
        if (context.inArray()) {
            return context.hasCurrentIndex() ? item(above, context.getCurrentIndex()) : above;
        }
        return context.hasCurrentName() ? field(above, context.currentName()) : above;
    }
}
