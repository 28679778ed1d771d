package com.phoneunite.account;

import java.util.Optional;

/**
 * The port that keeps accounts. Each method runs inside a unit of work that is open on that account; without one it is a fault.
 */
public interface AccountRepository {

    /** The account, if there is one with that id. */
    Optional<Account> find(AccountId id);

    /** Keeps the account in place of what was kept under its id. */
    void save(Account account);
}
