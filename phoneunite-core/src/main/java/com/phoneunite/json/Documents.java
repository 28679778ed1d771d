package com.phoneunite.json;

import java.io.OutputStream;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** How JSON is read and written here, token by token. */
final class Documents {

    /** Nothing is closed but by whoever opened it: an exception in the middle leaves no document that looks whole. */
    private static final JsonFactory WRITING = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private Documents() {}

    static JsonGenerator generator(Writer target) {
        return WRITING.createGenerator(ObjectWriteContext.empty(), target);
    }

    static JsonGenerator generator(OutputStream target) {
        return WRITING.createGenerator(ObjectWriteContext.empty(), target);
    }

    /**
     * Reads a text whose length the caller has limited, so that of the parser's limits only the depth can be met.
     *
     * @param depth the most values within one another
     */
    static JsonParser parser(String text, int depth) {
        int length = Math.max(1, text.length());
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxNameLength(length)
                .maxNumberLength(length)
                .maxStringLength(length)
                .build();
        // Names are not kept for the next document: they are the sender's.
        return JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .streamReadConstraints(limits)
                .build()
                .createParser(ObjectReadContext.empty(), text);
    }
}
