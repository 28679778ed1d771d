package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;

/** How many rows of some kind each organization has, kept beside the rows. */
final class OrganizationCounts {

    private final MemoryTable<OrganizationId, Integer> counts;

    OrganizationCounts(InMemoryStore store) {
        counts = store.table();
    }

    int of(AccountId account, OrganizationId organization) {
        return counts.find(account, organization).orElse(0);
    }

    void change(AccountId account, OrganizationId organization, int difference) {
        counts.put(account, organization, of(account, organization) + difference);
    }
}
