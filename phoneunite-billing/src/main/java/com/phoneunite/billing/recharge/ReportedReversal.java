package com.phoneunite.billing.recharge;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.input.InputRule;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.joda.money.Money;

/**
 * Rule P11: a refund or dispute that a gateway reports as done on what was captured. Immutable.
 *
 * @param kind which of the two
 * @param reference what the gateway tells it apart by, among those of its kind: 1 to 100 visible ASCII characters
 * @param amount how much was taken back, more than 0
 * @param returned whether the money has come back since: the dispute was won, or the refund has failed after all
 */
public record ReportedReversal(Kind kind, String reference, Money amount, boolean returned) {

    /** What takes captured money back. */
    public enum Kind {
        /** A refund, whoever made it. */
        REFUND,
        /** A dispute, also called chargeback: the customer's bank took the money back. */
        DISPUTE
    }

    public ReportedReversal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(amount, "amount");
    }

    /** A refund that is done. */
    public static ReportedReversal refund(String reference, Money amount) {
        return new ReportedReversal(Kind.REFUND, reference, amount, false);
    }

    /** A dispute for which the money was taken. */
    public static ReportedReversal dispute(String reference, Money amount) {
        return new ReportedReversal(Kind.DISPUTE, reference, amount, false);
    }

    /** The same, with the money back: the dispute was won, or the refund has failed after all. */
    public ReportedReversal broughtBack() {
        return new ReportedReversal(kind, reference, amount, true);
    }

    /** What can be a reversal; anything else is refused, or where a gateway tells it, no answer. */
    public static final class Rule implements InputRule<ReportedReversal> {
        @Override
        public void check(ReportedReversal value, BiConsumer<String, String> report) {
            new IdempotencyKey.Rule().check(value.reference(), report);
            if (!value.amount().isPositive()) {
                report.accept("NOT_POSITIVE", "must be more than zero");
            }
            if (value.amount().isGreaterThan(Money.ofMinor(value.amount().getCurrencyUnit(), Posting.MAX_MINOR))) {
                report.accept("TOO_LARGE", "must be at most " + Posting.MAX_MINOR + " minor units");
            }
        }
    }
}
