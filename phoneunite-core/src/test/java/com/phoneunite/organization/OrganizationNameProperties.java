package com.phoneunite.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rule O2: what holds of every text that somebody may send as a name. */
class OrganizationNameProperties {

    private static Optional<OrganizationName> parsed(String raw) {
        List<String> codes = new ArrayList<>();
        new OrganizationName.Rule().check(raw, (code, message) -> codes.add(code));
        return codes.isEmpty() ? Optional.of(OrganizationName.parse(raw)) : Optional.empty();
    }

    @Property
    void O2_whatTheRuleAcceptsBecomesANameInItsNormalForm(@ForAll("texts") String raw) {
        parsed(raw).ifPresent(name -> {
            assertThat(name.value().codePointCount(0, name.value().length())).isBetween(1, 100);
            assertThat(name.value()).isEqualTo(name.value().strip());
            assertThat(Normalizer.isNormalized(name.value(), Form.NFKC)).isTrue();
            assertThat(OrganizationName.parse(name.value())).isEqualTo(name);
            assertThat(new OrganizationName(name.value()).key())
                    .isEqualTo(name.key())
                    .isNotBlank();
        });
    }

    @Property
    void O2_caseBlanksAroundAndInvisibleCharactersNeverMakeAnotherKey(@ForAll("texts") String raw) {
        parsed(raw).ifPresent(name -> {
            String value = name.value();
            for (String same : List.of(
                    "\u00A0" + value + "\t",
                    value.toUpperCase(Locale.ROOT),
                    value.toLowerCase(Locale.ROOT),
                    value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT),
                    value + "\u200B")) {
                parsed(same).ifPresent(other -> assertThat(other.key()).isEqualTo(name.key()));
            }
        });
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> nasty = Arbitraries.of(
                'a', 'B', ' ', '\u00A0', '\u00DF', '\u1E9E', '\u03A3', '\u03C2', '\u0130', '\u0131', '\u0345', '\u0301',
                '\u0307', '\u1FB3', '\u200B', '\uFE0F', '\uD83D', '\uDE00', '\uFB03', '\uFDFA', '\u3164', '\n');
        return Arbitraries.oneOf(
                nasty.list().ofMaxSize(12).map(OrganizationNameProperties::joined),
                nasty.list().ofMinSize(95).ofMaxSize(105).map(OrganizationNameProperties::joined),
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().withCharRange('a', '\u05FF').ofMaxLength(110));
    }

    private static String joined(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }
}
