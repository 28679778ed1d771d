package com.phoneunite.postgresql;

import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.PhoneNumberRepository;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Each account's numbers, and beside them who holds a number in the whole system. The two are kept by the account and by the number, so
 * a claim and a release are two statements: they may go to two machines. A claim waits for the change that claims or releases the same
 * number, and then finds out.
 */
final class PostgresPhoneNumbers extends Repository implements PhoneNumberRepository {

    private static final String ENTER =
            "INSERT INTO phoneunite.phone_number_holder (number, account_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String LEAVE =
            "DELETE FROM phoneunite.phone_number_holder WHERE number = ? AND account_id = ?";
    private static final String CLAIM = """
        INSERT INTO phoneunite.phone_number (account_id, organization_id, number, since, destination)
        VALUES (?, ?, ?, ?, ?)\
        """;
    private static final String ROUTE = """
        UPDATE phoneunite.phone_number SET since = ?, destination = ?
        WHERE account_id = ? AND organization_id = ? AND number = ?\
        """;
    private static final String OWN = " phoneunite.phone_number WHERE account_id = ? AND organization_id = ?";
    private static final String RELEASE = "DELETE FROM" + OWN + " AND number = ?";
    private static final String FIND = "SELECT * FROM" + OWN + " AND number = ?";
    private static final String LIST = "SELECT * FROM" + OWN + " AND number > ? ORDER BY number LIMIT ?";
    private static final String COUNT = "SELECT count(*) FROM" + OWN;

    PostgresPhoneNumbers(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public boolean claim(HeldPhoneNumber one) {
        Session session = in(one.account());
        if (session.write(ENTER, one.number().value(), one.account().value()) == 0) {
            return false;
        }
        session.write(
                CLAIM,
                one.account().value(),
                one.organization().value(),
                one.number().value(),
                one.since(),
                one.destination().map(Destinations::text));
        return true;
    }

    @Override
    public void route(HeldPhoneNumber one) {
        in(one.account())
                .write(
                        ROUTE,
                        one.since(),
                        one.destination().map(Destinations::text),
                        one.account().value(),
                        one.organization().value(),
                        one.number().value());
    }

    @Override
    public void release(HeldPhoneNumber one) {
        Session session = in(one.account());
        int released = session.write(
                RELEASE,
                one.account().value(),
                one.organization().value(),
                one.number().value());
        if (released > 0) {
            session.write(LEAVE, one.number().value(), one.account().value());
        }
    }

    @Override
    public Optional<HeldPhoneNumber> find(OrganizationScope scope, PhoneNumber number) {
        return in(scope)
                .find(
                        FIND,
                        PostgresPhoneNumbers::held,
                        scope.account().value(),
                        scope.organizationId().value(),
                        number.value());
    }

    @Override
    public List<HeldPhoneNumber> list(OrganizationScope scope, Optional<PhoneNumber> after, int limit) {
        return in(scope)
                .list(
                        LIST,
                        PostgresPhoneNumbers::held,
                        scope.account().value(),
                        scope.organizationId().value(),
                        after.map(PhoneNumber::value).orElse(""),
                        limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return in(scope)
                .count(COUNT, scope.account().value(), scope.organizationId().value());
    }

    private static HeldPhoneNumber held(Row row) throws SQLException {
        return new HeldPhoneNumber(
                row.account(),
                row.organization(),
                new PhoneNumber(row.text("number")),
                row.moment("since"),
                row.maybeText("destination").map(Destinations::read));
    }
}
