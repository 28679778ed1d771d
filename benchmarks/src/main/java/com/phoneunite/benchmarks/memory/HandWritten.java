package com.phoneunite.benchmarks.memory;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ledger that somebody would write by hand. Thread-safe. What it enters is compared with what ours does. */
interface HandWritten {

    /** Opens an account with that much. */
    void open(UUID account, long minor);

    /** Deducts where the balance stays above zero, and answers whether that is deducted. */
    boolean post(UUID account, UUID organization, String reference, long minor, Instant happenedAt);

    /** What was deducted from an account, in order. */
    List<Line> lines(UUID account);

    /** An entry in what all ledgers have in common. */
    record Line(long amount, long balanceAfter, String organization, String reference, long micros) {

        /** What ours entered. */
        static Line of(LedgerEntry entry) {
            return new Line(
                    entry.signedMinor(),
                    entry.balanceAfterMinor(),
                    entry.organization().map(OrganizationId::toString).orElse(""),
                    entry.reference(),
                    Moments.microsecondsOf(entry.happenedAt()));
        }
    }
}
