package com.phoneunite.postgresql;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceRef;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Things of one kind in a table of their own, by type and id, and by type and name. */
abstract class PostgresOwned<T extends OwnedThing> extends Repository implements OwnedRepository<T> {

    private final String find;
    private final String findByName;
    private final String list;
    private final String count;
    private final String save;
    private final String remove;

    /**
     * Things in that table.
     *
     * @param columns the columns beyond those of every thing, each with the type of its parameter: {@code "size:integer"}
     */
    PostgresOwned(PostgresUnitOfWork unitOfWork, String table, String... columns) {
        super(unitOfWork);
        String own = " phoneunite." + table + " WHERE account_id = ? AND organization_id = ? AND type = ?";
        find = "SELECT * FROM" + own + " AND id = ?";
        findByName = "SELECT * FROM" + own + " AND name_key = ?";
        list = "SELECT * FROM" + own + " AND id > ? ORDER BY id LIMIT ?";
        count = "SELECT count(*) FROM" + own;
        remove = "DELETE FROM" + own + " AND id = ?";
        save = save(table, columns);
    }

    /** Nothing, where another thing of the type has the name. */
    private static String save(String table, String... columns) {
        StringBuilder names = new StringBuilder("account_id, organization_id, type, id, name, name_key, added_at");
        StringBuilder values =
                new StringBuilder("?::uuid, ?::uuid, ?::text, ?::text, ?::text, ?::text, ?::timestamptz");
        StringBuilder sets =
                new StringBuilder("name = EXCLUDED.name, name_key = EXCLUDED.name_key, added_at = EXCLUDED.added_at");
        for (String column : columns) {
            int colon = column.indexOf(':');
            String name = column.substring(0, colon);
            names.append(", ").append(name);
            values.append(", ?::").append(column.substring(colon + 1));
            sets.append(", ").append(name).append(" = EXCLUDED.").append(name);
        }
        return "INSERT INTO phoneunite." + table + " (" + names + ") SELECT new.* FROM (VALUES (" + values
                + ")) AS new ("
                + names + ") WHERE NOT EXISTS (SELECT FROM phoneunite." + table
                + " held WHERE held.account_id = new.account_id AND held.organization_id = new.organization_id"
                + " AND held.type = new.type AND held.name_key = new.name_key AND held.id <> new.id)"
                + " ON CONFLICT (account_id, organization_id, type, id) DO UPDATE SET " + sets;
    }

    /** The thing that a row tells of. */
    abstract T read(Row row) throws SQLException;

    abstract Instant addedAt(T thing);

    /** What the further columns hold, in their order. */
    abstract Object[] further(T thing);

    @Override
    public final Optional<T> find(OrganizationScope scope, ResourceRef ref) {
        return in(scope).find(find, this::read, of(scope, ref.type(), ref.id()));
    }

    @Override
    public final Optional<T> findByName(OrganizationScope scope, String type, DisplayName name) {
        return in(scope).find(findByName, this::read, of(scope, type, name.key()));
    }

    @Override
    public final List<T> list(OrganizationScope scope, String type, Optional<String> after, int limit) {
        return in(scope).list(list, this::read, of(scope, type, after.orElse(""), limit));
    }

    @Override
    public final int count(OrganizationScope scope, String type) {
        return in(scope).count(count, of(scope, type));
    }

    @Override
    public final void save(T thing) {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                thing.account().value(),
                thing.organization().value(),
                thing.ref().type(),
                thing.ref().id(),
                thing.name().value(),
                thing.name().key(),
                addedAt(thing)));
        Collections.addAll(values, further(thing));
        if (in(thing.account()).write(save, values.toArray()) == 0) {
            throw new PhoneUniteFault(
                    "the name of " + thing.ref() + " of organization " + thing.organization() + " is not unique (T4)");
        }
    }

    @Override
    public final void remove(T thing) {
        in(thing.account())
                .write(
                        remove,
                        thing.account().value(),
                        thing.organization().value(),
                        thing.ref().type(),
                        thing.ref().id());
    }

    private static Object[] of(OrganizationScope scope, Object... further) {
        List<Object> values = new ArrayList<>(
                List.of(scope.account().value(), scope.organizationId().value()));
        Collections.addAll(values, further);
        return values.toArray();
    }
}
