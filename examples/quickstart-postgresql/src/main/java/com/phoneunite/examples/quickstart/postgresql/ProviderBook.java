package com.phoneunite.examples.quickstart.postgresql;

import com.phoneunite.examples.quickstart.LastingProvider;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.joda.money.Money;

/** The book of the payment provider, written in transactions of its own, as it is somebody else's. Thread-safe. */
final class ProviderBook implements LastingProvider.Book {

    private final DataSource database;

    ProviderBook(DataSource database) {
        this.database = database;
    }

    @Override
    public Instant receive(String key, Money amount, Optional<Money> captured, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO phoneunite_quickstart.provider_charge (key, amount, captured, received_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (key) DO NOTHING\
                        """)) {
            insert.setString(1, key);
            insert.setString(2, amount.toString());
            insert.setString(3, captured.map(Money::toString).orElse(null));
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PhoneUniteFault("the provider cannot be reached", e);
        }
        return received(key).orElseThrow();
    }

    @Override
    public Optional<Instant> received(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT received_at FROM phoneunite_quickstart.provider_charge WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PhoneUniteFault("the provider cannot be reached", e);
        }
    }
}
