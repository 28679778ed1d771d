package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.telephony.SoundContents;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The bytes of sounds, in parts: each is written and read by itself, in a transaction of its own, so that no stream holds a connection. */
final class PostgresSoundContents implements SoundContents {

    private static final String OWN =
            " phoneunite.sound_content WHERE account_id = ? AND organization_id = ? AND sha256 = ?";
    private static final String PARTS = "SELECT part + 1 AS parts FROM" + OWN + " ORDER BY part DESC LIMIT 1";
    private static final String DELETE = "DELETE FROM" + OWN;
    private static final String LIST = """
        SELECT account_id, organization_id, sha256 FROM phoneunite.sound_content
        WHERE part = 0 AND (account_id, organization_id, sha256) > (?::uuid, ?::uuid, ?::text)
        ORDER BY account_id, organization_id, sha256 LIMIT ?\
        """;
    private static final String LIST_ALL = """
        SELECT account_id, organization_id, sha256 FROM phoneunite.sound_content
        WHERE part = 0 ORDER BY account_id, organization_id, sha256 LIMIT ?\
        """;

    private final Database database;

    PostgresSoundContents(Database database) {
        this.database = database;
    }

    @Override
    public Upload begin(AccountId account, OrganizationId organization) {
        return new SoundUpload(database, account, organization);
    }

    @Override
    public Optional<InputStream> open(Key key) {
        return parts(key).map(count -> new SoundStream(database, key, count));
    }

    @Override
    public boolean contains(Key key) {
        return parts(key).isPresent();
    }

    @Override
    public void delete(Key key) {
        database.ofAccount(key.account(), in -> in.write(DELETE, values(key)));
    }

    @Override
    public List<Key> list(Optional<Key> after, int limit) {
        return database.overAccounts(in -> after.map(last -> in.list(
                        LIST,
                        PostgresSoundContents::key,
                        last.account().value(),
                        last.organization().value(),
                        last.sha256(),
                        limit))
                .orElseGet(() -> in.list(LIST_ALL, PostgresSoundContents::key, limit)));
    }

    private Optional<Integer> parts(Key key) {
        return database.ofAccount(key.account(), in -> in.find(PARTS, row -> row.number("parts"), values(key)));
    }

    private static Object[] values(Key key) {
        return new Object[] {key.account().value(), key.organization().value(), key.sha256()};
    }

    private static Key key(Row row) throws SQLException {
        return new Key(row.account(), row.organization(), row.text("sha256"));
    }
}
