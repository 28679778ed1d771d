package com.phoneunite.postgresql;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRepository;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.PaymentMethod;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

final class PostgresAccounts extends Repository implements AccountRepository {

    private static final String FIND = "SELECT * FROM phoneunite.account WHERE account_id = ?";
    private static final String SAVE = """
        INSERT INTO phoneunite.account (account_id, owner_id, country, zone, currency, opened_at, closed_at,
            card_brand, card_last_four, card_expiry, card_since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (account_id) DO UPDATE SET owner_id = EXCLUDED.owner_id, country = EXCLUDED.country,
            zone = EXCLUDED.zone, currency = EXCLUDED.currency, opened_at = EXCLUDED.opened_at,
            closed_at = EXCLUDED.closed_at, card_brand = EXCLUDED.card_brand,
            card_last_four = EXCLUDED.card_last_four, card_expiry = EXCLUDED.card_expiry,
            card_since = EXCLUDED.card_since\
        """;

    PostgresAccounts(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        Optional<AccountRows> ahead = ahead(id);
        return ahead.isPresent()
                ? ahead.map(AccountRows::account)
                : in(id).find(FIND, PostgresAccounts::account, id.value());
    }

    @Override
    public void save(Account account) {
        Optional<PaymentMethod> card = account.paymentMethod();
        in(account.id())
                .write(
                        SAVE,
                        account.id().value(),
                        account.ownerId().value(),
                        account.country().value(),
                        account.zone().getId(),
                        account.currency(),
                        account.openedAt(),
                        account.closedAt(),
                        card.map(PaymentMethod::brand),
                        card.map(PaymentMethod::lastFour),
                        card.map(one -> one.expiry().toString()),
                        card.map(PaymentMethod::since));
    }

    static Account account(Row row) throws SQLException {
        Optional<String> brand = row.maybeText("card_brand");
        Optional<PaymentMethod> card = brand.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaymentMethod(
                        brand.get(),
                        row.text("card_last_four"),
                        YearMonth.parse(row.text("card_expiry")),
                        row.moment("card_since")));
        return new Account(
                row.account(),
                row.user("owner_id"),
                new CountryCode(row.text("country")),
                row.zone(),
                CurrencyUnit.of(row.text("currency")),
                row.moment("opened_at"),
                card,
                row.maybeMoment("closed_at"));
    }
}
