package com.phoneunite.telephony;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.phoneunite.account.CountryCode;
import com.phoneunite.membership.Extension;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The emergency numbers of a country, as libphonenumber knows them: it answers for one number at a time. */
final class EmergencyNumbers {

    /** No country that libphonenumber knows has a longer one; Eritrea, Micronesia and Niger have some that are as long. */
    private static final int MAX_LENGTH = 6;

    /** Up to how many digits it is remembered what begins with them: it takes the longest to ask, and most extensions are as short. */
    private static final int MAX_REMEMBERED = 3;

    /** By country and digits, at most 1,100 for a country. */
    private static final Map<String, Boolean> REMEMBERED = new ConcurrentHashMap<>();

    private EmergencyNumbers() {}

    /** Whether the extension is an emergency number, begins with one, or is the beginning of one. */
    static boolean collideWith(Extension extension, CountryCode country) {
        String dialled = extension.value();
        return beginnings(dialled).anyMatch(digits -> is(digits, country)) || isContinued(dialled, country);
    }

    /** Whether the digits are an emergency number. */
    static boolean is(String digits, CountryCode country) {
        return ShortNumberInfo.getInstance().isEmergencyNumber(digits, country.value());
    }

    /** The digits and all that they begin with. */
    private static Stream<String> beginnings(String digits) {
        return IntStream.rangeClosed(1, digits.length()).mapToObj(length -> digits.substring(0, length));
    }

    private static boolean isContinued(String digits, CountryCode country) {
        return digits.length() > MAX_REMEMBERED
                ? anyContinues(digits, country)
                : REMEMBERED.computeIfAbsent(country.value() + digits, key -> anyContinues(digits, country));
    }

    private static boolean anyContinues(String digits, CountryCode country) {
        return continuations(digits).anyMatch(longer -> is(longer, country));
    }

    /** All that begins with the digits and is longer: 11,110 for two digits, 1,110 for three, none for more than five. */
    private static Stream<String> continuations(String digits) {
        if (digits.length() >= MAX_LENGTH) {
            return Stream.empty();
        }
        return IntStream.rangeClosed('0', '9')
                .mapToObj(digit -> digits + (char) digit)
                .flatMap(longer -> Stream.concat(Stream.of(longer), continuations(longer)));
    }
}
