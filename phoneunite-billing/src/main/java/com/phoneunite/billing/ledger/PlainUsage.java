package com.phoneunite.billing.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The port that posts usage in one step, where nothing but its postings is to be done (rule B10): the organization is open, the
 * reference is new, the amount is more than zero and in the currency of the ledger, the balance covers it, and afterwards it is not below
 * the threshold of an auto-recharge that is on. What is anything else is left alone, and takes a unit of work in which that is decided and
 * noted. What several threads ask for at the same moment may be posted together, as long as each is told its own. Thread-safe.
 */
public interface PlainUsage {

    /** For a store that has no step shorter than a unit of work: it leaves everything alone. */
    PlainUsage NONE =
            usage -> usage.stream().map(one -> Optional.<LedgerEntry>empty()).toList();

    /**
     * Posts the usage of each account as a change of its own: all that is given of the account, in its order, or nothing of it. A store
     * may leave alone what it likes, so that nobody depends on more than it can do in one step. Runs outside any unit of work.
     *
     * @param usage one posting or more, each of the kind {@link EntryKind#USAGE}
     * @return for each posting, in their order, its entry, which was posted now; empty where nothing of its account was, or where that is
     *     not known: whoever asks again under the same references in a unit of work is told
     * @throws com.phoneunite.store.UnitOfWorkFault if a unit of work is open on this thread
     * @throws com.phoneunite.refusal.PhoneUniteFault where the store does not answer, and nothing is known to be posted; to ask again under
     *     the same references is safe
     */
    List<Optional<LedgerEntry>> post(List<Posting> usage);
}
