package com.phoneunite.billing;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.refusal.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Rule B10: what became of one usage of many. */
public sealed interface UsageOutcome {

    /** Handles every case. */
    <R> R fold(
            Function<? super Deducted, ? extends R> deducted,
            Function<? super DeductedBefore, ? extends R> deductedBefore,
            Supplier<? extends R> nothingToDeduct,
            Function<? super Refused, ? extends R> refused);

    /** What became of it, told from what became of its posting. */
    static UsageOutcome of(PostingOutcome outcome) {
        return outcome.fold(Deducted::new, DeductedBefore::new, NothingToDeduct::new, Refused::new);
    }

    /** The entry, posted now or before, if there is one. */
    default Optional<LedgerEntry> entry() {
        return fold(
                now -> Optional.of(now.posted()),
                before -> Optional.of(before.posted()),
                Optional::empty,
                refused -> Optional.empty());
    }

    /** The rule that said no, if one did. */
    default Optional<Refusal> refusal() {
        return fold(
                now -> Optional.empty(),
                before -> Optional.empty(),
                Optional::empty,
                refused -> Optional.of(refused.rule()));
    }

    /**
     * It was deducted.
     *
     * @param posted the entry
     */
    record Deducted(LedgerEntry posted) implements UsageOutcome {
        public Deducted {
            Objects.requireNonNull(posted, "posted");
        }

        @Override
        public <R> R fold(
                Function<? super Deducted, ? extends R> deducted,
                Function<? super DeductedBefore, ? extends R> deductedBefore,
                Supplier<? extends R> nothingToDeduct,
                Function<? super Refused, ? extends R> refused) {
            return deducted.apply(this);
        }
    }

    /**
     * Rule B3: the same was deducted before under this reference; nothing changed.
     *
     * @param posted the first entry
     */
    record DeductedBefore(LedgerEntry posted) implements UsageOutcome {
        public DeductedBefore {
            Objects.requireNonNull(posted, "posted");
        }

        @Override
        public <R> R fold(
                Function<? super Deducted, ? extends R> deducted,
                Function<? super DeductedBefore, ? extends R> deductedBefore,
                Supplier<? extends R> nothingToDeduct,
                Function<? super Refused, ? extends R> refused) {
            return deductedBefore.apply(this);
        }
    }

    /** Rule B2: the amount is zero, which posts no entry. */
    record NothingToDeduct() implements UsageOutcome {
        @Override
        public <R> R fold(
                Function<? super Deducted, ? extends R> deducted,
                Function<? super DeductedBefore, ? extends R> deductedBefore,
                Supplier<? extends R> nothingToDeduct,
                Function<? super Refused, ? extends R> refused) {
            return nothingToDeduct.get();
        }
    }

    /**
     * A rule said no; of this usage, nothing was deducted.
     *
     * @param rule the rule: {@code ACCOUNT_NOT_FOUND}, {@code ORGANIZATION_NOT_FOUND}, {@code CURRENCY_MISMATCH}, {@code
     *     REFERENCE_REUSED} or {@code BALANCE_TOO_LOW}
     */
    record Refused(Refusal rule) implements UsageOutcome {
        public Refused {
            Objects.requireNonNull(rule, "rule");
        }

        @Override
        public <R> R fold(
                Function<? super Deducted, ? extends R> deducted,
                Function<? super DeductedBefore, ? extends R> deductedBefore,
                Supplier<? extends R> nothingToDeduct,
                Function<? super Refused, ? extends R> refused) {
            return refused.apply(this);
        }
    }
}
