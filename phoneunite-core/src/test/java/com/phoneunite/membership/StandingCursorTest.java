package com.phoneunite.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule X5: where a list of standings goes on. */
class StandingCursorTest {

    private static final long FURTHEST = 253_402_300_799_999_999L;
    private static final OrganizationId ID = new OrganizationId(new UUID(1, 2));

    @Test
    void X5_aCursorIsReadAsItWasWrittenUpToItsFurthestMoments() {
        StandingCursor cursor = new StandingCursor(Instant.parse("2026-01-31T12:00:00.000001Z"), ID);
        assertThat(StandingCursor.parse(cursor.toString())).isEqualTo(cursor);
        for (long micros : List.of(FURTHEST, -FURTHEST, 0L)) {
            assertThat(StandingCursor.parse(micros + "." + ID)).hasToString(micros + "." + ID);
        }
    }

    @Test
    void X5_anythingElseIsNone() {
        for (String text : List.of(
                "",
                "1",
                "." + ID,
                (FURTHEST + 1) + "." + ID,
                (-FURTHEST - 1) + "." + ID,
                "+1." + ID,
                "01." + ID,
                "1." + ID.toString().toUpperCase(Locale.ROOT) + " ")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> StandingCursor.parse(text));
        }
    }
}
