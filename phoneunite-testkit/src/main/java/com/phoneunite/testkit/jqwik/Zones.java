package com.phoneunite.testkit.jqwik;

import com.phoneunite.account.TimeZones;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Billing time zones (rules A3 and B4). */
public final class Zones {

    private static final List<String> ODD = List.of(
            // whose midnight is missing in spring, and of some comes twice in autumn
            "Africa/Cairo",
            "America/Asuncion",
            "America/Havana",
            "Asia/Beirut",
            "America/Sao_Paulo",
            // whose midnight only comes twice
            "Atlantic/Azores",
            // with half an hour of summer time, without a whole day, and far from everybody
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "Asia/Kathmandu",
            "Pacific/Pago_Pago",
            // and two that are not odd
            "America/New_York",
            "Etc/UTC");

    private static final List<String> ALL =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    private Zones() {}

    /** Every zone that an account can be in, those with odd midnights more often. */
    public static Arbitrary<ZoneId> any() {
        Arbitrary<ZoneId> all = Arbitraries.of(ALL).map(TimeZones::of);
        return Arbitraries.frequencyOf(Tuple.of(3, withOddMidnights()), Tuple.of(2, all));
    }

    /** Zones in which some day has no midnight, or two, or is left out; and New York and UTC, in which none is. */
    public static Arbitrary<ZoneId> withOddMidnights() {
        return Arbitraries.of(ODD).map(ZoneId::of);
    }
}
