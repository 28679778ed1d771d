package com.phoneunite.json;

import com.phoneunite.json.ShapeFaults.Code;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one value after the other, strictly: what is not of the expected type is a fault and is passed over. Each method begins at the
 * first token of a value and ends at its last one. Not thread-safe.
 */
final class ShapeReader {

    /** The most digits that certainly fit into an int. */
    private static final int INT_DIGITS = 9;

    private final JsonParser json;
    private final ShapeFaults faults;

    ShapeReader(JsonParser json, ShapeFaults faults) {
        this.json = json;
        this.faults = faults;
    }

    /** An object: hands on the name of each of its fields, to read its value, once for each name. */
    void object(Consumer<String> field) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            wrong("must be an object");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            faults.enter(name);
            if (seen.add(name)) {
                field.accept(name);
            } else {
                passOver(Code.DUPLICATE_FIELD, "must be given once");
            }
            faults.leave();
        }
    }

    /** A text; {@code null} where it is none. */
    @Nullable
    String text() {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        wrong("must be a text");
        return null;
    }

    /** A whole number, one that is too large for an int being the largest; that other number where it is none. */
    int number(int otherwise) {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            String digits = json.getString();
            return digits.length() > INT_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
        }
        wrong("must be a whole number without fraction or exponent");
        return otherwise;
    }

    /** Whether it is {@code true}. */
    boolean yes() {
        if (json.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        wrong("must be true");
        return false;
    }

    /** A field that the format does not have. */
    void unknown() {
        passOver(Code.UNKNOWN_FIELD, "is not a field of this format");
    }

    private void wrong(String message) {
        passOver(Code.WRONG_SHAPE, message);
    }

    private void passOver(Code code, String message) {
        faults.add(code, message);
        json.skipChildren();
    }
}
