package com.phoneunite.account;

import com.phoneunite.refusal.Refusal;
import java.util.Map;

/** What the rules of the account refuse. */
public sealed interface AccountRefusal extends Refusal {

    /** Rule A2: only the owner manages the account. */
    record OwnerRequired() implements AccountRefusal {
        @Override
        public String code() {
            return "OWNER_REQUIRED";
        }

        @Override
        public String rule() {
            return "A2";
        }

        @Override
        public String message() {
            return "only the owner of the account may do this";
        }
    }

    /** Rule O3: a further organization needs a payment method on file; so does a recharge (rule P4). */
    record PaymentMethodRequired() implements AccountRefusal {
        @Override
        public String code() {
            return "PAYMENT_METHOD_REQUIRED";
        }

        @Override
        public String rule() {
            return "O3";
        }

        @Override
        public String message() {
            return "a payment method must be put on file first";
        }
    }

    /**
     * The key was used before for a request with other facts: repeating it would not do what is asked now.
     *
     * @param key the key
     */
    record IdempotencyKeyReused(IdempotencyKey key) implements AccountRefusal {
        @Override
        public String code() {
            return "IDEMPOTENCY_KEY_REUSED";
        }

        @Override
        public String rule() {
            return "A1";
        }

        @Override
        public String message() {
            return "the key was used before for a request with other facts";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("key", key.value());
        }
    }

    /** The operator of a host named an account that does not exist. */
    record AccountNotFound() implements AccountRefusal {
        @Override
        public String code() {
            return "ACCOUNT_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "A1";
        }

        @Override
        public String message() {
            return "there is no such account";
        }
    }

    /** Rule O7: a closed account takes nothing but late outcomes, refunds and disputes. */
    record AccountClosed() implements AccountRefusal {
        @Override
        public String code() {
            return "ACCOUNT_CLOSED";
        }

        @Override
        public String rule() {
            return "O7";
        }

        @Override
        public String message() {
            return "the account is closed";
        }
    }
}
