package com.phoneunite.testkit.jqwik;

import com.phoneunite.account.CountryCode;
import com.phoneunite.membership.Extension;
import com.phoneunite.telephony.NumberingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Extensions (rule T2). */
public final class Extensions {

    private Extensions() {}

    /** Any that can be given out in that country: it has nothing to do with an emergency number. */
    public static Arbitrary<Extension> valid(CountryCode country) {
        NumberingPlan plan = new NumberingPlan(country, Set.of());
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(Extension.MIN_LENGTH)
                .ofMaxLength(Extension.MAX_LENGTH)
                .map(Extension::new)
                .filter(one -> plan.assign(one, false, Optional.empty()).isEmpty());
    }

    /**
     * Some that can be given out in one organization of that country, all of them: none is the beginning of another one.
     *
     * @param most 1 or more
     */
    public static Arbitrary<List<Extension>> freeOfPrefixes(CountryCode country, int most) {
        return valid(country).list().ofMinSize(1).ofMaxSize(3 * most).map(drawn -> {
            List<Extension> free = new ArrayList<>();
            for (Extension one : drawn) {
                if (free.size() < most && free.stream().noneMatch(other -> collide(one.value(), other.value()))) {
                    free.add(one);
                }
            }
            return List.copyOf(free);
        });
    }

    /** What is no extension: too short, too long, or not of digits. */
    public static Arbitrary<String> invalid() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMaxLength(Extension.MIN_LENGTH - 1),
                Arbitraries.strings()
                        .numeric()
                        .ofMinLength(Extension.MAX_LENGTH + 1)
                        .ofMaxLength(40),
                Arbitraries.of("10a", "1 1", "-12", "+12", "1#", "٠١٢", "１２", "12\n"));
    }

    private static boolean collide(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }
}
