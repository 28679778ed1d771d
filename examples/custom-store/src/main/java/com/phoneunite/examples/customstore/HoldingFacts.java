package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/** Numbers only, so that each has a column. */
record HoldingFacts(H2UnitOfWork work) implements HoldingRepository {

    private static final String LATEST =
            "SELECT since, count FROM holding WHERE account = ? AND organization = ? AND kind = ? ";

    @Override
    public Optional<HoldingFact> latest(AccountId account, OrganizationId organization, HoldingKind kind) {
        return work.in(account, organization)
                .row(reader(account, organization, kind), LATEST + "ORDER BY since DESC LIMIT 1", kind);
    }

    @Override
    public Optional<HoldingFact> latestBefore(
            AccountId account, OrganizationId organization, HoldingKind kind, Instant moment) {
        return work.in(account, organization)
                .row(
                        reader(account, organization, kind),
                        LATEST + "AND since < ? ORDER BY since DESC LIMIT 1",
                        kind,
                        moment);
    }

    private static Sql.Row<HoldingFact> reader(AccountId account, OrganizationId organization, HoldingKind kind) {
        return row -> new HoldingFact(account, organization, kind, row.getObject(1, Instant.class), row.getInt(2));
    }

    @Override
    public void save(HoldingFact one) {
        work.in(one.account(), one.organization())
                .update("MERGE INTO holding VALUES (?, ?, ?, ?, ?)", one.kind(), one.since(), one.count());
    }
}
