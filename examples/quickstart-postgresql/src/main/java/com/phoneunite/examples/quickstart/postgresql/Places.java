package com.phoneunite.examples.quickstart.postgresql;

import com.phoneunite.examples.quickstart.Place;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** Where the story is, in one row. */
final class Places {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataSource database;

    Places(DataSource database) {
        this.database = database;
    }

    Optional<Place> read() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT document FROM phoneunite_quickstart.place WHERE v = " + VERSION);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(JSON.readValue(row.getString(1), Place.class)) : Optional.empty();
        } catch (SQLException e) {
            throw new PhoneUniteFault("the place of the story cannot be read", e);
        }
    }

    void write(Place place) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        INSERT INTO phoneunite_quickstart.place (v, document) VALUES (?, ?::jsonb)
                        ON CONFLICT (only_one) DO UPDATE SET v = excluded.v, document = excluded.document\
                        """)) {
            upsert.setInt(1, VERSION);
            upsert.setString(2, JSON.writeValueAsString(place));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new PhoneUniteFault("the place of the story cannot be kept", e);
        }
    }
}
