package com.phoneunite.postgresql;

/**
 * Finds an entry by what never falls along the sequences of an account's ledger, as positions and the times of recording, without an index
 * of that. Each step halves the sequences that are left, whether or not an entry is seen at each of them: where some are hidden or lost, what
 * is found is what an index would find among the others.
 */
final class EntrySearch {

    /**
     * The sequence of the last entry of which something is true, 0 where it is true of none: to be completed by a column, a
     * comparison that is true of the entries up to some and of none behind them, and a parameter. Takes the account twice before that.
     * An entry is looked for in the lower half; {@code LIMIT} keeps that a walk along the primary key.
     */
    static final String THE_LAST = """
        WITH RECURSIVE search (low, high, last) AS (
            SELECT 0::bigint, entries, 0::bigint FROM phoneunite.account_head WHERE account_id = ?
            UNION ALL
            SELECT CASE WHEN is_behind THEN low ELSE (low + high + 1) / 2 END,
                CASE WHEN is_behind THEN middle.sequence - 1 ELSE high END,
                CASE WHEN is_behind THEN last ELSE coalesce(middle.sequence, last) END
            FROM search LEFT JOIN LATERAL (SELECT sequence, position, recorded_at FROM phoneunite.ledger_entry
                WHERE account_id = ? AND sequence > low AND sequence <= (low + high + 1) / 2
                ORDER BY sequence DESC LIMIT 1) AS middle ON true
            CROSS JOIN LATERAL (SELECT NOT coalesce(middle.%s, true) AS is_behind) AS judged WHERE low < high),
        found AS (SELECT last AS sequence FROM search WHERE low >= high)
        """;

    private EntrySearch() {}
}
