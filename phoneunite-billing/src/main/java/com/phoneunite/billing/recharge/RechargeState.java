package com.phoneunite.billing.recharge;

/** Rules P5 to P9: where a payment attempt stands. Names are stored and never renamed. */
public enum RechargeState {
    /** Recorded before the gateway is called; whether it was, nobody knows yet. */
    RECORDED,
    /** The gateway's answer was none, or not certain. */
    UNKNOWN,
    /** Accepted, and not decided yet. */
    PENDING,
    /** Waits for a step of the customer's. */
    ACTION_REQUIRED,
    /** Captured and credited. */
    SUCCEEDED,
    /** Definitely not captured. */
    DECLINED,
    /** Provably never sent; its key may be used again. */
    NOT_ATTEMPTED,
    /** Called off by the owner and confirmed by the gateway, or found by a person not to be captured. */
    CANCELLED,
    /** A person must decide. */
    IN_REVIEW;

    /** Whether it may still be captured: then no other attempt is started (rule P5). */
    public boolean isUnresolved() {
        return switch (this) {
            case RECORDED, UNKNOWN, PENDING, ACTION_REQUIRED -> true;
            case SUCCEEDED, DECLINED, NOT_ATTEMPTED, CANCELLED, IN_REVIEW -> false;
        };
    }

    /** Rule P4: whether it has definitely failed: then it does not count towards the cap of its month. */
    public boolean hasFailed() {
        return switch (this) {
            case DECLINED, NOT_ATTEMPTED, CANCELLED -> true;
            case RECORDED, UNKNOWN, PENDING, ACTION_REQUIRED, SUCCEEDED, IN_REVIEW -> false;
        };
    }
}
