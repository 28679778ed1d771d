package com.phoneunite.billing.recharge;

/** Rule P11: where a refund of ours stands. Names are stored and never renamed. */
public enum RefundState {
    /** Deducted, before the gateway is asked; whether it was, nobody knows yet. */
    RECORDED,
    /** The gateway's answer was none, or not certain. */
    UNKNOWN,
    /** Given to the customer. */
    DONE,
    /** Definitely not given to the customer, and back on the balance. */
    GIVEN_BACK,
    /** A person must decide. */
    IN_REVIEW;

    /** Whether the gateway is still asked about it. */
    public boolean isUnresolved() {
        return switch (this) {
            case RECORDED, UNKNOWN -> true;
            case DONE, GIVEN_BACK, IN_REVIEW -> false;
        };
    }
}
