package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class PostgresMemberships extends Repository implements MembershipRepository {

    private static final String ALL = "SELECT * FROM phoneunite.membership WHERE account_id = ?";
    private static final String FIND = ALL + " AND organization_id = ? AND user_id = ?";
    private static final String HELD_BY = ALL + " AND user_id = ? ORDER BY organization_id";
    private static final String FIND_BY_EXTENSION = ALL + " AND organization_id = ? AND extension = ?";

    /** A colon comes behind every digit. */
    private static final String FIRST_LONGER =
            ALL + " AND organization_id = ? AND extension > ? AND extension < ? || ':' ORDER BY extension LIMIT 1";

    private static final String LIST = ALL + " AND organization_id = ? AND user_id > ?" + " ORDER BY user_id LIMIT ?";
    private static final String COUNT =
            "SELECT count(*) FROM phoneunite.membership WHERE account_id = ? AND organization_id = ?";

    /** Nothing, where another member has the extension. */
    private static final String SAVE = """
        INSERT INTO phoneunite.membership (account_id, organization_id, user_id, extension, since)
        SELECT new.* FROM (VALUES (?::uuid, ?::uuid, ?::uuid, ?::text, ?::timestamptz))
            AS new (account_id, organization_id, user_id, extension, since)
        WHERE NOT EXISTS (SELECT FROM phoneunite.membership held
            WHERE held.account_id = new.account_id AND held.organization_id = new.organization_id
                AND held.extension = new.extension AND held.user_id <> new.user_id)
        ON CONFLICT (account_id, organization_id, user_id) DO UPDATE
        SET extension = EXCLUDED.extension, since = EXCLUDED.since\
        """;

    private static final String REMOVE =
            "DELETE FROM phoneunite.membership WHERE account_id = ? AND organization_id = ? AND user_id = ?";

    PostgresMemberships(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<Membership> find(AccountId account, OrganizationId organization, UserId user) {
        return in(account)
                .find(FIND, PostgresMemberships::membership, account.value(), organization.value(), user.value());
    }

    @Override
    public List<Membership> heldBy(AccountId account, UserId user) {
        return in(account).list(HELD_BY, PostgresMemberships::membership, account.value(), user.value());
    }

    @Override
    public Optional<Membership> findByExtension(OrganizationScope scope, Extension extension) {
        return in(scope)
                .find(
                        FIND_BY_EXTENSION,
                        PostgresMemberships::membership,
                        scope.account().value(),
                        scope.organizationId().value(),
                        extension.value());
    }

    @Override
    public Optional<Extension> firstLongerThan(OrganizationScope scope, Extension digits) {
        return in(scope)
                .find(
                        FIRST_LONGER,
                        row -> new Extension(row.text("extension")),
                        scope.account().value(),
                        scope.organizationId().value(),
                        digits.value(),
                        digits.value());
    }

    @Override
    public List<Membership> list(OrganizationScope scope, Optional<UserId> after, int limit) {
        return in(scope)
                .list(
                        LIST,
                        PostgresMemberships::membership,
                        scope.account().value(),
                        scope.organizationId().value(),
                        Values.after(after.map(UserId::value)),
                        limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return in(scope)
                .count(COUNT, scope.account().value(), scope.organizationId().value());
    }

    @Override
    public void save(Membership one) {
        int kept = in(one.account())
                .write(
                        SAVE,
                        one.account().value(),
                        one.organization().value(),
                        one.user().value(),
                        one.extension().value(),
                        one.since());
        if (kept == 0) {
            throw new PhoneUniteFault(
                    "extension " + one.extension() + " of organization " + one.organization() + " is not unique (M3)");
        }
    }

    @Override
    public void remove(Membership one) {
        in(one.account())
                .write(
                        REMOVE,
                        one.account().value(),
                        one.organization().value(),
                        one.user().value());
    }

    private static Membership membership(Row row) throws SQLException {
        return new Membership(
                row.account(),
                row.organization(),
                row.user("user_id"),
                new Extension(row.text("extension")),
                row.moment("since"));
    }
}
