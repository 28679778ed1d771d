package com.phoneunite.postgresql;

/**
 * Text that people and gateways write, which may hold what PostgreSQL cannot: U+0000 and halves of surrogate pairs. These, and the
 * backslash, are kept as a backslash and four hexadecimal digits, so that the same text comes back.
 */
final class FreeText {

    private static final char ESCAPE = '\\';
    private static final int DIGITS = 4;
    private static final int HEX = 16;

    private FreeText() {}

    static String write(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(one)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                kept.append(one).append(text.charAt(++i));
            } else if (one == 0 || one == ESCAPE || Character.isSurrogate(one)) {
                kept.append(ESCAPE).append(String.format("%04x", (int) one));
            } else {
                kept.append(one);
            }
        }
        return kept.toString();
    }

    static String read(String kept) {
        StringBuilder text = new StringBuilder(kept.length());
        for (int i = 0; i < kept.length(); i++) {
            if (kept.charAt(i) == ESCAPE) {
                text.append((char) Integer.parseInt(kept, i + 1, i + 1 + DIGITS, HEX));
                i += DIGITS;
            } else {
                text.append(kept.charAt(i));
            }
        }
        return text.toString();
    }
}
