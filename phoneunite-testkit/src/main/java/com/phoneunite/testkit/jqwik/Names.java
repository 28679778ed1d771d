package com.phoneunite.testkit.jqwik;

import com.phoneunite.organization.OrganizationName;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Names of organizations, as somebody enters them (rule O2). */
public final class Names {

    private static final String[] STRANGE = {
        "Ⅷ Experts",
        "ﬁnance",
        "Straße & Söhne",
        "İstanbul",
        "Όμηρος",
        "株式会社 電話",
        "شركة الهاتف",
        "👩‍🚀 Space",
        "e\u0301cole",
        "a\u200bb",
        "'; DROP TABLE organization; --",
        "<script>alert(1)</script>",
        "${jndi:ldap://x}",
        "{{7*7}}",
        "%s%n%x",
        "../../etc/passwd",
        "null",
        "\u202eDLT ,strepxE"
    };

    private static final String[] IMPOSSIBLE = {
        "", " ", "\u2003\u3000", "a\u0000b", "line\nbreak", "tab\tstop", "bell\u0007", "a\u0085b", "half \ud83d of one"
    };

    private Names() {}

    /** What is a name once it is normalized, spaces around it and strange scripts included. */
    public static Arbitrary<String> valid() {
        Arbitrary<String> plain = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withCharRange('A', 'Z')
                                .withCharRange('À', 'ÿ')
                                .withCharRange('α', 'ω')
                                .withChars("0123456789 .,&'-")
                                .ofMinLength(1)
                                .ofMaxLength(100),
                        Arbitraries.of("", " ", "  ", "\u00a0"))
                .as((name, around) -> around + name + around);
        Arbitrary<String> longest = Arbitraries.strings().withChars("xé漢").ofLength(100);
        return Arbitraries.frequencyOf(Tuple.of(6, plain), Tuple.of(3, Arbitraries.of(STRANGE)), Tuple.of(1, longest))
                .filter(text -> Conforming.to(new OrganizationName.Rule(), text));
    }

    /** What is not a name: empty, with control characters, with half a character, or too long. */
    public static Arbitrary<String> invalid() {
        Arbitrary<String> tooLong =
                Arbitraries.strings().withChars("xé漢").ofMinLength(101).ofMaxLength(1_200);
        return Arbitraries.oneOf(Arbitraries.of(IMPOSSIBLE), tooLong)
                .filter(text -> !Conforming.to(new OrganizationName.Rule(), text));
    }
}
