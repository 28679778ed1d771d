package com.phoneunite.testkit.audit;

/**
 * Rule P4: how auto-recharge is set, in minor units.
 *
 * @param target what the balance is to reach; 0 where it goes in steps
 * @param step the fixed amount; 0 where it goes up to a target
 */
record Setting(long threshold, long target, long step, long cap) {

    /** Whether something is to be recharged. */
    boolean needs(long balance, long due) {
        return balance < threshold || (due > 0 && balance <= due);
    }

    /** How much, before what the gateway takes is looked at. */
    long amount(long balance, long due) {
        if (step == 0) {
            return due + target - balance;
        }
        long amount = step;
        long missing = due + threshold - balance;
        return missing <= step ? amount : (missing + step - 1) / step * step;
    }
}
