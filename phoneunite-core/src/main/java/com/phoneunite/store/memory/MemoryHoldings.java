package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

final class MemoryHoldings implements HoldingRepository {

    private final MemoryTable<Key, HoldingFact> facts;

    MemoryHoldings(InMemoryStore store) {
        facts = store.table();
    }

    @Override
    public Optional<HoldingFact> latest(AccountId account, OrganizationId organization, HoldingKind kind) {
        return latestBefore(account, organization, kind, Instant.MAX);
    }

    @Override
    public Optional<HoldingFact> latestBefore(
            AccountId account, OrganizationId organization, HoldingKind kind, Instant moment) {
        return facts.lastBefore(account, new Key(organization, kind, moment))
                .filter(found -> found.getKey().isOf(organization, kind))
                .map(found -> found.getValue());
    }

    @Override
    public void save(HoldingFact fact) {
        facts.put(fact.account(), new Key(fact.organization(), fact.kind(), fact.since()), fact);
    }

    private record Key(OrganizationId organization, HoldingKind kind, Instant since) implements Comparable<Key> {

        boolean isOf(OrganizationId one, HoldingKind other) {
            return organization.equals(one) && kind == other;
        }

        @Override
        public int compareTo(Key other) {
            int order = organization.compareTo(other.organization);
            if (order == 0) {
                order = kind.compareTo(other.kind);
            }
            return order != 0 ? order : since.compareTo(other.since);
        }
    }
}
