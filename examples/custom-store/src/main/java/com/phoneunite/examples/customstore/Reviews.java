package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.recharge.InReview;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is in review in all accounts. */
final class Reviews {

    private Reviews() {}

    static List<InReview> list(H2UnitOfWork work, String table, Optional<InReview> after, int limit) {
        return work.apart(sql -> sql.rows(
                row -> new InReview(new AccountId(row.getObject(1, UUID.class)), row.getString(2)),
                "SELECT account, id FROM " + table + " WHERE state = 'IN_REVIEW' AND (account, id) > (?, ?)"
                        + " ORDER BY account, id LIMIT ?",
                after.map(one -> one.account().value()).orElse(Sql.BEFORE_ALL),
                after.map(InReview::key).orElse(""),
                limit));
    }
}
