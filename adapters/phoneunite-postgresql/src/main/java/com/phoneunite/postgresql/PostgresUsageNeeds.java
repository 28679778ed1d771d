package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.UsageNeed;
import com.phoneunite.billing.cycle.UsageNeeds;
import java.util.List;
import java.util.Optional;

final class PostgresUsageNeeds extends Repository implements UsageNeeds {

    private static final String FIND = "SELECT minor, since FROM phoneunite.usage_need WHERE account_id = ?";
    private static final String SAVE = Upsert.into("usage_need", List.of("account_id"), List.of("minor", "since"));
    private static final String FORGET = "DELETE FROM phoneunite.usage_need WHERE account_id = ?";

    PostgresUsageNeeds(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<UsageNeed> find(AccountId account) {
        if (ahead(account).isPresent()) {
            return Optional.empty(); // of accounts whose usage was refused nothing is read ahead
        }
        return in(account).find(FIND, row -> new UsageNeed(row.large("minor"), row.moment("since")), account.value());
    }

    @Override
    public void save(AccountId account, Optional<UsageNeed> need) {
        if (need.isPresent()) {
            in(account)
                    .write(SAVE, account.value(), need.get().minor(), need.get().since());
        } else {
            in(account).write(FORGET, account.value());
        }
    }
}
