package com.phoneunite.billing.ledger;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The port that keeps ledgers. Each method runs inside a unit of work that is open on that account; without one it is a fault.
 */
public interface LedgerRepository {

    /** Rule A1: opens the ledger of a new account, at zero. */
    void open(AccountId account, CurrencyUnit currency, Instant at);

    /** Where the ledger stands; empty if it was never opened. */
    Optional<LedgerHead> head(AccountId account);

    /**
     * Posts, refuses, or answers with what was posted before, in one atomic step, as {@link BalanceLedger#decide} decides.
     *
     * @throws com.phoneunite.refusal.PhoneUniteFault if the ledger was never opened
     */
    PostingOutcome post(Posting posting);

    /** The entry with that kind and reference. */
    Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference);

    /**
     * The entries of the account in order.
     *
     * @param afterSequence only those with a higher sequence; 0 for all
     * @param limit at most so many
     */
    List<LedgerEntry> list(AccountId account, long afterSequence, int limit);

    /**
     * The entries of the account in order, told by their place in the account's order of events.
     *
     * @param afterPosition only those with a higher position; 0 for all
     * @param limit at most so many
     */
    List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit);
}
