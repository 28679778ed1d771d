package com.phoneunite.benchmarks.scale;

import java.util.List;
import java.util.Locale;

/**
 * What nobody measures for a host: how its customers live, and what machine it has. Everything that the model does not read from a page
 * stands here.
 *
 * @param organizations of an account
 * @param people of an organization, members with an extension each
 * @param numbers of an organization
 * @param calls of each person a working day, each of them one usage
 * @param days working days of a month
 * @param busyHour the part of a day's calls that falls into its busiest hour, 0 to 1
 * @param planned the part of a measured rate that is planned for, 0 to 1; the rest is kept free
 * @param window how many hours a billing run may last
 * @param busyDay the part of all organizations that falls due on the busiest day of the month, 0 to 1
 * @param disk of the database, in gigabytes (10^9 bytes)
 * @param full how much of the disk may be full, 0 to 1; the rest is for the log, for vacuum and for building an index
 * @param months how many months of ledger it is to hold, which never shrinks
 * @param ram of the database, in gigabytes
 * @param hot how much of that holds what is read and written all the time, 0 to 1
 * @param hotDays the ledger of how many working days is among that, where references grow with time
 * @param reference characters of a reference
 * @param keyed bytes of an entry of the index of references beside the reference itself: its account, its kind, and what PostgreSQL adds
 * @param packed how full the pages of that index are where references come in no order, 0 to 1
 */
record Assumptions(
        int organizations,
        int people,
        int numbers,
        double calls,
        int days,
        double busyHour,
        double planned,
        double window,
        double busyDay,
        double disk,
        double full,
        int months,
        double ram,
        double hot,
        int hotDays,
        int reference,
        int keyed,
        double packed) {

    /** A small business on a machine that can be had anywhere. */
    static final Assumptions USUAL =
            new Assumptions(2, 5, 2, 20, 22, 0.15, 0.5, 1, 0.1, 1_000, 0.8, 36, 32, 0.5, 5, 36, 40, 0.7);

    /** The same with so many calls of each person a day. */
    Assumptions calls(double each) {
        return new Assumptions(
                organizations,
                people,
                numbers,
                each,
                days,
                busyHour,
                planned,
                window,
                busyDay,
                disk,
                full,
                months,
                ram,
                hot,
                hotDays,
                reference,
                keyed,
                packed);
    }

    /** The same on another machine. */
    Assumptions on(double otherDisk, double otherRam) {
        return new Assumptions(
                organizations,
                people,
                numbers,
                calls,
                days,
                busyHour,
                planned,
                window,
                busyDay,
                otherDisk,
                full,
                months,
                otherRam,
                hot,
                hotDays,
                reference,
                keyed,
                packed);
    }

    /** Usages of an organization a month. */
    double usages() {
        return people * calls * days;
    }

    /** Usages of an organization in its busiest hour. */
    double busiest() {
        return people * calls * busyHour;
    }

    /** What they are, for the page. */
    List<List<String>> rows() {
        return List.of(
                List.of("assumed", "how much"),
                List.of("organizations an account", "" + organizations),
                List.of("people with an extension, and phone numbers, an organization", people + ", and " + numbers),
                List.of("calls of a person a working day, each one usage", plain(calls)),
                List.of("working days a month", "" + days),
                List.of("of a day's calls, in the busiest hour", percent(busyHour)),
                List.of("of a measured rate, planned for", percent(planned)),
                List.of("a billing run may last", plain(window) + " h"),
                List.of("of all organizations, due on the busiest day", percent(busyDay)),
                List.of("disk of PostgreSQL, and how full it may be", plain(disk) + " GB, " + percent(full)),
                List.of("months of ledger that it holds, from which nothing is ever removed", "" + months),
                List.of(
                        "memory of PostgreSQL, and for what is read and written all the time",
                        plain(ram) + " GB, " + percent(hot)),
                List.of("working days of ledger among that, as references grow with time", "" + hotDays),
                List.of("a reference", reference + " characters"),
                List.of(
                        "of its index beside each, and how full that is, where references are random",
                        keyed + " bytes, " + percent(packed)));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * part);
    }

    private static String plain(double value) {
        return Line.number(value);
    }
}
