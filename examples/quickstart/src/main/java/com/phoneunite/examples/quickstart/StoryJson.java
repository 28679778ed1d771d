package com.phoneunite.examples.quickstart;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as a story may be written in: strict, and within limits. */
final class StoryJson {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNameLength(MAX_TEXT)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StoryJson() {}

    static JsonNode parse(String file, String json) throws StoryRejected {
        try (JsonParser parser = MAPPER.createParser(json)) {
            try {
                return MAPPER.readValue(parser, JsonNode.class);
            } catch (JacksonException e) {
                TokenStreamLocation found = parser.currentLocation();
                throw new StoryRejected(file + " is not valid JSON:" + System.lineSeparator() + "  line "
                        + found.getLineNr() + ", column " + found.getColumnNr() + ": " + inWords(e));
            }
        }
    }

    /** Where the values stand in a text that has been parsed before. */
    static Places places(String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return Places.of(parser);
        }
    }

    private static String inWords(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "nested deeper than " + MAX_DEPTH + " levels, or a text longer than " + MAX_TEXT + " characters";
        }
        String first = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
        return Places.printable(first);
    }
}
