package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rule P11: how arrears arise, are paid and are forgiven. Runs in the unit of work that is open on the account. */
record ArrearsBook(CycleBooks books, ArrearsRepository arrears) {

    private static final int BATCH = 100;

    boolean anyOpen(AccountId account) {
        return arrears.openMinor(account) > 0;
    }

    /**
     * Records arrears. The same again changes nothing.
     *
     * @return whether they are new
     */
    boolean owe(Change change, String reference, long minor) {
        Optional<Arrear> known = arrears.find(change.account(), reference);
        if (known.isPresent()) {
            if (known.get().minor() != minor) {
                throw new PhoneUniteFault("the arrears " + reference + " of account " + change.account() + " are of "
                        + known.get().minor() + " minor units, not of " + minor);
            }
            return false;
        }
        arrears.save(new Arrear(change.account(), reference, change.at(), minor, minor, 0));
        books.record(change, new CycleEvent.ArrearsRecorded(reference, money(change.account(), minor)));
        return true;
    }

    /**
     * Cancels what is left of arrears.
     *
     * @return how much that was, in minor units
     */
    long forgive(Change change, String reference) {
        long left = arrears.find(change.account(), reference)
                .filter(Arrear::isOpen)
                .map(arrear -> {
                    arrears.save(arrear.forgiven());
                    return arrear.leftMinor();
                })
                .orElse(0L);
        if (left > 0) {
            books.record(change, new CycleEvent.ArrearsForgiven(reference, money(change.account(), left)));
        }
        return left;
    }

    /** Pays arrears, the oldest first, in part too, and leaves one minor unit. */
    void pay(Change occasion) {
        AccountId account = occasion.account();
        Change change = new Change(account, Actor.system(), occasion.at());
        List<Arrear> open;
        do {
            open = arrears.open(account, BATCH);
            for (Arrear arrear : open) {
                long part = Math.min(arrear.leftMinor(), books.head(account).balanceMinor() - 1);
                if (part <= 0) {
                    return;
                }
                pay(arrear, part, change);
            }
        } while (!open.isEmpty());
    }

    private void pay(Arrear arrear, long part, Change change) {
        Instant happenedAt = change.at();
        books.post(
                change,
                EntryKind.ARREARS,
                Optional.empty(),
                money(change.account(), part),
                arrear.nextPayment(),
                happenedAt);
        arrears.save(arrear.paid(part));
    }

    private Money money(AccountId account, long minor) {
        CurrencyUnit currency = books.head(account).currency();
        return Money.ofMinor(currency, minor);
    }
}
