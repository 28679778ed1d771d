package com.phoneunite.benchmarks.memory;

import java.util.List;

/** The billing run of a month by hand, over accounts whose organizations all pay the same price on the first of each month. */
interface HandWrittenRun {

    /**
     * Charges what is due on that day.
     *
     * @param epochDay the day, counted from 1970
     * @return how many organizations were charged
     */
    int charge(long epochDay);

    /** What an account was charged, in the order in which it was; a run that keeps no reference makes it anew here, of organization and period. */
    List<HandWritten.Line> lines(int account);

    /** Makes one for so many accounts. */
    @FunctionalInterface
    interface Maker {
        /** With so many organizations each. */
        HandWrittenRun of(int accounts, int organizations);
    }
}
