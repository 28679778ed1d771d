package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.ArrearsRepository;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class PostgresArrears extends Repository implements ArrearsRepository {

    private static final String OF_ACCOUNT = " FROM phoneunite.arrear WHERE account_id = ?";
    private static final String FIND = "SELECT *" + OF_ACCOUNT + " AND reference = ?";
    private static final String OPEN =
            "SELECT *" + OF_ACCOUNT + " AND left_minor > 0 ORDER BY since, reference LIMIT ?";
    private static final String OPEN_MINOR =
            "SELECT coalesce(sum(left_minor), 0) AS sum" + OF_ACCOUNT + " AND left_minor > 0";
    private static final String SAVE = Upsert.into(
            "arrear", List.of("account_id", "reference"), List.of("since", "minor", "left_minor", "payments"));

    PostgresArrears(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<Arrear> find(AccountId account, String reference) {
        return in(account).find(FIND, PostgresArrears::arrear, account.value(), reference);
    }

    @Override
    public List<Arrear> open(AccountId account, int limit) {
        return hasNone(account) ? List.of() : in(account).list(OPEN, PostgresArrears::arrear, account.value(), limit);
    }

    @Override
    public long openMinor(AccountId account) {
        return hasNone(account)
                ? 0
                : in(account)
                        .find(OPEN_MINOR, row -> row.large("sum"), account.value())
                        .orElseThrow();
    }

    /** Of accounts in arrears nothing is read ahead. */
    private boolean hasNone(AccountId account) {
        return ahead(account).isPresent();
    }

    @Override
    public void save(Arrear one) {
        in(one.account())
                .write(
                        SAVE,
                        one.account().value(),
                        one.reference(),
                        one.since(),
                        one.minor(),
                        one.leftMinor(),
                        one.payments());
    }

    private static Arrear arrear(Row row) throws SQLException {
        return new Arrear(
                row.account(),
                row.text("reference"),
                row.moment("since"),
                row.large("minor"),
                row.large("left_minor"),
                row.number("payments"));
    }
}
