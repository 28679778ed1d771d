package com.phoneunite.examples.quickstart;

import com.phoneunite.OpenAccount;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A story: who there is, and what happens on which day.
 *
 * @param digest tells it from other stories
 * @param starts when it starts, in the time zone that its days are told in: that of its first account
 * @param ends its last day
 * @param trial how long the free trial is
 * @param plans the plans that there are
 * @param accounts who opens an account on the first day
 * @param events what happens, in order
 */
record Story(
        String digest,
        ZonedDateTime starts,
        LocalDate ends,
        Trial trial,
        List<BillingPlan> plans,
        List<Opening> accounts,
        List<Step> events) {

    /** When customers act. */
    static final LocalTime MORNING = LocalTime.of(9, 0);

    /** When the host runs billing, every night. */
    static final LocalTime NIGHT = LocalTime.of(3, 0);

    /** That time of that day of the story. */
    Instant momentOf(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(starts.getZone()).toInstant();
    }

    /**
     * An account that is opened.
     *
     * @param id what the story calls it
     * @param request what it takes to open it
     */
    record Opening(String id, OpenAccount request) {}

    /**
     * Something that happens.
     *
     * @param path where it stands in the file, for example {@code "events[3]"}
     * @param on its day
     * @param account what the story calls the account that does it
     * @param deed what it does
     * @param say what the story says about it
     * @param expect the code of the refusal that it must meet
     */
    record Step(String path, LocalDate on, String account, Deed deed, Optional<String> say, Optional<String> expect) {}
}
