package com.phoneunite.testkit.contract;

/** What an adapter may lack, if it says so: the tests that need it are then reported as skipped, with the reason. */
public enum AdapterFeature {

    /** Two threads may work at once: on one account after each other, on different accounts side by side. */
    CONCURRENT,
    /** What was committed is there after a restart. */
    DURABLE,
    /** A clock goes on by itself, and is not moved by hand. */
    MOVING,
    /** Usage is posted in one step where nothing else is to be done for it: {@link com.phoneunite.billing.ledger.PlainUsage}. */
    ONE_STEP
}
