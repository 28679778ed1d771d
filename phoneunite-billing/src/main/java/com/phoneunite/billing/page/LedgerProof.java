package com.phoneunite.billing.page;

import com.phoneunite.account.AccountId;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/**
 * What came of recomputing the books of an account. Immutable.
 *
 * @param account the account
 * @param entries how many entries were recomputed
 * @param balance the balance that follows from them
 * @param differences what is wrong, at most {@value #MAX_DIFFERENCES}; empty where everything is right
 * @param found how much is wrong in all
 */
public record LedgerProof(
        AccountId account, long entries, Money balance, List<LedgerDifference> differences, long found) {

    /** The most differences that are told of one account. */
    public static final int MAX_DIFFERENCES = 1_000;

    public LedgerProof {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(balance, "balance");
        differences = List.copyOf(differences);
    }

    /** Whether everything is right. */
    public boolean isRight() {
        return found == 0;
    }
}
