package com.phoneunite.account;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Rule P2: what may be shown of the card on file, as the gateway tells it. How to charge it is billing's to know; a card number
 * is nobody's.
 *
 * @param brand as the gateway names it, 1 to 40 letters, spaces, dots or dashes, for example {@code "Visa"}: digits are refused,
 *     so a card number cannot be put here
 * @param lastFour four digits
 * @param expiry the last month in which it is valid
 * @param since when it was put on file
 */
public record PaymentMethod(String brand, String lastFour, YearMonth expiry, Instant since) {

    private static final Pattern BRAND = Pattern.compile("\\p{L}[\\p{L} .-]{0,39}");
    private static final Pattern LAST_FOUR = Pattern.compile("[0-9]{4}");

    public PaymentMethod {
        if (!BRAND.matcher(brand).matches()) {
            throw new IllegalArgumentException("a brand is 1 to 40 letters, spaces, dots or dashes");
        }
        if (!LAST_FOUR.matcher(lastFour).matches()) {
            throw new IllegalArgumentException("the last four are four digits");
        }
        Objects.requireNonNull(expiry, "expiry");
        Objects.requireNonNull(since, "since");
    }
}
