package com.phoneunite.billing.page;

import com.phoneunite.billing.ledger.LedgerEntry;
import java.io.IOException;

/**
 * Rule B12: takes a statement part by part and writes it somewhere, so that no statement has to fit into memory: first {@link #begin},
 * then for each section {@link #section} and its entries, then {@link #end}. Where it is not ended, the statement is not whole. Used by
 * one thread, for one statement.
 */
public interface StatementWriter {

    /** Begins the statement. */
    void begin(Statement statement) throws IOException;

    /** Begins the next section, after the entries of the one before it. */
    void section(Statement.Section section) throws IOException;

    /** Writes an entry of the section that was begun last. */
    void entry(LedgerEntry entry) throws IOException;

    /** Ends the statement: all of it was written, and it adds up. */
    void end(Statement statement) throws IOException;
}
