package com.phoneunite.telephony;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.phoneunite.account.CountryCode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The emergency numbers of a country, as libphonenumber knows them. It answers for one number at a time; which ones there are is
 * found by asking for every number of up to {@value #MAX_LENGTH} digits, once a country.
 */
final class EmergencyNumbers {

    /** The longest emergency number that is looked for: as long as the longest extension. */
    private static final int MAX_LENGTH = 5;

    private static final ConcurrentMap<CountryCode, Set<String>> BY_COUNTRY = new ConcurrentHashMap<>();

    private EmergencyNumbers() {}

    static Set<String> of(CountryCode country) {
        return BY_COUNTRY.computeIfAbsent(country, EmergencyNumbers::find);
    }

    private static Set<String> find(CountryCode country) {
        ShortNumberInfo numbers = ShortNumberInfo.getInstance();
        return IntStream.rangeClosed(2, MAX_LENGTH)
                .boxed()
                .flatMap(length -> IntStream.range(0, (int) Math.pow(10, length))
                        .mapToObj(number -> String.format("%0" + length + "d", number)))
                .filter(number -> numbers.isEmergencyNumber(number, country.value()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
