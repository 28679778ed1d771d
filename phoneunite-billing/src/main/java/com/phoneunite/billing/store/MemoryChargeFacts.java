package com.phoneunite.billing.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PlanExchange;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryTable;
import java.util.Map;
import java.util.Optional;

final class MemoryChargeFacts implements ChargeFacts {

    private final MemoryTable<TermsKey, ChargedTerms> terms;
    private final MemoryTable<String, PlanExchange> exchanges;

    MemoryChargeFacts(InMemoryStore store) {
        terms = store.table();
        exchanges = store.table();
    }

    @Override
    public Optional<ChargedTerms> termsOf(AccountId account, OrganizationId organization, int anchor, int period) {
        return terms.lastBefore(account, new TermsKey(organization, anchor, period + 1))
                .map(Map.Entry::getValue)
                .filter(found -> found.organization().equals(organization)
                        && found.anchor().number() == anchor);
    }

    @Override
    public void save(ChargedTerms one) {
        terms.put(one.account(), new TermsKey(one.organization(), one.anchor().number(), one.fromPeriod()), one);
    }

    @Override
    public Optional<PlanExchange> exchange(AccountId account, String reference) {
        return exchanges.find(account, reference);
    }

    @Override
    public void save(PlanExchange one) {
        exchanges.put(one.account(), one.reference(), one);
    }

    private record TermsKey(OrganizationId organization, int anchor, int period) implements Comparable<TermsKey> {

        @Override
        public int compareTo(TermsKey other) {
            int order = organization.compareTo(other.organization);
            if (order == 0) {
                order = Integer.compare(anchor, other.anchor);
            }
            return order != 0 ? order : Integer.compare(period, other.period);
        }
    }
}
