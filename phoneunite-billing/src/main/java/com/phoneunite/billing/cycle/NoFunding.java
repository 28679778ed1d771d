package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Where there is no auto-recharge. */
enum NoFunding implements FundingTerms {
    INSTANCE;

    @Override
    public boolean isBelowThreshold(AccountId account, long balanceMinor) {
        return false;
    }

    @Override
    public Optional<Instant> nextTry(AccountId account, Owed owed, Instant now) {
        return Optional.empty();
    }
}
