package com.phoneunite.json;

import com.phoneunite.refusal.Violation;
import com.phoneunite.telephony.MenuName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is wrong with the shape of a document, each fault with the path to it. Of the sender's text a path repeats names only: letters,
 * digits and {@code _ - * #} as they are, anything else escaped, and cut to {@value MenuName#MAX_LENGTH} characters. Not thread-safe.
 */
final class ShapeFaults {

    /** The most faults that are named. */
    static final int MAX_NAMED = 1_000;

    /** What can be wrong, by its stable code. */
    enum Code {
        /** The text is not JSON, or goes on behind the document. */
        NOT_JSON,
        /** Values are too deep within one another. */
        TOO_DEEP,
        /** The document is of a version that is not known. */
        UNKNOWN_VERSION,
        /** The field is not one of the format's. */
        UNKNOWN_FIELD,
        /** The same name a second time in one object. */
        DUPLICATE_FIELD,
        /** A value of another type than the format's. */
        WRONG_SHAPE,
        /** There are more faults than are named. */
        TOO_MANY_FAULTS
    }

    private final Deque<String> path = new ArrayDeque<>();
    private final Set<Violation> named = new LinkedHashSet<>();
    private int count;

    void enter(String name) {
        path.addLast(printable(name));
    }

    void leave() {
        path.removeLast();
    }

    /** A fault of the value that is being read. */
    void add(Code code, String message) {
        count++;
        if (named.size() < MAX_NAMED) {
            named.add(new Violation(String.join(".", path), code.name(), message));
        } else {
            named.add(
                    new Violation("", Code.TOO_MANY_FAULTS.name(), "has more faults than the " + MAX_NAMED + " named"));
        }
    }

    /** How many there are up to now. */
    int count() {
        return count;
    }

    Collection<Violation> named() {
        return named;
    }

    /** Whether what is missed there is missed because of a fault of the shape, there or around it. */
    boolean explain(String missed) {
        return named.stream()
                .anyMatch(fault -> isWithin(fault.path(), missed)
                        || (fault.code().equals(Code.WRONG_SHAPE.name()) && isWithin(missed, fault.path())));
    }

    private static boolean isWithin(String inner, String outer) {
        return outer.isEmpty() || inner.equals(outer) || inner.startsWith(outer + ".");
    }

    private static String printable(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length() && text.length() <= MenuName.MAX_LENGTH; i++) {
            char c = name.charAt(i);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "_-*#".indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        if (text.length() > MenuName.MAX_LENGTH) {
            text.setLength(MenuName.MAX_LENGTH);
            text.append('~');
        }
        return text.length() == 0 ? "''" : text.toString();
    }
}
