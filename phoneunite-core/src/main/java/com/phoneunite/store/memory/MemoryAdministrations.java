package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

final class MemoryAdministrations implements AdministrationRepository {

    private final MemoryTable<PairKey, Administration> byOrganization;
    private final MemoryTable<PairKey, Administration> byUser;

    MemoryAdministrations(InMemoryStore store) {
        byOrganization = store.table();
        byUser = store.table();
    }

    @Override
    public Optional<Administration> find(AccountId account, OrganizationId organization, UserId user) {
        return byOrganization.find(account, new PairKey(organization.value(), user.value()));
    }

    @Override
    public List<Administration> listOf(
            AccountId account, OrganizationId organization, Optional<UserId> after, int limit) {
        PairKey from = PairKey.after(organization.value(), after.map(UserId::value));
        return byOrganization.listAfter(account, from, key -> key.first().equals(organization.value()), limit);
    }

    @Override
    public List<Administration> heldBy(AccountId account, UserId user) {
        return byUser.listAfter(
                account, PairKey.before(user.value()), key -> key.first().equals(user.value()), Integer.MAX_VALUE);
    }

    @Override
    public void save(Administration one) {
        byOrganization.put(one.account(), organizationFirst(one), one);
        byUser.put(one.account(), userFirst(one), one);
    }

    @Override
    public void remove(Administration one) {
        byOrganization.remove(one.account(), organizationFirst(one));
        byUser.remove(one.account(), userFirst(one));
    }

    private static PairKey organizationFirst(Administration one) {
        return new PairKey(one.organization().value(), one.user().value());
    }

    private static PairKey userFirst(Administration one) {
        return new PairKey(one.user().value(), one.organization().value());
    }
}
