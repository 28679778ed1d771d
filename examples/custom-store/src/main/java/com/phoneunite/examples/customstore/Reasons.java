package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PlanExchange;
import com.phoneunite.organization.OrganizationId;
import java.util.Optional;

/** Rule B13. */
record Reasons(H2UnitOfWork work) implements ChargeFacts {

    @Override
    public Optional<ChargedTerms> termsOf(AccountId account, OrganizationId organization, int anchor, int period) {
        return work.on(account)
                .find(
                        ChargedTerms.class,
                        "SELECT body FROM charged_terms WHERE account = ? AND organization = ? AND anchor = ?"
                                + " AND from_period <= ? ORDER BY from_period DESC LIMIT 1",
                        organization,
                        anchor,
                        period);
    }

    @Override
    public void save(ChargedTerms one) {
        work.in(one.account(), one.organization())
                .update(
                        "MERGE INTO charged_terms VALUES (?, ?, ?, ?, ?)",
                        one.anchor().number(),
                        one.fromPeriod(),
                        Codec.write(one));
    }

    @Override
    public Optional<PlanExchange> exchange(AccountId account, String reference) {
        return work.on(account)
                .find(
                        PlanExchange.class,
                        "SELECT body FROM plan_exchange WHERE account = ? AND reference = ?",
                        reference);
    }

    @Override
    public void save(PlanExchange one) {
        work.on(one.account()).update("MERGE INTO plan_exchange VALUES (?, ?, ?)", one.reference(), Codec.write(one));
    }
}
