package com.phoneunite.postgresql;

import com.phoneunite.input.DisplayName;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundFormat;
import com.phoneunite.telephony.SoundId;
import com.phoneunite.telephony.SoundRepository;
import java.sql.SQLException;
import java.time.Instant;

final class PostgresSounds extends PostgresOwned<Sound> implements SoundRepository {

    private static final String NAMES =
            "SELECT id FROM phoneunite.sound WHERE account_id = ? AND organization_id = ? AND sha256 = ? LIMIT 1";

    PostgresSounds(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork, "sound", "format:text", "size:integer", "sha256:text");
    }

    @Override
    public boolean names(SoundContents.Key content) {
        return in(content.account())
                .find(
                        NAMES,
                        row -> row.text("id"),
                        content.account().value(),
                        content.organization().value(),
                        content.sha256())
                .isPresent();
    }

    @Override
    Sound read(Row row) throws SQLException {
        return new Sound(
                row.account(),
                row.organization(),
                SoundId.parse(row.text("id")),
                new DisplayName(row.text("name")),
                row.one(SoundFormat.class, "format"),
                row.number("size"),
                row.text("sha256"),
                row.moment("added_at"));
    }

    @Override
    Instant addedAt(Sound sound) {
        return sound.addedAt();
    }

    @Override
    Object[] further(Sound sound) {
        return new Object[] {sound.format(), sound.size(), sound.sha256()};
    }
}
