package com.phoneunite.testkit;

import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import java.util.Set;

/** What the ledger says that the gateway has of an account, to be compared with the gateway's book. */
final class Books {

    private static final Set<EntryKind> OF_THE_GATEWAY = Set.of(
            EntryKind.RECHARGE,
            EntryKind.REFUND,
            EntryKind.REFUND_RETURNED,
            EntryKind.REVERSAL,
            EntryKind.REVERSAL_RETURNED,
            EntryKind.DISPUTE,
            EntryKind.DISPUTE_WON,
            EntryKind.ARREARS);

    private Books() {}

    /** Recharge credits, less what was taken back and paid of arrears, less what is still in arrears, in minor units. */
    static long inTheLedger(Story story) {
        long entries = story.entries().stream()
                .filter(one -> OF_THE_GATEWAY.contains(one.kind()))
                .mapToLong(LedgerEntry::signedMinor)
                .sum();
        long arrears = story.store
                .core()
                .unitOfWork()
                .view(story.id(), () -> story.store.arrears().openMinor(story.id()));
        return entries - arrears;
    }
}
