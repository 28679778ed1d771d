package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccounts;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Rule P7: keeps the directory of accounts that have something to reconcile in step with what they have. Thread-safe. */
final class Checks {

    private final DueAccounts directory;
    private final RechargeRepository recharges;
    private final ReversalRepository reversals;

    Checks(DueAccounts directory, RechargeRepository recharges, ReversalRepository reversals) {
        this.directory = directory;
        this.recharges = recharges;
        this.reversals = reversals;
    }

    /** Lists the account from when it has something to check. Runs inside a unit of work. */
    void schedule(AccountId account) {
        directory.schedule(
                account,
                Stream.of(recharges.nextCheck(account), reversals.nextCheck(account))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()));
    }
}
