package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

final class PostgresHoldings extends Repository implements HoldingRepository {

    private static final String LATEST_BEFORE = """
        SELECT * FROM phoneunite.holding
        WHERE account_id = ? AND organization_id = ? AND kind = ? AND since < ? ORDER BY since DESC LIMIT 1\
        """;
    private static final String SAVE = """
        INSERT INTO phoneunite.holding (account_id, organization_id, kind, since, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (account_id, organization_id, kind, since) DO UPDATE SET count = EXCLUDED.count\
        """;

    PostgresHoldings(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<HoldingFact> latest(AccountId account, OrganizationId organization, HoldingKind kind) {
        return latestBefore(account, organization, kind, Instant.MAX);
    }

    @Override
    public Optional<HoldingFact> latestBefore(
            AccountId account, OrganizationId organization, HoldingKind kind, Instant moment) {
        Optional<AccountRows> ahead = ahead(account);
        if (ahead.isPresent()) {
            return ahead.get().heldBefore(organization, kind, moment);
        }
        return in(account)
                .find(LATEST_BEFORE, PostgresHoldings::fact, account.value(), organization.value(), kind, moment);
    }

    @Override
    public void save(HoldingFact fact) {
        in(fact.account())
                .write(
                        SAVE,
                        fact.account().value(),
                        fact.organization().value(),
                        fact.kind(),
                        fact.since(),
                        fact.count());
    }

    static HoldingFact fact(Row row) throws SQLException {
        return new HoldingFact(
                row.account(),
                row.organization(),
                row.one(HoldingKind.class, "kind"),
                row.moment("since"),
                row.number("count"));
    }
}
