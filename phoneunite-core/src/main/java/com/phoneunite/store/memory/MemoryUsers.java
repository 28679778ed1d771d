package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.User;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.List;
import java.util.Optional;

final class MemoryUsers implements UserRepository {

    private final MemoryTable<UserId, User> users;
    private final MemoryTable<String, UserId> byEmail;

    MemoryUsers(InMemoryStore store) {
        users = store.table();
        byEmail = store.table();
    }

    @Override
    public Optional<User> find(AccountId account, UserId id) {
        return users.find(account, id);
    }

    @Override
    public Optional<User> findByEmail(AccountId account, EmailAddress email) {
        return byEmail.find(account, email.value()).flatMap(id -> find(account, id));
    }

    @Override
    public int count(AccountId account) {
        return users.size(account);
    }

    @Override
    public List<User> list(AccountId account, Optional<UserId> after, int limit) {
        return after.map(id -> users.listAfter(account, id, every -> true, limit))
                .orElseGet(() -> users.list(account, limit));
    }

    @Override
    public void save(User user) {
        AccountId account = user.account();
        if (findByEmail(account, user.email())
                .filter(holder -> !holder.id().equals(user.id()))
                .isPresent()) {
            throw new PhoneUniteFault("the e-mail address of user " + user.id() + " is not unique (M1)");
        }
        find(account, user.id())
                .ifPresent(former -> byEmail.remove(account, former.email().value()));
        byEmail.put(account, user.email().value(), user.id());
        users.put(account, user.id(), user);
    }
}
