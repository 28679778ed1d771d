package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/** A row of an answer, read by the names of its columns. Valid as long as it is being read. */
final class Row {

    /**
     * Makes something of a row.
     *
     * @param <T> what is made
     */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    UUID uuid(String column) throws SQLException {
        return required(column, results.getObject(column, UUID.class));
    }

    Optional<UUID> maybeUuid(String column) throws SQLException {
        return Optional.ofNullable(results.getObject(column, UUID.class));
    }

    AccountId account() throws SQLException {
        return account("account_id");
    }

    AccountId account(String column) throws SQLException {
        return new AccountId(uuid(column));
    }

    OrganizationId organization() throws SQLException {
        return new OrganizationId(uuid("organization_id"));
    }

    Optional<OrganizationId> maybeOrganization() throws SQLException {
        return maybeUuid("organization_id").map(OrganizationId::new);
    }

    UserId user(String column) throws SQLException {
        return new UserId(uuid(column));
    }

    String text(String column) throws SQLException {
        return required(column, results.getString(column));
    }

    Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(results.getString(column));
    }

    IdempotencyKey key(String column) throws SQLException {
        return new IdempotencyKey(text(column));
    }

    Actor actor(String column) throws SQLException {
        return Values.actor(text(column));
    }

    Money money(String column) throws SQLException {
        return Money.parse(text(column));
    }

    Optional<Money> maybeMoney(String column) throws SQLException {
        return maybeText(column).map(Money::parse);
    }

    ZoneId zone() throws SQLException {
        return ZoneId.of(text("zone"));
    }

    <E extends Enum<E>> E one(Class<E> type, String column) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    Instant moment(String column) throws SQLException {
        return required(column, results.getObject(column, OffsetDateTime.class)).toInstant();
    }

    Optional<Instant> maybeMoment(String column) throws SQLException {
        return Optional.ofNullable(results.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    List<String> texts(String column) throws SQLException {
        return List.of((String[]) required(column, results.getArray(column)).getArray());
    }

    /** The elements of an array, each as the driver reads it in a column of its own: as an array it would have them rounded. */
    List<Instant> moments(String column) throws SQLException {
        List<Instant> elements = new ArrayList<>();
        try (ResultSet each = required(column, results.getArray(column)).getResultSet()) {
            while (each.next()) {
                elements.add(each.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return elements;
    }

    LocalDate date(String column) throws SQLException {
        return required(column, results.getObject(column, LocalDate.class));
    }

    int number(String column) throws SQLException {
        return results.getInt(column);
    }

    long large(String column) throws SQLException {
        return results.getLong(column);
    }

    Optional<Long> maybeLarge(String column) throws SQLException {
        long value = results.getLong(column);
        return results.wasNull() ? Optional.empty() : Optional.of(value);
    }

    BigInteger whole(String column) throws SQLException {
        return new BigInteger(text(column));
    }

    boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    byte[] bytes(String column) throws SQLException {
        return required(column, results.getBytes(column));
    }

    private static <T> T required(String column, T value) {
        return Objects.requireNonNull(value, column);
    }
}
