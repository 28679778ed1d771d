package com.phoneunite.postgresql;

import com.phoneunite.account.Actor;
import com.phoneunite.account.UserId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How values become parameters of statements, and texts that stand in columns. {@link Row} reads what is written here. */
final class Values {

    /** What lies further away is further than any moment that PostgreSQL can keep, and is told as infinity. */
    private static final Instant EARLIEST = Instant.parse("-4700-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+290000-01-01T00:00:00Z");

    /** Comes before every id. */
    private static final UUID LOWEST = new UUID(0, 0);

    private static final String USER = "user:";
    private static final String OPERATOR = "operator:";
    private static final String SYSTEM = "system";

    private Values() {}

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = parameter(statement.getConnection(), values[i]);
            statement.setObject(i + 1, value);
        }
    }

    private static @Nullable Object parameter(Connection connection, @Nullable Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            return parameter(connection, optional.orElse(null));
        }
        if (value instanceof Instant instant) {
            return moment(instant);
        }
        if (value instanceof Enum<?> one) {
            return one.name();
        }
        if (value instanceof Money money) {
            return money.toString();
        }
        if (value instanceof CurrencyUnit currency) {
            return currency.getCode();
        }
        if (value instanceof Actor actor) {
            return text(actor);
        }
        if (value instanceof UUID[] ids) {
            return connection.createArrayOf("uuid", ids);
        }
        if (value instanceof Long[] numbers) {
            return connection.createArrayOf("bigint", numbers);
        }
        if (value instanceof Instant[] moments) {
            Object[] all = new Object[moments.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = moment(moments[i]);
            }
            return connection.createArrayOf("timestamptz", all);
        }
        return value instanceof String[] texts ? connection.createArrayOf("text", texts) : value;
    }

    /** The text of which the database makes the value. */
    static @Nullable String text(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return text(optional.orElse(null));
        }
        if (value instanceof Instant instant) {
            Object moment = moment(instant);
            return moment.equals(OffsetDateTime.MAX)
                    ? "infinity"
                    : moment.equals(OffsetDateTime.MIN) ? "-infinity" : moment.toString();
        }
        if (value instanceof Enum<?> one) {
            return one.name();
        }
        if (value instanceof Actor actor) {
            return text(actor);
        }
        if (value instanceof Object[] elements) {
            return Arrays.stream(elements)
                    .map(one -> '"'
                            + String.valueOf(text(one)).replace("\\", "\\\\").replace("\"", "\\\"")
                            + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value == null ? null : value.toString();
    }

    /**
     * Where a page begins: behind that id, or with the first. It is a value, as PostgreSQL does not trust an expression not to tell what
     * row-level security hides, and would look at all rows of the account before those of the page.
     */
    static UUID after(Optional<UUID> id) {
        return id.orElse(LOWEST);
    }

    /** To the microsecond, as the library has it: the driver would round. */
    private static OffsetDateTime moment(Instant instant) {
        if (instant.isAfter(LATEST)) {
            return OffsetDateTime.MAX;
        }
        return instant.isBefore(EARLIEST)
                ? OffsetDateTime.MIN
                : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static String text(Actor actor) {
        if (actor instanceof Actor.User user) {
            return USER + user.id();
        }
        return actor instanceof Actor.Operator operator ? OPERATOR + operator.name() : SYSTEM;
    }

    static Actor actor(String text) {
        if (text.startsWith(USER)) {
            return Actor.user(UserId.parse(text.substring(USER.length())));
        }
        if (text.startsWith(OPERATOR)) {
            return Actor.operator(text.substring(OPERATOR.length()));
        }
        if (text.equals(SYSTEM)) {
            return Actor.system();
        }
        throw new IllegalArgumentException("no actor is told so");
    }
}
