package com.phoneunite.input;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;

/**
 * A name that people read in lists, in its normal form: NFKC (Unicode Annex 15) and trimmed. What it names decides where it is unique
 * (rules O2 and T4).
 *
 * @param value 1 to {@value #MAX_CODE_POINTS} code points, with no control character, line separator, direction override or lone
 *     surrogate
 */
public record DisplayName(String value) {

    /** The most code points that a name can have. */
    public static final int MAX_CODE_POINTS = 100;

    /** Raw text longer than this is refused before it is normalized, which could make it up to eighteen times longer. */
    private static final int MAX_RAW_LENGTH = 1_000;

    public DisplayName {
        new Rule().require(value);
        if (!value.equals(normalized(value))) {
            throw new IllegalArgumentException("a name is kept in its normal form");
        }
    }

    /**
     * The name in its normal form.
     *
     * @throws IllegalArgumentException naming every violated constraint
     */
    public static DisplayName parse(String raw) {
        new Rule().require(raw);
        return new DisplayName(normalized(raw));
    }

    /**
     * What must be unique in a list: the name without differences of case or invisible characters. Two names with the same key look
     * the same.
     */
    public String key() {
        String visible = without(value, DisplayName::isInvisible);
        // To lower case first: the capital sharp s is its own upper case, and its lower case has SS for one.
        String folded = visible.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        return normalized(folded);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String normalized(String raw) {
        return Normalizer.normalize(raw, Form.NFKC).strip();
    }

    private static String without(String text, IntPredicate unwanted) {
        return text.codePoints()
                .filter(unwanted.negate())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Format characters, and what Unicode calls Default_Ignorable_Code_Point: where it stands, nothing is drawn. */
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || codePoint == 0x034F
                || isIn(codePoint, 0x115F, 0x1160)
                || isIn(codePoint, 0x17B4, 0x17B5)
                || isIn(codePoint, 0x180B, 0x180F)
                || codePoint == 0x2065
                || codePoint == 0x3164
                || isIn(codePoint, 0xFE00, 0xFE0F)
                || codePoint == 0xFFA0
                || isIn(codePoint, 0xFFF0, 0xFFF8)
                || isIn(codePoint, 0xE0000, 0xE0FFF);
    }

    /** The blank of braille has no dots, and yet is a symbol to Unicode. */
    private static boolean isBlank(int codePoint) {
        return isInvisible(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x2800;
    }

    private static boolean isIn(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> isIn(codePoint, 0x202A, 0x202E) || isIn(codePoint, 0x2066, 0x2069);
        };
    }

    /** The text can be a name once it is normalized. */
    public static class Rule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            String name = value.length() > MAX_RAW_LENGTH ? value : normalized(value);
            if (name.codePointCount(0, name.length()) > MAX_CODE_POINTS) {
                report.accept("TOO_LONG", "must be at most " + MAX_CODE_POINTS + " characters long");
            }
            if (name.codePoints().limit(MAX_RAW_LENGTH).allMatch(DisplayName::isBlank)) {
                report.accept("BLANK", "must not be blank");
            }
            if (name.codePoints().anyMatch(DisplayName::isForbidden)) {
                report.accept(
                        "CONTROL_CHARACTER", "must not contain a control character, line break or direction override");
            }
        }
    }
}
