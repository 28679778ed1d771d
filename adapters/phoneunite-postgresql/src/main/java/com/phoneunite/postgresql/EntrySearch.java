package com.phoneunite.postgresql;

/**
 * Finds an entry by what never falls along an account's ledger, as its positions and the times of recording, without an index of that:
 * sequences are counted without a gap (B3), so that each step looks at the middle one of those that are left.
 */
final class EntrySearch {

    /**
     * The sequence of the last entry of which something is true, 0 where it is true of none: to be completed by a column, a
     * comparison that is true of the entries up to some and of none behind them, and a parameter. Takes the account twice before that.
     */
    static final String THE_LAST = """
        WITH RECURSIVE search (low, high) AS (
            SELECT 0::bigint, entries FROM phoneunite.account_head WHERE account_id = ?
            UNION ALL
            SELECT CASE WHEN is_so THEN middle.sequence ELSE low END, CASE WHEN is_so THEN high ELSE middle.sequence - 1 END
            FROM search CROSS JOIN LATERAL (SELECT sequence, position, recorded_at FROM phoneunite.ledger_entry
                WHERE account_id = ? AND sequence = (low + high + 1) / 2 LIMIT 1) AS middle
            CROSS JOIN LATERAL (SELECT middle.%s AS is_so) AS judged WHERE low < high),
        found AS (SELECT low AS sequence FROM search WHERE low = high)
        """;

    private EntrySearch() {}
}
