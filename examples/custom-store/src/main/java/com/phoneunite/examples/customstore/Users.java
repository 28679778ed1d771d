package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.User;
import com.phoneunite.membership.UserRepository;
import java.util.List;
import java.util.Optional;

record Users(H2UnitOfWork work) implements UserRepository {

    @Override
    public Optional<User> find(AccountId account, UserId id) {
        return work.on(account).find(User.class, "SELECT body FROM person WHERE account = ? AND id = ?", id);
    }

    @Override
    public Optional<User> findByEmail(AccountId account, EmailAddress email) {
        return work.on(account)
                .find(User.class, "SELECT body FROM person WHERE account = ? AND email = ?", email.value());
    }

    @Override
    public int count(AccountId account) {
        return work.on(account).count("person WHERE account = ?");
    }

    @Override
    public List<User> list(AccountId account, Optional<UserId> after, int limit) {
        Object from = after.map(UserId::value).orElse(Sql.BEFORE_ALL);
        return work.on(account).page(User.class, "person WHERE account = ?", "id", from, limit);
    }

    @Override
    public void save(User user) {
        work.on(user.account())
                .update(
                        "MERGE INTO person KEY (account, id) VALUES (?, ?, ?, ?)",
                        user.id(),
                        user.email().value(),
                        Codec.write(user));
    }
}
