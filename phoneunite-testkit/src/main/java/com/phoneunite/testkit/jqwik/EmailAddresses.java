package com.phoneunite.testkit.jqwik;

import com.phoneunite.account.EmailAddress;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** E-mail addresses, as somebody enters them (rule M1). */
public final class EmailAddresses {

    private static final String[] IMPOSSIBLE = {
        "",
        " ",
        "@",
        "nobody",
        "@example.com",
        "a@",
        "a@b@example.com",
        "a b@example.com",
        "a@exa mple.com",
        "a@.example.com",
        "a@example.com.",
        "a@example..com",
        "a@example.com\r\nBcc: b@example.com",
        "<a@example.com>",
        "\"a\"@example.com",
        "a,b@example.com",
        "a\u0000@example.com",
        "a\u200b@example.com",
        "half\ud83d@example.com"
    };

    private EmailAddresses() {}

    /** Addresses in both cases and with plus signs, dots and scripts other than Latin, up to the longest. */
    public static Arbitrary<String> valid() {
        Arbitrary<String> local = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("+_-.é用")
                .ofMinLength(1)
                .ofMaxLength(64);
        Arbitrary<String> domain = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(1)
                .ofMaxLength(60)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(labels -> String.join(".", labels) + ".example");
        return Combinators.combine(local, domain)
                .as((name, at) -> name + "@" + at)
                .filter(text -> Conforming.to(new EmailAddress.Rule(), text));
    }

    /** What is no address, headers smuggled in among it. */
    public static Arbitrary<String> invalid() {
        Arbitrary<String> tooLong = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(65)
                .ofMaxLength(400)
                .map(name -> name + "@example.com");
        return Arbitraries.oneOf(Arbitraries.of(IMPOSSIBLE), tooLong);
    }
}
