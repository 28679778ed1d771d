package com.phoneunite.examples.customstore;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRepository;
import java.util.Optional;

record Accounts(H2UnitOfWork work) implements AccountRepository {

    @Override
    public Optional<Account> find(AccountId id) {
        return work.on(id).find(Account.class, "SELECT body FROM account WHERE account = ?");
    }

    @Override
    public void save(Account account) {
        work.on(account.id()).update("MERGE INTO account VALUES (?, ?)", Codec.write(account));
    }
}
