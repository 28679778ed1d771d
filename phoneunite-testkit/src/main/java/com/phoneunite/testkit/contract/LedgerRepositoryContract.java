package com.phoneunite.testkit.contract;

/**
 * What the port of the ledger must do: {@link com.phoneunite.billing.ledger.LedgerRepository}. The tests are in its parts, told apart by
 * what they prove.
 */
public interface LedgerRepositoryContract extends LedgerBalances, LedgerReferences, LedgerLists {}
