package com.phoneunite.testkit.jqwik;

import com.phoneunite.telephony.PhoneNumber;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Phone numbers (rule T1). */
public final class E164Numbers {

    /** Of many countries: with what a number begins, and how many digits follow. */
    private enum Range {
        UNITED_STATES("+1202555", 4),
        CANADA("+1416555", 4),
        UNITED_KINGDOM("+442079460", 3),
        GERMANY("+4930", 8),
        FRANCE("+331", 8),
        ITALY("+3906", 8),
        JAPAN("+813", 8),
        AUSTRALIA("+612", 8),
        BRAZIL("+551131", 6),
        INDIA("+9122", 8);

        private final String beginning;
        private final int further;

        Range(String beginning, int further) {
            this.beginning = beginning;
            this.further = further;
        }
    }

    private E164Numbers() {}

    /** Valid numbers of many countries. */
    public static Arbitrary<PhoneNumber> valid() {
        return Arbitraries.of(Range.values())
                .flatMap(range ->
                        Arbitraries.strings().numeric().ofLength(range.further).map(digits -> range.beginning + digits))
                .filter(text -> Conforming.to(new PhoneNumber.Rule(), text))
                .map(PhoneNumber::new);
    }

    /** Valid numbers as somebody writes them, with spaces, dots, dashes and parentheses. */
    public static Arbitrary<String> written() {
        return Combinators.combine(
                        valid(),
                        Arbitraries.of(" ", "-", ".", "(", ""),
                        Arbitraries.integers().between(2, 9))
                .as((number, sign, at) -> {
                    String digits = number.value();
                    String between = sign.equals("(") ? ") " : sign;
                    return digits.substring(0, at) + between + digits.substring(at);
                })
                .filter(text -> Conforming.to(new PhoneNumber.Rule(), text));
    }

    /** What is no phone number, or none that can be. */
    public static Arbitrary<String> invalid() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "+",
                        "12025550123",
                        "0012025550123",
                        "+1202555012",
                        "+120255501234",
                        "+10005550123",
                        "+999123456789",
                        "+1 202 555 0123 ext. 4",
                        "tel:+12025550123",
                        "+1202555o123",
                        "＋12025550123",
                        "911"),
                Arbitraries.strings().numeric().ofMinLength(16).ofMaxLength(60).map(digits -> "+1" + digits));
    }
}
