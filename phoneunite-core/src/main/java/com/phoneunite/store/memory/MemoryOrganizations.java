package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.List;
import java.util.Optional;

final class MemoryOrganizations implements OrganizationRepository {

    private final MemoryTable<OrganizationId, Organization> organizations;
    private final MemoryTable<Integer, OrganizationId> byOrdinal;
    private final MemoryTable<String, OrganizationId> openByName;
    private final MemoryTable<IdempotencyKey, OrganizationId> byRequest;

    MemoryOrganizations(InMemoryStore store) {
        organizations = store.table();
        byOrdinal = store.table();
        openByName = store.table();
        byRequest = store.table();
    }

    @Override
    public Optional<Organization> find(AccountId account, OrganizationId id) {
        return organizations.find(account, id);
    }

    @Override
    public Optional<Organization> findOpenByName(AccountId account, OrganizationName name) {
        return openByName.find(account, name.key()).flatMap(id -> find(account, id));
    }

    @Override
    public Optional<Organization> findByRequest(AccountId account, IdempotencyKey key) {
        return byRequest.find(account, key).flatMap(id -> find(account, id));
    }

    @Override
    public int countEver(AccountId account) {
        return organizations.size(account);
    }

    @Override
    public int countOpen(AccountId account) {
        return openByName.size(account);
    }

    @Override
    public List<Organization> list(AccountId account, int afterOrdinal, int limit) {
        return byOrdinal.listAfter(account, afterOrdinal, ordinal -> true, limit).stream()
                .map(id -> find(account, id).orElseThrow())
                .toList();
    }

    @Override
    public void save(Organization organization) {
        AccountId account = organization.account();
        if (organization.isOpen()) {
            requireFree(organization, findOpenByName(account, organization.name()), "name", "O2");
        }
        requireFree(
                organization,
                byOrdinal.find(account, organization.ordinal()).flatMap(id -> find(account, id)),
                "ordinal",
                "O4");
        organization
                .request()
                .ifPresent(made -> requireFree(organization, findByRequest(account, made.key()), "request", "A1"));
        find(account, organization.id())
                .filter(Organization::isOpen)
                .ifPresent(former -> openByName.remove(account, former.name().key()));
        if (organization.isOpen()) {
            openByName.put(account, organization.name().key(), organization.id());
        }
        byOrdinal.put(account, organization.ordinal(), organization.id());
        organization.request().ifPresent(request -> byRequest.put(account, request.key(), organization.id()));
        organizations.put(account, organization.id(), organization);
    }

    private static void requireFree(
            Organization organization, Optional<Organization> holder, String what, String rule) {
        if (holder.filter(other -> !other.id().equals(organization.id())).isPresent()) {
            throw new PhoneUniteFault(
                    "the " + what + " of organization " + organization.id() + " is not unique (" + rule + ")");
        }
    }
}
