package com.phoneunite.testkit.audit;

/**
 * Rule P11: what took captured money back, as the store shows it: a refund of ours, or what the gateway reported.
 *
 * @param reference the key of our refund, or the gateway's reference
 * @param recharge the key of the attempt whose money it is
 * @param minor how much, in minor units
 * @param decided whether a person has decided about it
 */
record Taking(Source source, String reference, String recharge, long minor, Stand stand, boolean decided) {

    /** Who took it. */
    enum Source {
        OURS,
        REFUND,
        DISPUTE
    }

    /** Where it stands. */
    enum Stand {
        /** Asked for, and nobody knows what became of it. */
        UNRESOLVED,
        /** Reported of money that is not credited. */
        WAITING,
        TAKEN,
        RETURNED,
        IN_REVIEW
    }

    /** What it is told apart by, and its arrears are kept under. */
    String name() {
        return source + "/" + reference;
    }

    /** Whether a person has decided about it, or has to. */
    boolean isPersonal() {
        return decided || stand == Stand.IN_REVIEW;
    }

    /** Whether the balance has gone without it, or owes it. */
    boolean counts() {
        return stand == Stand.TAKEN
                || (source == Source.OURS && (stand == Stand.UNRESOLVED || stand == Stand.IN_REVIEW));
    }
}
