package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.metadata.source.RegionMetadataSource;
import com.phoneunite.account.CountryCode;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Rule T2: as long as the emergency numbers of a country are, so far is looked for what begins with an extension. */
class EmergencyNumbersTest {

    /** What libphonenumber keeps and does not tell: another version of it may know longer ones. */
    private static RegionMetadataSource kept() throws IllegalAccessException {
        Field field = Arrays.stream(ShortNumberInfo.class.getDeclaredFields())
                .filter(one -> RegionMetadataSource.class.isAssignableFrom(one.getType()))
                .findFirst()
                .orElseThrow();
        field.setAccessible(true);
        return (RegionMetadataSource) field.get(ShortNumberInfo.getInstance());
    }

    /** Where no lengths are given for emergency numbers they are those of all short numbers of the country. */
    private static int longest(PhoneMetadata country) {
        List<Integer> own = country.getEmergency().getPossibleLengthList();
        return Collections.max(own.isEmpty() ? country.getGeneralDesc().getPossibleLengthList() : own);
    }

    @Test
    void T2_noCountryHasLongerEmergencyNumbersThanAreLookedFor() throws IllegalAccessException {
        RegionMetadataSource kept = kept();
        int seen = 0;
        for (String region : Locale.getISOCountries()) {
            PhoneMetadata known = kept.getMetadataForRegion(region);
            if (known != null) {
                assertThat(EmergencyNumbers.longest(new CountryCode(region)))
                        .as(region)
                        .isGreaterThanOrEqualTo(longest(known));
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(200);
    }
}
