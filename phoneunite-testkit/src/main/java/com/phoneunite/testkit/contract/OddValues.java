package com.phoneunite.testkit.contract;

import com.phoneunite.account.CountryCode;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.DisplayName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;

/** What an adapter must give back as it was, and what an order must not hang on: drawn from a seed, so a test is the same each time. */
final class OddValues {

    /** Names that look the same, each pair. */
    static final List<List<DisplayName>> ALIKE = List.of(
            alike("Brand", "bRAND"),
            alike("Straße GmbH", "STRASSE GMBH"),
            alike("ΟΔΟΣ", "οδος"),
            alike("Café d'Été", "CAFÉ D'ÉTÉ"),
            alike("Ключ", "КЛЮЧ"),
            alike("Sales\u200b", "sales"));

    private static final List<String> SCRIPTS = List.of(
            "Zoë & Sons, \"LLC\"; --",
            "100 %_ \\ 'tis",
            "שלום עולם",
            "مرحبا بالعالم",
            "\u200fשלום\u200e abc",
            "株式会社 電話",
            "Ελληνικά ΣΑΣ",
            "ñ ø ß ł İ ı",
            "👩‍👩‍👧‍👦 family 🏴‍☠️",
            "🇺🇳📞☎️",
            "नमस्ते दुनिया",
            "𝄞𐍈𠜎",
            "null",
            "{\"a\":1}");

    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("1970-01-01T00:00:00.000001Z"),
            Instant.parse("1999-12-31T23:59:59.999999Z"),
            Instant.parse("2024-02-29T12:00:00.123456Z"),
            Instant.parse("2026-03-29T01:30:00.5Z"),
            Instant.parse("2038-01-19T03:14:08.000010Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"));

    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    private static final List<CurrencyUnit> CURRENCIES = CurrencyUnit.registeredCurrencies().stream()
            .filter(currency -> !currency.isPseudoCurrency())
            .toList();

    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    private final SplittableRandom random;

    OddValues(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from the first one on, before the second one. */
    int between(int first, int end) {
        return random.nextInt(first, end);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The same in another order. */
    <T> List<T> shuffled(List<T> all) {
        List<T> others = new ArrayList<>(all);
        Collections.shuffle(others, new Random(random.nextLong()));
        return others;
    }

    /** A moment with microseconds, of the years 1970 to 9999. */
    Instant moment() {
        return between(0, 3) == 0
                ? oneOf(MOMENTS)
                : Instant.EPOCH.plus(random.nextLong(253_402_300_800_000_000L), ChronoUnit.MICROS);
    }

    ZoneId zone() {
        return ZoneId.of(oneOf(ZONES));
    }

    CurrencyUnit currency() {
        return oneOf(CURRENCIES);
    }

    CountryCode country() {
        return new CountryCode(oneOf(COUNTRIES));
    }

    /** So many names, of which no two look the same. The first has the most code points, all of them beyond 16 bits. */
    List<DisplayName> names(int count) {
        List<DisplayName> names = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (names.size() < count) {
            DisplayName name = names.isEmpty() ? longest() : name();
            if (keys.add(name.key())) {
                names.add(name);
            }
        }
        return names;
    }

    /** A text of 1 to so many code points, with line breaks. */
    String text(int mostCodePoints) {
        StringBuilder text = new StringBuilder();
        for (int count = 0; count < mostCodePoints; ) {
            String more = oneOf(SCRIPTS) + '\n';
            text.append(more);
            count += more.codePointCount(0, more.length());
        }
        return text.substring(0, text.offsetByCodePoints(0, mostCodePoints)).strip();
    }

    /** An address in its normal form; those with another number are others. */
    EmailAddress email(int number) {
        String local = oneOf(List.of("user", "o'brien+%_", "用户", "ünï.cödé", "😀", "x".repeat(50)));
        String domain = oneOf(List.of("example.com", "例え.jp", "a-b.example.org", "d".repeat(180) + ".example"));
        return EmailAddress.parse(local + number + "@" + domain);
    }

    /** So many keys, of which some differ by their case alone. */
    List<IdempotencyKey> keys(int count) {
        List<IdempotencyKey> keys = new ArrayList<>();
        for (int number = 0; keys.size() < count; number++) {
            String key = "Key-" + number + visible(between(0, 90));
            keys.add(new IdempotencyKey(key));
            keys.add(new IdempotencyKey(key.replace("Key", "kEY")));
        }
        return keys.subList(0, count);
    }

    /** So many visible ASCII characters. */
    String visible(int length) {
        return random.ints(length, '!', '~' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** So many of these characters. */
    String of(String characters, int length) {
        return random.ints(length, 0, characters.length())
                .map(characters::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A hash in lower-case hexadecimal. */
    String hash() {
        return of("0123456789abcdef", 64);
    }

    /** So many bytes. */
    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private DisplayName name() {
        String name = oneOf(SCRIPTS) + ' ' + oneOf(SCRIPTS) + between(0, 1_000_000);
        return DisplayName.parse(name);
    }

    private DisplayName longest() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < DisplayName.MAX_CODE_POINTS; i++) {
            name.appendCodePoint(between(0x1F600, 0x1F640));
        }
        return DisplayName.parse(name.toString());
    }

    private static List<DisplayName> alike(String one, String other) {
        return List.of(DisplayName.parse(one), DisplayName.parse(other));
    }
}
