package com.phoneunite.telephony;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.phoneunite.account.CountryCode;
import com.phoneunite.membership.Extension;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The emergency numbers of a country, as libphonenumber knows them: it answers for one number at a time. */
final class EmergencyNumbers {

    /** Eritrea, Micronesia and Niger: no other country has emergency numbers of more than five digits. */
    private static final Set<String> WITH_SIX_DIGITS = Set.of("ER", "FM", "NE");

    private EmergencyNumbers() {}

    /** Whether the extension is an emergency number, begins with one, or is the beginning of one. */
    static boolean collideWith(Extension extension, CountryCode country) {
        String dialled = extension.value();
        return Stream.concat(beginnings(dialled), continuations(dialled, longest(country)))
                .anyMatch(digits -> is(digits, country));
    }

    /** How many digits an emergency number of the country has at most. To ask for one more takes ten times as long. */
    static int longest(CountryCode country) {
        return WITH_SIX_DIGITS.contains(country.value()) ? 6 : 5;
    }

    /** Whether the digits are an emergency number. */
    static boolean is(String digits, CountryCode country) {
        return ShortNumberInfo.getInstance().isEmergencyNumber(digits, country.value());
    }

    /** The digits and all that they begin with. */
    private static Stream<String> beginnings(String digits) {
        return IntStream.rangeClosed(1, digits.length()).mapToObj(length -> digits.substring(0, length));
    }

    /** All that begins with the digits and is longer: up to five digits 1,110 for two, 110 for three, none for five. */
    private static Stream<String> continuations(String digits, int longest) {
        if (digits.length() >= longest) {
            return Stream.empty();
        }
        return IntStream.rangeClosed('0', '9')
                .mapToObj(digit -> digits + (char) digit)
                .flatMap(longer -> Stream.concat(Stream.of(longer), continuations(longer, longest)));
    }
}
