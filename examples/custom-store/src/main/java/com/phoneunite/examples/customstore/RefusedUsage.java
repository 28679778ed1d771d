package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.UsageNeed;
import com.phoneunite.billing.cycle.UsageNeeds;
import java.util.Optional;

record RefusedUsage(H2UnitOfWork work) implements UsageNeeds {

    @Override
    public Optional<UsageNeed> find(AccountId account) {
        return work.on(account).find(UsageNeed.class, "SELECT body FROM usage_need WHERE account = ?");
    }

    @Override
    public void save(AccountId account, Optional<UsageNeed> need) {
        if (need.isPresent()) {
            work.on(account).update("MERGE INTO usage_need VALUES (?, ?)", Codec.write(need.get()));
        } else {
            work.on(account).update("DELETE FROM usage_need WHERE account = ?");
        }
    }
}
