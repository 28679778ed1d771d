package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import java.util.Optional;

/**
 * The port that keeps payment attempts and the token of the card on file. Each method runs inside a unit of work that is open on
 * that account; without one it is a fault.
 */
public interface RechargeRepository {

    /** The attempt under that key. */
    Optional<Recharge> find(AccountId account, IdempotencyKey key);

    /** Rule P5: the attempt of the account that is unresolved; there is at most one. */
    Optional<Recharge> findUnresolved(AccountId account);

    /** Keeps the attempt in place of what was kept under its key. */
    void save(Recharge recharge);

    /** Rule P2: the token of the card on file. */
    Optional<PaymentToken> card(AccountId account);

    /** Rule P1: keeps the token in place of any other; with none, forgets it. */
    void saveCard(AccountId account, Optional<PaymentToken> token);
}
