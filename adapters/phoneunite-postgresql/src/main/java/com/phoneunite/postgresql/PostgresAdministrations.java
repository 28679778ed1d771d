package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.organization.OrganizationId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class PostgresAdministrations extends Repository implements AdministrationRepository {

    private static final String ALL = "SELECT * FROM phoneunite.administration WHERE account_id = ?";
    private static final String FIND = ALL + " AND organization_id = ? AND user_id = ?";
    private static final String LIST_OF =
            ALL + " AND organization_id = ? AND user_id > ?" + " ORDER BY user_id LIMIT ?";
    private static final String HELD_BY = ALL + " AND user_id = ? ORDER BY organization_id";
    private static final String SAVE = """
        INSERT INTO phoneunite.administration (account_id, organization_id, user_id, since) VALUES (?, ?, ?, ?)
        ON CONFLICT (account_id, organization_id, user_id) DO UPDATE SET since = EXCLUDED.since\
        """;
    private static final String REMOVE =
            "DELETE FROM phoneunite.administration WHERE account_id = ? AND organization_id = ? AND user_id = ?";

    PostgresAdministrations(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<Administration> find(AccountId account, OrganizationId organization, UserId user) {
        return in(account)
                .find(
                        FIND,
                        PostgresAdministrations::administration,
                        account.value(),
                        organization.value(),
                        user.value());
    }

    @Override
    public List<Administration> listOf(
            AccountId account, OrganizationId organization, Optional<UserId> after, int limit) {
        return in(account)
                .list(
                        LIST_OF,
                        PostgresAdministrations::administration,
                        account.value(),
                        organization.value(),
                        Values.after(after.map(UserId::value)),
                        limit);
    }

    @Override
    public List<Administration> heldBy(AccountId account, UserId user) {
        return in(account).list(HELD_BY, PostgresAdministrations::administration, account.value(), user.value());
    }

    @Override
    public void save(Administration one) {
        in(one.account())
                .write(
                        SAVE,
                        one.account().value(),
                        one.organization().value(),
                        one.user().value(),
                        one.since());
    }

    @Override
    public void remove(Administration one) {
        in(one.account())
                .write(
                        REMOVE,
                        one.account().value(),
                        one.organization().value(),
                        one.user().value());
    }

    private static Administration administration(Row row) throws SQLException {
        return new Administration(row.account(), row.organization(), row.user("user_id"), row.moment("since"));
    }
}
