package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.CommitUnknownFault;
import java.util.Optional;

/**
 * A commit whose connection was lost before the answer came.
 *
 * @param account whose change it was
 * @param transaction what PostgreSQL knows the transaction by
 * @param life in which life of the server it began, as far as that was known
 * @param fault how the connection was lost
 */
record LostCommit(AccountId account, long transaction, Optional<String> life, PostgresFault fault) {

    /** Nobody can tell any more what has become of it. */
    CommitUnknownFault unknown() {
        return new CommitUnknownFault(
                "it is not known whether a change of account " + account
                        + " was kept, as the connection was lost at its commit: do the same again, under the same key",
                fault);
    }
}
