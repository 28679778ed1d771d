package com.phoneunite.telephony;

import com.phoneunite.account.CountryCode;
import com.phoneunite.input.InputRule;
import com.phoneunite.membership.Extension;
import com.phoneunite.refusal.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rule T2: which extensions an organization can give out. No extension is a prefix of another one, or what is dialled would be
 * ambiguous; none gets in the way of an emergency number of the account's country, or of what the host reserves. Immutable.
 *
 * @param country the account's country
 * @param reserved digits that no extension equals, begins with, or is the beginning of; for example {@code "0"} for an operator
 */
public record NumberingPlan(CountryCode country, Set<String> reserved) {

    /** The most digits of something reserved. */
    public static final int MAX_RESERVED_LENGTH = 10;

    /** The most characters of what is dialled. */
    public static final int MAX_DIALLED = 32;

    public NumberingPlan {
        Objects.requireNonNull(country, "country");
        reserved = reserved(reserved);
    }

    /**
     * What a host reserves.
     *
     * @throws IllegalArgumentException if something is not 1 to {@value #MAX_RESERVED_LENGTH} digits
     */
    public static Set<String> reserved(Collection<String> digitStrings) {
        Set<String> reserved = Set.copyOf(digitStrings);
        if (!reserved.stream().allMatch(digits -> digits.matches("[0-9]{1," + MAX_RESERVED_LENGTH + "}"))) {
            throw new IllegalArgumentException("what is reserved is 1 to " + MAX_RESERVED_LENGTH + " digits");
        }
        return reserved;
    }

    /**
     * The extensions in use with which this one would be ambiguous: those to ask for before {@link #assign}.
     *
     * @return its proper beginnings, shortest first
     */
    public static List<Extension> beginningsOf(Extension wanted) {
        return IntStream.range(Extension.MIN_LENGTH, wanted.value().length())
                .mapToObj(length -> new Extension(wanted.value().substring(0, length)))
                .toList();
    }

    /**
     * Whether the extension can be given out.
     *
     * @param taken whether somebody has it
     * @param ambiguous an extension in use that is a proper beginning of it, or that it is a proper beginning of
     */
    public Optional<Refusal> assign(Extension wanted, boolean taken, Optional<Extension> ambiguous) {
        if (EmergencyNumbers.collideWith(wanted, country)
                || reserved.stream().anyMatch(digits -> collide(wanted.value(), digits))) {
            return Optional.of(new TelephonyRefusal.ExtensionReserved(wanted));
        }
        if (taken) {
            return Optional.of(new TelephonyRefusal.ExtensionTaken(wanted));
        }
        return ambiguous.map(other -> new TelephonyRefusal.ExtensionAmbiguous(wanted, other));
    }

    /** Whether what is dialled is an emergency number of the country. */
    public boolean isEmergency(String dialled) {
        return EmergencyNumbers.is(dialled, country);
    }

    private static boolean collide(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** The text can be dialled. */
    public static final class DialledRule implements InputRule<String> {

        private static final Pattern KEYS = Pattern.compile("[0-9*#+]{1," + MAX_DIALLED + "}");

        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!KEYS.matcher(value).matches()) {
                report.accept("NOT_DIALLABLE", "must be 1 to " + MAX_DIALLED + " keys of a phone");
            }
        }
    }
}
