package com.phoneunite.account;

import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A request made under a key of the caller's (rule A1): kept with what it made, so that the same request again finds it, and
 * another request under the same key is noticed. Of the facts only a fingerprint is kept.
 *
 * @param key the caller's key
 * @param fingerprint SHA-256 over the request's facts, in lower-case hexadecimal
 */
public record KeyedRequest(IdempotencyKey key, String fingerprint) {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    public KeyedRequest {
        Objects.requireNonNull(key, "key");
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("a fingerprint is 64 hexadecimal digits");
        }
    }

    /**
     * The request with that key and those facts.
     *
     * @param operation what is asked for
     * @param facts what decides what it makes, each in its normal form
     */
    public static KeyedRequest of(IdempotencyKey key, String operation, String... facts) {
        return new KeyedRequest(key, HexFormat.of().formatHex(DerivedId.digest(operation, facts)));
    }
}
