package com.phoneunite.testkit.simulation;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.testkit.GatewayBook;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A few rules that everybody understands, for the tests of the simulator itself. */
final class SmallAudit implements Audit {

    private static final List<EntryKind> PAYMENTS = List.of(
            EntryKind.RECHARGE,
            EntryKind.REFUND,
            EntryKind.REFUND_RETURNED,
            EntryKind.REVERSAL,
            EntryKind.REVERSAL_RETURNED,
            EntryKind.DISPUTE,
            EntryKind.DISPUTE_WON,
            EntryKind.ARREARS);

    private final BillingStore store;
    private final GatewayBook book;
    private final Set<AccountId> accounts = new TreeSet<>();

    SmallAudit(BillingStore store, GatewayBook book, SimulatedTerms terms) {
        this.store = store;
        this.book = book;
    }

    @Override
    public void touched(AccountId account, Instant now) {
        accounts.add(account);
        store.core().unitOfWork().view(account, () -> {
            long balance = 0;
            for (LedgerEntry entry : store.ledger().list(account, 0, 1_000_000)) {
                balance += entry.signedMinor();
                if (entry.balanceAfterMinor() != balance) {
                    throw new AuditFailure(
                            "B3", "account " + account + ": the balance after " + entry + " is not " + balance);
                }
            }
            return balance;
        });
    }

    @Override
    public void everything(Instant now) {
        Set<String> keys = new HashSet<>();
        Map<String, Long> captured = new HashMap<>();
        for (GatewayBook.Capture capture : book.captures()) {
            if (!keys.add(capture.key())) {
                throw new AuditFailure("P8", capture.key() + " was captured twice");
            }
            captured.put(capture.key(), capture.amount().getAmountMinorLong());
        }
        accounts.forEach(account -> store.core().unitOfWork().execute(account, () -> {
            for (LedgerEntry entry : store.ledger().list(account, 0, 1_000_000)) {
                if (entry.kind() == EntryKind.RECHARGE
                        && captured.getOrDefault(account + "/" + entry.reference(), 0L) != entry.signedMinor()) {
                    throw new AuditFailure("P8", entry + " credits what was not captured");
                }
            }
        }));
    }

    @Override
    public void quiet(Instant now) {
        for (AccountId account : accounts) {
            store.core().unitOfWork().execute(account, () -> {
                Optional<Recharge> open = store.recharges().findUnresolved(account);
                if (open.isPresent()) {
                    throw new AuditFailure("P7", open.get() + " is unresolved and nothing is left to do");
                }
                long credits = store.ledger().list(account, 0, 1_000_000).stream()
                        .filter(one -> PAYMENTS.contains(one.kind()))
                        .mapToLong(LedgerEntry::signedMinor)
                        .sum();
                long arrears = store.arrears().openMinor(account);
                if (credits - arrears != book.netMinor(account)) {
                    throw new AuditFailure(
                            "P9",
                            "account " + account + ": credits " + credits + ", open arrears " + arrears + ", net "
                                    + book.netMinor(account));
                }
            });
        }
    }
}
