package com.phoneunite.telephony;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.phoneunite.account.CountryCode;
import com.phoneunite.membership.Extension;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The emergency numbers of a country, as libphonenumber knows them: it answers for one number at a time. */
final class EmergencyNumbers {

    /** No country that libphonenumber knows has a longer one. */
    private static final int MAX_LENGTH = 5;

    private EmergencyNumbers() {}

    /** Whether the extension is an emergency number, begins with one, or is the beginning of one. */
    static boolean collideWith(Extension extension, CountryCode country) {
        ShortNumberInfo numbers = ShortNumberInfo.getInstance();
        return Stream.concat(beginnings(extension.value()), continuations(extension.value()))
                .anyMatch(digits -> numbers.isEmergencyNumber(digits, country.value()));
    }

    /** Whether the digits are an emergency number. */
    static boolean is(String digits, CountryCode country) {
        return ShortNumberInfo.getInstance().isEmergencyNumber(digits, country.value());
    }

    /** The digits and all that they begin with. */
    private static Stream<String> beginnings(String digits) {
        return IntStream.rangeClosed(1, digits.length()).mapToObj(length -> digits.substring(0, length));
    }

    /** All that begins with the digits and is longer: 1,110 for two digits, 110 for three, none for more than four. */
    private static Stream<String> continuations(String digits) {
        if (digits.length() >= MAX_LENGTH) {
            return Stream.empty();
        }
        return IntStream.rangeClosed('0', '9')
                .mapToObj(digit -> digits + (char) digit)
                .flatMap(longer -> Stream.concat(Stream.of(longer), continuations(longer)));
    }
}
