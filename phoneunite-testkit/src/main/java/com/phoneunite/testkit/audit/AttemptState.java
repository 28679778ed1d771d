package com.phoneunite.testkit.audit;

/** Rules P5 to P9: where a payment attempt stands. */
enum AttemptState {
    RECORDED,
    UNKNOWN,
    PENDING,
    ACTION_REQUIRED,
    SUCCEEDED,
    DECLINED,
    NOT_ATTEMPTED,
    CANCELLED,
    IN_REVIEW;

    /** Rule P5: nobody knows yet what became of it, and the gateway can still be asked. */
    boolean isUnresolved() {
        return switch (this) {
            case RECORDED, UNKNOWN, PENDING, ACTION_REQUIRED -> true;
            case SUCCEEDED, DECLINED, NOT_ATTEMPTED, CANCELLED, IN_REVIEW -> false;
        };
    }

    /** Rule P4: it has definitely failed. */
    boolean hasFailed() {
        return switch (this) {
            case DECLINED, NOT_ATTEMPTED, CANCELLED -> true;
            case RECORDED, UNKNOWN, PENDING, ACTION_REQUIRED, SUCCEEDED, IN_REVIEW -> false;
        };
    }
}
