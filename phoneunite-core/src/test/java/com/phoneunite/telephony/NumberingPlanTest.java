package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.CountryCode;
import com.phoneunite.membership.Extension;
import com.phoneunite.refusal.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingPlanTest {

    private final NumberingPlan unitedStates = plan("US");

    private static NumberingPlan plan(String country, String... reserved) {
        return new NumberingPlan(new CountryCode(country), Set.of(reserved));
    }

    private static Optional<String> refusal(NumberingPlan plan, String extension) {
        return plan.assign(new Extension(extension), false, Optional.empty()).map(Refusal::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "101", "2000", "99999", "123456"})
    void T2_anExtensionOfTwoToSixDigitsCanBeGivenOut(String digits) {
        assertThat(refusal(unitedStates, digits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1234567", "12a", "１２", "٣٤", "1 2", "+12", "12\n"})
    void T2_whatIsNotTwoToSixAsciiDigitsIsNoExtension(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Extension(text));
    }

    @ParameterizedTest
    @CsvSource({
        "US,911",
        "US,9110",
        "US,911911",
        "US,112",
        "DE,110",
        "DE,112",
        "DE,1123",
        "GB,999",
        "AU,000",
        "AU,0001",
        "JP,119",
        "BR,190"
    })
    void T2_noExtensionEqualsOrBeginsWithAnEmergencyNumberOfTheCountry(String country, String digits) {
        assertThat(refusal(plan(country), digits)).contains("EXTENSION_RESERVED");
    }

    @ParameterizedTest
    @CsvSource({"US,91", "US,11", "DE,11", "GB,99", "AU,00", "ER,12", "ER,12442", "ER,20160", "FM,3202", "NE,723"})
    void T2_noExtensionIsTheBeginningOfAnEmergencyNumberOrItWouldBeReachedInstead(String country, String digits) {
        assertThat(refusal(plan(country), digits)).contains("EXTENSION_RESERVED");
    }

    @Test
    void T2_anEmergencyNumberOfAnotherCountryIsAnExtensionLikeAnyOther() {
        assertThat(refusal(plan("US"), "190")).isEmpty();
        assertThat(refusal(plan("BR"), "190")).contains("EXTENSION_RESERVED");
        assertThat(refusal(plan("NE"), "320")).isEmpty();
        assertThat(refusal(plan("FM"), "723")).isEmpty();
    }

    @Test
    void T2_aHostMayReserveMore() {
        NumberingPlan plan = plan("US", "0", "77", "2345");
        assertThat(refusal(plan, "01")).contains("EXTENSION_RESERVED");
        assertThat(refusal(plan, "771")).contains("EXTENSION_RESERVED");
        assertThat(refusal(plan, "23")).contains("EXTENSION_RESERVED");
        assertThat(refusal(plan, "78")).isEmpty();
        assertThat(refusal(plan, "24")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> plan("US", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("US", "12x"));
    }

    @Test
    void T2_extensionsAreInTheOrderInWhichTheyAreDialled() {
        assertThat(new Extension("102")).isGreaterThan(new Extension("1013")).isLessThan(new Extension("11"));
    }

    @Test
    void T2_noExtensionIsTheBeginningOfAnotherOne() {
        Extension wanted = new Extension("1012");
        assertThat(NumberingPlan.beginningsOf(wanted)).containsExactly(new Extension("10"), new Extension("101"));
        assertThat(NumberingPlan.beginningsOf(new Extension("10"))).isEmpty();

        Refusal refusal = unitedStates
                .assign(wanted, false, Optional.of(new Extension("101")))
                .orElseThrow();
        assertThat(refusal.code()).isEqualTo("EXTENSION_AMBIGUOUS");
        assertThat(refusal.facts()).isEqualTo(Map.of("extension", "1012", "other", "101"));
    }

    @Test
    void M3_anExtensionThatSomebodyHasIsTaken() {
        Refusal refusal = unitedStates
                .assign(new Extension("101"), true, Optional.empty())
                .orElseThrow();
        assertThat(refusal.code()).isEqualTo("EXTENSION_TAKEN");
        assertThat(refusal.facts()).isEqualTo(Map.of("extension", "101"));
    }

    @Test
    void T2_everyCountryHasANumberingPlanThatLeavesExtensionsToGiveOut() {
        for (String country : Set.of("US", "ZA", "FR", "AQ")) {
            long free = IntStream.range(10, 100)
                    .filter(number -> refusal(plan(country), number + "1").isEmpty())
                    .count();
            assertThat(free).as(country).isGreaterThan(70);
        }
    }
}
