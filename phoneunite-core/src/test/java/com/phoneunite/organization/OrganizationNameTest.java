package com.phoneunite.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OrganizationNameTest {

    private static List<String> violations(String raw) {
        List<String> codes = new ArrayList<>();
        new OrganizationName.Rule().check(raw, (code, message) -> codes.add(code));
        return codes;
    }

    private static boolean sameKey(String one, String other) {
        return OrganizationName.parse(one)
                .key()
                .equals(OrganizationName.parse(other).key());
    }

    @Test
    void O2_aNameIsTrimmedAndNormalized() {
        Map<String, String> normal = Map.of(
                "  Services Experts, LLC\t\n", "Services Experts, LLC",
                "\u00A0Cafe\u0301\u2007", "Caf\u00E9",
                "\u3000\uFF33\uFF45\uFF52\uFF56\uFF49\uFF43\uFF45\u3000", "Service",
                "A\u00A0B", "A B",
                "\uFB01x", "fix",
                "\u2460", "1",
                "\u2028A\u2029", "A");
        normal.forEach((raw, name) ->
                assertThat(OrganizationName.parse(raw).value()).as(raw).isEqualTo(name));
    }

    @Test
    void O2_aNameHas1To100CodePointsAfterNormalizing() {
        String astral = "\uD83D\uDE00";
        for (String one : List.of("x", astral, "\u00DF")) {
            assertThat(OrganizationName.parse(one.repeat(100)).value()).isEqualTo(one.repeat(100));
            assertThat(OrganizationName.parse("  " + one.repeat(100) + "\u00A0").value())
                    .isEqualTo(one.repeat(100));
            assertThat(violations(one.repeat(101))).containsExactly("TOO_LONG");
        }
        assertThat(OrganizationName.parse("e\u0301".repeat(100)).value()).hasSize(100);
        assertThat(violations("\uFB03".repeat(33))).isEmpty();
        assertThat(violations("\uFB03".repeat(34))).containsExactly("TOO_LONG");
        assertThat(violations("\uFDFA".repeat(1_000))).containsExactly("TOO_LONG");
    }

    @Test
    void O2_aNameIsNotBlankHoweverTheBlankIsMade() {
        for (String blank : List.of(
                "",
                " ",
                "\t",
                "\u00A0",
                "\u3000",
                "\u200B",
                "\uFEFF",
                "\u00AD",
                "\u2060 \u200D",
                "\u3164",
                "\u2800",
                "\u200E\u2800 \u2800",
                "\uFFA0",
                "\u115F\u1160",
                "\uFE0F",
                "\u180E",
                "\u180B",
                "\u17B4",
                "\u034F",
                "\uDB40\uDD00",
                "\uDB40\uDC41")) {
            assertThat(violations(blank)).as("%x", blank.codePoints().sum()).containsExactly("BLANK");
        }
    }

    @Test
    void O2_aNameHasNoControlCharacterLineBreakDirectionOverrideOrLoneSurrogate() {
        for (String bad : List.of(
                "\u0000",
                "\u0007",
                "\n",
                "\r",
                "\t",
                "\u001B",
                "\u007F",
                "\u0085",
                "\u009F",
                "\u2028",
                "\u2029",
                "\u202A",
                "\u202E",
                "\u2066",
                "\u2069",
                "\uD800",
                "\uDC00",
                "\uDC00\uD800")) {
            assertThat(violations("A" + bad + "B")).containsExactly("CONTROL_CHARACTER");
            assertThatThrownBy(() -> OrganizationName.parse("A" + bad + "B"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("CONTROL_CHARACTER")
                    .hasMessageNotContaining("A" + bad + "B");
        }
        assertThat(violations("\uD800")).containsExactly("CONTROL_CHARACTER");
    }

    @Test
    void X4_everythingThatIsWrongWithANameIsNamedAtOnce() {
        assertThat(violations("\u0000" + "x".repeat(100))).containsExactly("TOO_LONG", "CONTROL_CHARACTER");
        assertThat(violations("\u200B".repeat(101))).containsExactly("TOO_LONG", "BLANK");
        for (String blank : List.of(" ", "\u3164", "\uFFA0")) {
            assertThat(violations(blank.repeat(1_001))).containsExactly("TOO_LONG", "BLANK");
        }
        assertThat(violations("\n".repeat(50) + "x".repeat(2_000_000)))
                .containsExactly("TOO_LONG", "CONTROL_CHARACTER");
    }

    @Test
    void O2_namesThatDifferOnlyInCaseHaveTheSameKey() {
        assertThat(sameKey("Services", "SERVICES")).isTrue();
        assertThat(sameKey("Stra\u00DFe", "STRASSE")).isTrue();
        assertThat(sameKey("Stra\u00DFe", "STRA\u1E9EE")).isTrue();
        assertThat(sameKey("\u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03BF\u03C2"))
                .isTrue();
        assertThat(sameKey("\u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03BF\u03C3"))
                .isTrue();
        assertThat(sameKey("\u0130", "i\u0307")).isTrue();
        assertThat(sameKey("\uD801\uDC00", "\uD801\uDC28")).isTrue();
        assertThat(sameKey("\u212A", "k")).isTrue();
        assertThat(sameKey("One", "Two")).isFalse();
        assertThat(sameKey("O'Neil", "ONeil")).isFalse();
        assertThat(sameKey("Cafe", "Caf\u00E9")).isFalse();
    }

    @Test
    void O2_theKeyDoesNotDependOnTheLanguageOfTheHost() {
        Locale former = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(sameKey("TITLE", "title")).isTrue();
        } finally {
            Locale.setDefault(former);
        }
    }

    /** Every character that Unicode knows, by every way to change its case. */
    @Test
    void O2_noCharacterHasAnotherKeyInAnotherCase() {
        List<String> wrong = new ArrayList<>();
        List<UnaryOperator<String>> cases = List.of(
                text -> text.toUpperCase(Locale.ROOT),
                text -> text.toLowerCase(Locale.ROOT),
                text -> Character.toString(Character.toTitleCase(text.codePointAt(0)))
                        + text.substring(text.offsetByCodePoints(0, 1)));
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String text = Character.toString(c) + "1";
            boolean hasCase = cases.stream().anyMatch(one -> !one.apply(text).equals(text));
            if (hasCase && violations(text).isEmpty()) {
                for (UnaryOperator<String> other : cases) {
                    if (!sameKey(text, other.apply(text))) {
                        wrong.add(Integer.toHexString(c));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void O2_noInvisibleCharacterTellsTwoNamesApart() {
        for (String invisible : List.of(
                "\u200B",
                "\u200C",
                "\u200D",
                "\u200E",
                "\u200F",
                "\u061C",
                "\u2060",
                "\u2064",
                "\uFEFF",
                "\u00AD",
                "\u034F",
                "\u180B",
                "\u180D",
                "\u180E",
                "\u180F",
                "\u17B4",
                "\u17B5",
                "\uFE00",
                "\uFE0F",
                "\u3164",
                "\u115F",
                "\u1160",
                "\uFFA0",
                "\u2065",
                "\uFFF0",
                "\uDB40\uDD00",
                "\uDB40\uDC41")) {
            assertThat(sameKey("Services", "Ser" + invisible + "vices"))
                    .as("%x", invisible.codePointAt(0))
                    .isTrue();
            assertThat(sameKey("Services", "Services " + invisible)).isTrue();
            assertThat(sameKey("Services", invisible + " Services")).isTrue();
        }
        assertThat(sameKey("Caf\u00E9", "Cafe\u200B\u0301")).isTrue();
    }

    @Test
    void O2_aNameIsKeptInItsNormalFormOnly() {
        for (String raw : List.of(" A", "A\u00A0", "e\u0301", "\uFF21")) {
            assertThat(violations(raw)).isEmpty();
            assertThatThrownBy(() -> new OrganizationName(raw)).isInstanceOf(IllegalArgumentException.class);
            OrganizationName name = OrganizationName.parse(raw);
            assertThat(new OrganizationName(name.value())).isEqualTo(name);
            assertThat(Normalizer.isNormalized(name.value(), Form.NFKC)).isTrue();
        }
    }
}
