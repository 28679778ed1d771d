package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps users. Each method runs inside a unit of work that is open on that account; without one it is a fault.
 */
public interface UserRepository {

    /** The user with that id in that account, active or not. */
    Optional<User> find(AccountId account, UserId id);

    /** The user with that e-mail address in that account, active or not (rule M1). */
    Optional<User> findByEmail(AccountId account, EmailAddress email);

    /** How many users the account has, active or not. */
    int count(AccountId account);

    /**
     * The users of the account, active or not, by id.
     *
     * @param after only those with a later id; empty for all
     * @param limit at most so many, from 0
     */
    List<User> list(AccountId account, Optional<UserId> after, int limit);

    /** Keeps the user in place of what was kept under their id. An address that another user of the account has is a fault. */
    void save(User user);
}
