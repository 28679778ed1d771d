package com.phoneunite.testkit.simulation;

/** What clocks do that programs forget. */
enum ClockFault {
    /** It goes back by up to two days. */
    BACK,
    /** It is a year ahead, for a while. */
    A_YEAR_AHEAD,
    /** It comes to the change of daylight saving time of an account. */
    DAYLIGHT_SAVING,
    /** It comes to the 31st of a month. */
    THE_31ST,
    /** It comes to the end of February. */
    END_OF_FEBRUARY,
    /** Months pass in which nothing runs. */
    OUTAGE
}
