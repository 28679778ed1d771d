package com.phoneunite.account;

import com.phoneunite.input.InputRule;
import java.time.ZoneId;
import java.util.function.BiConsumer;

/** Which billing time zones an account can have (rule A3): the regions of the tz database, by name. */
public final class TimeZones {

    private TimeZones() {}

    /**
     * The zone with that name.
     *
     * @param name for example {@code "America/New_York"}
     * @throws IllegalArgumentException if the tz database does not know it
     */
    public static ZoneId of(String name) {
        new Rule().require(name);
        return ZoneId.of(name);
    }

    /** The text names a zone of the tz database. */
    public static final class Rule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!ZoneId.getAvailableZoneIds().contains(value)) {
                report.accept("UNKNOWN_TIME_ZONE", "must be the name of a time zone, like Europe/Berlin");
            }
        }
    }
}
