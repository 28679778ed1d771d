package com.phoneunite.billing.ledger;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * The port that keeps ledgers. Each method runs inside a unit of work that is open on that account; without one it is a fault.
 */
public interface LedgerRepository {

    /** Rule A1: opens the ledger of a new account, at zero. One that is there already is a fault. */
    void open(AccountId account, CurrencyUnit currency, Instant at);

    /** Where the ledger stands; empty if it was never opened. */
    Optional<LedgerHead> head(AccountId account);

    /**
     * Posts, refuses, or answers with what was posted before, in one atomic step, as {@link BalanceLedger#decide} decides.
     *
     * @throws com.phoneunite.refusal.PhoneUniteFault if the ledger was never opened
     */
    PostingOutcome post(Posting posting);

    /**
     * Posts many in one atomic step, in their order: each is decided on what those before it left, and what is refused keeps none of
     * the others from being posted.
     *
     * @param postings all of the account on which the unit of work is open
     * @return what became of each, in their order
     * @throws com.phoneunite.refusal.PhoneUniteFault if the ledger was never opened
     */
    default List<PostingOutcome> postAll(List<Posting> postings) {
        return postings.stream().map(this::post).toList();
    }

    /** The entry with that kind and reference. */
    Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference);

    /**
     * The entries of the account in order.
     *
     * @param afterSequence only those with a higher sequence; 0 for all
     * @param limit at most so many, from 0
     */
    List<LedgerEntry> list(AccountId account, long afterSequence, int limit);

    /**
     * The entries for one organization in order, or those for the account as a whole.
     *
     * @param organization the organization; empty for entries that are for no organization
     * @param afterSequence only those with a higher sequence; 0 for all
     * @param limit at most so many, from 0
     */
    List<LedgerEntry> listOf(AccountId account, Optional<OrganizationId> organization, long afterSequence, int limit);

    /**
     * Where the ledger stood at the moment, with nothing in it that was recorded at that moment or later: the balance as of a time. Empty
     * where nothing had been recorded yet. Recorded times never decrease, so it takes no more than a search by halves, however long
     * the ledger is.
     */
    Optional<LedgerHead> headBefore(AccountId account, Instant moment);

    /**
     * The sum of the entries for one organization, or of those for the account as a whole, in minor units. Takes no more than a search
     * by halves, however long the ledger is.
     *
     * @param organization the organization; empty for entries that are for no organization
     * @param afterSequence only those with a higher sequence
     * @param untilSequence only those with this sequence or a lower one
     */
    long sumMinor(AccountId account, Optional<OrganizationId> organization, long afterSequence, long untilSequence);

    /**
     * The sums of the entries for some organizations, as {@link #sumMinor} tells each. As a rule a store reads them at once; this reads
     * one by one.
     *
     * @param organizations each once, up to 10,000 of them: as many as an account ever has
     * @param afterSequence only those with a higher sequence
     * @param untilSequence only those with this sequence or a lower one
     * @return the sum of each; 0 where it has no entries
     */
    default Map<OrganizationId, Long> sumsMinor(
            AccountId account, Collection<OrganizationId> organizations, long afterSequence, long untilSequence) {
        return organizations.stream()
                .collect(Collectors.toMap(
                        Function.identity(), one -> sumMinor(account, Optional.of(one), afterSequence, untilSequence)));
    }

    /**
     * The accounts that have a ledger, by id, for who proves them all. Runs outside any unit of work.
     *
     * @param after only those with a later id; empty for all
     * @param limit at most so many, from 0
     */
    List<AccountId> accounts(Optional<AccountId> after, int limit);

    /**
     * The entries of the account in order, told by their place in the account's order of events.
     *
     * @param afterPosition only those with a higher position; 0 for all
     * @param limit at most so many, from 0
     */
    List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit);
}
