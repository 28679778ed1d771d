package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.User;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class PostgresUsers extends Repository implements UserRepository {

    private static final String USERS = "SELECT * FROM phoneunite.account_user WHERE account_id = ?";
    private static final String FIND = USERS + " AND user_id = ?";
    private static final String FIND_BY_EMAIL = USERS + " AND email = ?";
    private static final String COUNT = "SELECT count(*) FROM phoneunite.account_user WHERE account_id = ?";
    private static final String LIST = USERS + " AND user_id > ? ORDER BY user_id LIMIT ?";

    /** Nothing, where another user has the address. */
    private static final String SAVE = """
        INSERT INTO phoneunite.account_user (account_id, user_id, email, active, added_at)
        SELECT new.* FROM (VALUES (?::uuid, ?::uuid, ?::text, ?::boolean, ?::timestamptz))
            AS new (account_id, user_id, email, active, added_at)
        WHERE NOT EXISTS (SELECT FROM phoneunite.account_user held
            WHERE held.account_id = new.account_id AND held.email = new.email AND held.user_id <> new.user_id)
        ON CONFLICT (account_id, user_id) DO UPDATE
        SET email = EXCLUDED.email, active = EXCLUDED.active, added_at = EXCLUDED.added_at\
        """;

    PostgresUsers(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<User> find(AccountId account, UserId id) {
        return in(account).find(FIND, PostgresUsers::user, account.value(), id.value());
    }

    @Override
    public Optional<User> findByEmail(AccountId account, EmailAddress email) {
        return in(account).find(FIND_BY_EMAIL, PostgresUsers::user, account.value(), email.value());
    }

    @Override
    public int count(AccountId account) {
        return in(account).count(COUNT, account.value());
    }

    @Override
    public List<User> list(AccountId account, Optional<UserId> after, int limit) {
        return in(account)
                .list(LIST, PostgresUsers::user, account.value(), Values.after(after.map(UserId::value)), limit);
    }

    @Override
    public void save(User user) {
        int kept = in(user.account())
                .write(
                        SAVE,
                        user.account().value(),
                        user.id().value(),
                        user.email().value(),
                        user.active(),
                        user.addedAt());
        if (kept == 0) {
            throw new PhoneUniteFault("the e-mail address of user " + user.id() + " is not unique (M1)");
        }
    }

    private static User user(Row row) throws SQLException {
        return new User(
                row.account(),
                row.user("user_id"),
                new EmailAddress(row.text("email")),
                row.flag("active"),
                row.moment("added_at"));
    }
}
