package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import java.util.Objects;
import java.util.Optional;

/**
 * Rule P8: that something has become of a request, as a gateway says and has proved that it says. What has become of it is looked up.
 *
 * @param id what the gateway tells its notifications apart by; the same one again is a repetition
 * @param key the {@link PaymentRequest#key()} of the charge that it is about
 */
public record VerifiedNotification(String id, String key) {

    public VerifiedNotification {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
    }

    /** The account whose charge it is about; empty where the key is none of ours. */
    Optional<AccountId> account() {
        int slash = key.indexOf('/');
        try {
            return slash < 0 ? Optional.empty() : Optional.of(AccountId.parse(key.substring(0, slash)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The attempt in its account; empty where the key is none of ours. */
    Optional<IdempotencyKey> attempt() {
        try {
            return Optional.of(new IdempotencyKey(key.substring(key.indexOf('/') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
