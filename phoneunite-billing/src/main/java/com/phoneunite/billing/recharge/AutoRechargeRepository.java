package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import java.util.Optional;

/**
 * The port that keeps how auto-recharge stands in each account. Each method runs inside a unit of work that is open on that account;
 * without one it is a fault.
 */
public interface AutoRechargeRepository {

    /** How it stands; empty where it was never set. */
    Optional<AutoRechargeStanding> find(AccountId account);

    /** Keeps it in place of the former. */
    void save(AutoRechargeStanding standing);
}
