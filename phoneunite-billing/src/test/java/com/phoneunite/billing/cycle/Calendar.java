package com.phoneunite.billing.cycle;

import java.time.Instant;
import java.time.ZoneId;

/** Dates worked out with nothing but integers, to hold the product's dates against. Proleptic Gregorian. */
final class Calendar {

    private Calendar() {}

    /** The day, counted from 1970-01-01, that is so many months after a date; the last one of a month that is too short. */
    static long dayAfterMonths(int year, int month, int day, int months) {
        int index = year * 12 + (month - 1) + months;
        int newYear = Math.floorDiv(index, 12);
        int newMonth = Math.floorMod(index, 12) + 1;
        return dayOf(newYear, newMonth, Math.min(day, daysIn(newYear, newMonth)));
    }

    static int daysIn(int year, int month) {
        int[] days = {31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return days[month - 1];
    }

    static long dayOf(int year, int month, int day) {
        long days = 0;
        for (int y = 1970; y < year; y++) {
            days += isLeap(y) ? 366 : 365;
        }
        for (int m = 1; m < month; m++) {
            days += daysIn(year, m);
        }
        return days + day - 1;
    }

    /** The first moment, looked for minute by minute, at which the clocks of the zone show that day or a later one. */
    static Instant firstMomentOf(long epochDay, ZoneId zone) {
        long second = epochDay * 86_400 - 16 * 3_600;
        while (true) {
            Instant moment = Instant.ofEpochSecond(second);
            long local = second + zone.getRules().getOffset(moment).getTotalSeconds();
            if (Math.floorDiv(local, 86_400L) >= epochDay) {
                return moment;
            }
            second += 60;
        }
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
