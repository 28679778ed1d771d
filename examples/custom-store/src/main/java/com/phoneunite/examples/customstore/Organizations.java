package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.KeyedRequest;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationRepository;
import java.util.List;
import java.util.Optional;

record Organizations(H2UnitOfWork work) implements OrganizationRepository {

    @Override
    public Optional<Organization> find(AccountId account, OrganizationId id) {
        return find("SELECT body FROM organization WHERE account = ? AND id = ?", account, id);
    }

    @Override
    public Optional<Organization> findOpenByName(AccountId account, OrganizationName name) {
        return find("SELECT body FROM organization WHERE account = ? AND open_name = ?", account, name.key());
    }

    @Override
    public Optional<Organization> findByRequest(AccountId account, IdempotencyKey key) {
        return find("SELECT body FROM organization WHERE account = ? AND request = ?", account, key);
    }

    private Optional<Organization> find(String sql, AccountId account, Object key) {
        return work.on(account).find(Organization.class, sql, key);
    }

    @Override
    public int countEver(AccountId account) {
        return work.on(account).count("organization WHERE account = ?");
    }

    @Override
    public int countOpen(AccountId account) {
        return work.on(account).count("organization WHERE account = ? AND open_name IS NOT NULL");
    }

    @Override
    public List<Organization> list(AccountId account, int afterOrdinal, int limit) {
        return work.on(account)
                .page(Organization.class, "organization WHERE account = ?", "ordinal", afterOrdinal, limit);
    }

    @Override
    public void save(Organization one) {
        work.on(one.account())
                .update(
                        "MERGE INTO organization KEY (account, id) VALUES (?, ?, ?, ?, ?, ?)",
                        one.id(),
                        one.ordinal(),
                        Optional.of(one.name().key()).filter(name -> one.isOpen()),
                        one.request().map(KeyedRequest::key),
                        Codec.write(one));
    }
}
