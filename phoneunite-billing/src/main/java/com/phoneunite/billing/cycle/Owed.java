package com.phoneunite.billing.cycle;

import com.phoneunite.billing.ledger.BalanceLedger;

/**
 * Rule P4: what an account owes that a recharge would have to pay, beside its balance. Arrears are not among it. All in minor units of
 * the account's currency, from 0.
 *
 * @param balanceMinor the balance
 * @param dueMinor periods that are due and not paid, recorded as past due or not
 * @param returnsMinor what the returns from suspension would cost now; 0 while the account is in arrears, which no return precedes
 * @param usageMinor the usage that was refused last and is not covered yet
 */
public record Owed(long balanceMinor, long dueMinor, long returnsMinor, long usageMinor) {

    public Owed {
        if (balanceMinor < 0 || dueMinor < 0 || returnsMinor < 0 || usageMinor < 0) {
            throw new IllegalArgumentException("nothing that is owed is negative");
        }
    }

    /** All of it. */
    public long totalMinor() {
        return Math.addExact(Math.addExact(dueMinor, returnsMinor), usageMinor);
    }

    /** The same but for the usage that was refused. */
    public Owed withoutUsage() {
        return new Owed(balanceMinor, dueMinor, returnsMinor, 0);
    }

    /** Rule B2: whether the balance covers all of it. */
    public boolean isCovered() {
        return BalanceLedger.covers(balanceMinor, totalMinor());
    }
}
