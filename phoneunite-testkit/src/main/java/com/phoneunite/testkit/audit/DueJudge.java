package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Rules B7, B8, O5 and P11: whose turn it is. What is due is paid oldest first and then by who was added first, before anybody returns from
 * suspension; an addition waits for all of it; arrears are paid before anything else.
 */
record DueJudge(Dossier dossier) {

    /**
     * A period is about to be paid.
     *
     * @param charged whose
     * @param balance the balance before
     */
    void verify(Told told, Course charged, long balance) {
        if (dossier.arrears > 0) {
            throw told.breach("P11", charged + " is charged, and arrears of " + dossier.arrears + " are open");
        }
        boolean isReturn = charged.anchor > 0 && charged.next == 0;
        boolean isAddition = charged.anchor == 0 && charged.next == 0 && charged.ordinal() > 0;
        for (Course other : dossier.courses()) {
            if (other == charged || other.anchor < 0) {
                continue;
            }
            // By a clock that has gone back, a return is charged from a moment that has not come.
            Instant until = isReturn && told.earliest().isBefore(charged.due()) ? told.earliest() : charged.due();
            boolean isDue = other.runs()
                    && !other.due().isAfter(until)
                    && !other.due().isAfter(told.look().now());
            if (isDue && isAddition) {
                throw told.breach("O5", charged + " was added, and " + other + " has been due since " + other.due());
            }
            if (isDue && isBefore(other, charged)) {
                verifyNotCovered(told, other, other.due(), charged, balance);
            }
            // By such a clock nobody knows from when the other one would have been charged, and so for how much.
            boolean hasCome = !told.earliest().isBefore(charged.due());
            if (isReturn && hasCome && other.state == State.SUSPENDED && isBefore(other, charged, charged.lapsed)) {
                verifyNotCovered(told, other, charged.due(), charged, balance);
            }
        }
    }

    private static void verifyNotCovered(Told told, Course other, Instant start, Course charged, long balance) {
        Optional<Long> price = new Prices(told.look().facts()).most(other, start);
        if (price.filter(minor -> Prices.covers(balance, minor)).isPresent()) {
            throw told.breach(
                    "B7",
                    charged + " is charged ahead of " + other + ", which is older (" + other.due() + ") and whose "
                            + price.get() + " a balance of " + balance + " covers");
        }
    }

    private static boolean isBefore(Course other, Course charged) {
        return isBefore(other, charged, charged.due());
    }

    private static boolean isBefore(Course other, Course charged, Instant due) {
        return other.due().isBefore(due) || (other.due().equals(due) && other.ordinal() < charged.ordinal());
    }
}
