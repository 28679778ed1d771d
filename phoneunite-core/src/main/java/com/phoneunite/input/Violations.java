package com.phoneunite.input;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What one value violates, in a sentence that is begun with the first of it: nearly every value violates nothing. */
final class Violations implements BiConsumer<String, String> {

    private @Nullable StringBuilder sentence;

    @Override
    public void accept(String code, String message) {
        StringBuilder all = sentence == null ? new StringBuilder() : sentence.append("; ");
        sentence = all.append(message).append(" (").append(code).append(')');
    }

    void refuse() {
        if (sentence != null) {
            throw new IllegalArgumentException(sentence.toString());
        }
    }
}
