package com.phoneunite.billing.ledger;

import com.phoneunite.refusal.Refusal;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a posting. */
public sealed interface PostingOutcome {

    /** Handles every case. */
    <R> R fold(
            Function<? super LedgerEntry, ? extends R> posted,
            Function<? super LedgerEntry, ? extends R> alreadyPosted,
            Supplier<? extends R> nothingToPost,
            Function<? super Refusal, ? extends R> refused);

    /** Handles every case; posted now and posted before are alike, as they are to a caller who asks again. */
    default <R> R fold(
            Function<? super LedgerEntry, ? extends R> posted,
            Supplier<? extends R> nothingToPost,
            Function<? super Refusal, ? extends R> refused) {
        return this.<R>fold(posted, posted, nothingToPost, refused);
    }

    /**
     * The entry was posted.
     *
     * @param entry the entry
     */
    record Posted(LedgerEntry entry) implements PostingOutcome {
        public Posted {
            Objects.requireNonNull(entry, "entry");
        }

        @Override
        public <R> R fold(
                Function<? super LedgerEntry, ? extends R> posted,
                Function<? super LedgerEntry, ? extends R> alreadyPosted,
                Supplier<? extends R> nothingToPost,
                Function<? super Refusal, ? extends R> refused) {
            return posted.apply(entry);
        }
    }

    /**
     * Rule B3: the same was posted before under this reference; nothing changed.
     *
     * @param entry the first entry
     */
    record AlreadyPosted(LedgerEntry entry) implements PostingOutcome {
        public AlreadyPosted {
            Objects.requireNonNull(entry, "entry");
        }

        @Override
        public <R> R fold(
                Function<? super LedgerEntry, ? extends R> posted,
                Function<? super LedgerEntry, ? extends R> alreadyPosted,
                Supplier<? extends R> nothingToPost,
                Function<? super Refusal, ? extends R> refused) {
            return alreadyPosted.apply(entry);
        }
    }

    /** Rule B2: the amount is zero, which is always covered and posts no entry. */
    record NothingToPost() implements PostingOutcome {
        @Override
        public <R> R fold(
                Function<? super LedgerEntry, ? extends R> posted,
                Function<? super LedgerEntry, ? extends R> alreadyPosted,
                Supplier<? extends R> nothingToPost,
                Function<? super Refusal, ? extends R> refused) {
            return nothingToPost.get();
        }
    }

    /**
     * A rule said no; nothing changed.
     *
     * @param refusal the rule
     */
    record Refused(LedgerRefusal refusal) implements PostingOutcome {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public <R> R fold(
                Function<? super LedgerEntry, ? extends R> posted,
                Function<? super LedgerEntry, ? extends R> alreadyPosted,
                Supplier<? extends R> nothingToPost,
                Function<? super Refusal, ? extends R> refused) {
            return refused.apply(refusal);
        }
    }
}
