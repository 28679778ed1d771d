package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.OrganizationScope;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class PostgresInvitations extends Repository implements InvitationRepository {

    private static final String ALL = "SELECT * FROM phoneunite.invitation WHERE account_id = ?";
    private static final String FIND_BY_TOKEN_HASH = ALL + " AND token_hash = ?";
    private static final String FIND = ALL + " AND organization_id = ? AND invitation_id = ?";
    private static final String FIND_BY_EMAIL = ALL + " AND organization_id = ? AND email = ?";
    private static final String LIST =
            ALL + " AND organization_id = ? AND invitation_id > ?" + " ORDER BY invitation_id LIMIT ?";
    private static final String COUNT =
            "SELECT count(*) FROM phoneunite.invitation WHERE account_id = ? AND organization_id = ?";
    private static final String SAVE = """
        INSERT INTO phoneunite.invitation
            (account_id, organization_id, invitation_id, email, extension, token_hash, invited_by, invited_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (account_id, organization_id, invitation_id) DO UPDATE
        SET email = EXCLUDED.email, extension = EXCLUDED.extension, token_hash = EXCLUDED.token_hash,
            invited_by = EXCLUDED.invited_by, invited_at = EXCLUDED.invited_at\
        """;
    private static final String REMOVE =
            "DELETE FROM phoneunite.invitation WHERE account_id = ? AND organization_id = ? AND invitation_id = ?";

    PostgresInvitations(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<Invitation> findByTokenHash(AccountId account, String tokenHash) {
        return in(account).find(FIND_BY_TOKEN_HASH, PostgresInvitations::invitation, account.value(), tokenHash);
    }

    @Override
    public Optional<Invitation> find(OrganizationScope scope, InvitationId id) {
        return in(scope)
                .find(
                        FIND,
                        PostgresInvitations::invitation,
                        scope.account().value(),
                        scope.organizationId().value(),
                        id.value());
    }

    @Override
    public Optional<Invitation> findByEmail(OrganizationScope scope, EmailAddress email) {
        return in(scope)
                .find(
                        FIND_BY_EMAIL,
                        PostgresInvitations::invitation,
                        scope.account().value(),
                        scope.organizationId().value(),
                        email.value());
    }

    @Override
    public List<Invitation> list(OrganizationScope scope, Optional<InvitationId> after, int limit) {
        return in(scope)
                .list(
                        LIST,
                        PostgresInvitations::invitation,
                        scope.account().value(),
                        scope.organizationId().value(),
                        Values.after(after.map(InvitationId::value)),
                        limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return in(scope)
                .count(COUNT, scope.account().value(), scope.organizationId().value());
    }

    @Override
    public void save(Invitation one) {
        in(one.account())
                .write(
                        SAVE,
                        one.account().value(),
                        one.organization().value(),
                        one.id().value(),
                        one.email().value(),
                        one.extension().map(Extension::value),
                        one.tokenHash(),
                        one.invitedBy().value(),
                        one.at());
    }

    @Override
    public void remove(Invitation one) {
        in(one.account())
                .write(
                        REMOVE,
                        one.account().value(),
                        one.organization().value(),
                        one.id().value());
    }

    private static Invitation invitation(Row row) throws SQLException {
        return new Invitation(
                row.account(),
                row.organization(),
                new InvitationId(row.uuid("invitation_id")),
                new EmailAddress(row.text("email")),
                row.maybeText("extension").map(Extension::new),
                row.text("token_hash"),
                row.user("invited_by"),
                row.moment("invited_at"));
    }
}
