package com.phoneunite.json;

import com.phoneunite.RefusedException;
import com.phoneunite.input.InputValidator;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * Rule T3: a call tree as a document in JSON, described in {@code docs/call-tree-json.md}. What was written once stays readable. Safe for
 * any number of threads.
 */
public final class CallTreeJson {

    /** The most characters of a document: more than the largest call tree needs. */
    public static final int MAX_LENGTH = 524_288;

    /** The most values within one another. A call tree needs five. */
    public static final int MAX_DEPTH = 10;

    /** The version that is written. */
    static final int VERSION = 1;

    private CallTreeJson() {}

    /**
     * The document of a call tree: of the same call tree always the same text.
     *
     * @throws RefusedException {@code INVALID_INPUT} if there is none
     */
    public static String write(CallTree tree) {
        RefusedException.throwIf(InputValidator.required("callTree", tree));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Documents.generator(text)) {
            CallTreeWriter.write(json, tree);
        }
        return text.toString();
    }

    /**
     * The call tree of a document, to be saved: it can be parsed. Whether an organization can have it is said when it is saved.
     *
     * @param document at most {@value #MAX_LENGTH} characters, at most {@value #MAX_DEPTH} deep
     * @throws RefusedException {@code INVALID_INPUT} with every violation and the path to it, for example {@code menus.main.keys.1}; a
     *     document that is not JSON to its end is read up to there
     */
    public static CallTreeDraft read(@Nullable String document) {
        RefusedException.throwIf(InputValidator.required("", document));
        if (document == null || document.length() > MAX_LENGTH) {
            throw new RefusedException(
                    InvalidInput.of("", "TOO_LONG", "must be at most " + MAX_LENGTH + " characters long"));
        }
        try (JsonParser json = Documents.parser(document, MAX_DEPTH)) {
            return new CallTreeReader(json).read();
        }
    }
}
