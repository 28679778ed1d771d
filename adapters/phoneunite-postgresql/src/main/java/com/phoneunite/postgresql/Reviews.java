package com.phoneunite.postgresql;

import com.phoneunite.billing.recharge.InReview;
import java.util.List;
import java.util.Optional;

/** What is in review in all accounts, read from the table that holds it: of its rows only those are seen, and of them only the keys. */
final class Reviews {

    private final Directory directory;
    private final String list;

    Reviews(Directory directory, String table) {
        this.directory = directory;
        this.list = "SELECT account_id, key FROM phoneunite." + table
                + " WHERE state = 'IN_REVIEW' AND (account_id, key) > (?, ?) ORDER BY account_id, key LIMIT ?";
    }

    List<InReview> list(Optional<InReview> after, int limit) {
        return directory.list(
                list,
                row -> new InReview(row.account(), row.text("key")),
                Values.after(after.map(one -> one.account().value())),
                after.map(InReview::key).orElse(""),
                limit);
    }
}
