package com.phoneunite.store.memory;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRepository;
import java.util.Optional;

final class MemoryAccounts implements AccountRepository {

    private final MemoryValue<Account> accounts;

    MemoryAccounts(InMemoryStore store) {
        accounts = store.value();
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return accounts.get(id);
    }

    @Override
    public void save(Account account) {
        accounts.set(account.id(), account);
    }
}
