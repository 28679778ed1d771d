package com.phoneunite.billing.recharge;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** What the rules of payment refuse. */
public sealed interface RechargeRefusal extends Refusal {

    /**
     * Rule P5: an attempt of the account is unresolved; until it is settled, no other is started.
     *
     * @param key the key of the attempt
     */
    record RechargeUnresolved(IdempotencyKey key) implements RechargeRefusal {
        @Override
        public String code() {
            return "RECHARGE_UNRESOLVED";
        }

        @Override
        public String rule() {
            return "P5";
        }

        @Override
        public String message() {
            return "a recharge of the account is not settled yet";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("key", key.value());
        }
    }

    /** Rule P1: the gateway knows no card by this token that can be charged. */
    record PaymentMethodRejected() implements RechargeRefusal {
        @Override
        public String code() {
            return "PAYMENT_METHOD_REJECTED";
        }

        @Override
        public String rule() {
            return "P1";
        }

        @Override
        public String message() {
            return "the payment gateway does not accept the payment method";
        }
    }

    /** Rule P1: the gateway gave no answer about the card that can be used; why is in the log. Try again later. */
    record PaymentGatewayUnavailable() implements RechargeRefusal {
        @Override
        public String code() {
            return "PAYMENT_GATEWAY_UNAVAILABLE";
        }

        @Override
        public String rule() {
            return "P1";
        }

        @Override
        public String message() {
            return "the payment gateway gave no answer that can be used; try again later";
        }
    }

    /**
     * Rule P3: the card is needed.
     *
     * @param because why, at least one reason
     */
    record PaymentMethodInUse(List<Reason> because) implements RechargeRefusal {

        /** Why a card is needed. */
        public enum Reason {
            /** An organization other than the first ever is open. */
            FURTHER_ORGANIZATION_OPEN,
            /** A recharge is not settled yet. */
            RECHARGE_UNRESOLVED,
            /** Auto-recharge is on. */
            AUTO_RECHARGE_ON
        }

        public PaymentMethodInUse {
            because = List.copyOf(because);
        }

        @Override
        public String code() {
            return "PAYMENT_METHOD_IN_USE";
        }

        @Override
        public String rule() {
            return "P3";
        }

        @Override
        public String message() {
            return "the payment method is needed and cannot be removed";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("because", because);
        }
    }

    /**
     * Rule X5: the balance would grow beyond its limit.
     *
     * @param limitMinor the limit, in minor units of the account's currency
     */
    record BalanceLimitExceeded(long limitMinor) implements RechargeRefusal {
        @Override
        public String code() {
            return "BALANCE_LIMIT_EXCEEDED";
        }

        @Override
        public String rule() {
            return "X5";
        }

        @Override
        public String message() {
            return "the balance would grow beyond " + limitMinor + " minor units";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("limitMinor", limitMinor);
        }
    }

    /** Rule P5: there is no attempt under that key. */
    record RechargeNotFound() implements RechargeRefusal {
        @Override
        public String code() {
            return "RECHARGE_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "P5";
        }

        @Override
        public String message() {
            return "there is no recharge under that key";
        }
    }

    /**
     * Rule P5: only an attempt that waits for an action of the owner's can be cancelled.
     *
     * @param state where it stands
     */
    record RechargeNotCancellable(RechargeState state) implements RechargeRefusal {
        @Override
        public String code() {
            return "RECHARGE_NOT_CANCELLABLE";
        }

        @Override
        public String rule() {
            return "P5";
        }

        @Override
        public String message() {
            return "only a recharge that waits for an action of the owner's can be cancelled";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("state", state);
        }
    }

    /**
     * Rule P7: the payment gateway does not declare that it can do this.
     *
     * @param ability what it would have to be able to do
     */
    record NotSupportedByGateway(GatewayAbility ability) implements RechargeRefusal {
        @Override
        public String code() {
            return "NOT_SUPPORTED_BY_GATEWAY";
        }

        @Override
        public String rule() {
            return "P7";
        }

        @Override
        public String message() {
            return "the payment gateway does not declare that it can do this";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("ability", ability);
        }
    }

    /** Rule P7: it is not in review, so there is nothing to decide. */
    record NotInReview() implements RechargeRefusal {
        @Override
        public String code() {
            return "NOT_IN_REVIEW";
        }

        @Override
        public String rule() {
            return "P7";
        }

        @Override
        public String message() {
            return "nothing is in review under that key";
        }
    }

    /**
     * Rule P11: a refund is of at most what remains of its recharge.
     *
     * @param remaining what remains
     */
    record RefundExceedsRecharge(Money remaining) implements RechargeRefusal {
        @Override
        public String code() {
            return "REFUND_EXCEEDS_RECHARGE";
        }

        @Override
        public String rule() {
            return "P11";
        }

        @Override
        public String message() {
            return "only " + remaining + " of the recharge remains";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("remaining", remaining);
        }
    }
}
