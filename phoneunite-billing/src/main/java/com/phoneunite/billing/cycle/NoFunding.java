package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Where there is no auto-recharge. */
enum NoFunding implements FundingTerms {
    INSTANCE;

    @Override
    public boolean isBelowThreshold(AccountId account, long balanceMinor) {
        return false;
    }

    @Override
    public Optional<Instant> nextTry(AccountId account, Supplier<Owed> owed, Instant now) {
        return Optional.empty();
    }
}
