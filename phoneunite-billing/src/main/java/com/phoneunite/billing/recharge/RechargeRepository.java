package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The port that keeps payment attempts and the token of the card on file. Each method but {@link #inReview} runs inside a unit of work
 * that is open on that account; without one it is a fault. The order of keys is that of their ASCII characters, whatever the language of a
 * database.
 */
public interface RechargeRepository {

    /** The attempt under that key. */
    Optional<Recharge> find(AccountId account, IdempotencyKey key);

    /** Rule P5: the attempt of the account that is unresolved; there is at most one. */
    Optional<Recharge> findUnresolved(AccountId account);

    /** Rule P5: whether an attempt of the account is in review. */
    boolean anyInReview(AccountId account);

    /**
     * The attempts of the account in the order in which they were recorded, then of their keys.
     *
     * @param after only those behind this one; empty for all
     * @param limit at most so many, from 0
     */
    List<Recharge> list(AccountId account, Optional<RechargeCursor> after, int limit);

    /**
     * Rule P7: the attempts that are to be checked at that moment or before, all of them, in the order of their checks and then of their
     * keys.
     */
    List<Recharge> toCheck(AccountId account, Instant until);

    /** Rule P7: when the next attempt is to be checked. */
    Optional<Instant> nextCheck(AccountId account);

    /**
     * Rule P4: the sum of what was asked for in minor units, of attempts in these states.
     *
     * @param from only those recorded at that moment or later
     * @param until only those recorded before that moment
     */
    long sumMinor(AccountId account, Instant from, Instant until, Set<RechargeState> states);

    /**
     * Keeps the attempt in place of what was kept under its key, whatever its state was: a capture counts however late it is told (rule P8).
     *
     * @throws com.phoneunite.refusal.PhoneUniteFault if it is unresolved, and another one of the account is (rule P5)
     */
    void save(Recharge recharge);

    /**
     * Rule P8: notes that a notification about an attempt has come, and changes nothing else of it. The last {@value
     * #MAX_NOTIFICATIONS} of an attempt are kept, those before them forgotten.
     *
     * @return false where it was noted before, and is kept
     */
    boolean note(AccountId account, IdempotencyKey attempt, String notification);

    /** How many notifications of an attempt are kept. */
    int MAX_NOTIFICATIONS = 100;

    /** Rule P2: the token of the card on file. */
    Optional<PaymentToken> card(AccountId account);

    /** Rule P1: keeps the token in place of any other; with none, forgets it. */
    void saveCard(AccountId account, Optional<PaymentToken> token);

    /**
     * Rule P7: the attempts of all accounts that are in review, told by their keys, by account and key. Holds no fact, only where to
     * look. Runs outside any unit of work.
     *
     * @param after only those behind this one; empty for all
     * @param limit at most so many, from 0
     */
    List<InReview> inReview(Optional<InReview> after, int limit);
}
