package com.phoneunite.testkit.audit;

/** Why an entry stands in the ledger. */
enum LineKind {
    RECHARGE(true),
    REFUND(false),
    REFUND_RETURNED(true),
    REVERSAL(false),
    REVERSAL_RETURNED(true),
    DISPUTE(false),
    DISPUTE_WON(true),
    PERIOD(false),
    USAGE(false),
    PLAN_CHARGE(false),
    PLAN_CREDIT(true),
    ARREARS(false);

    private final boolean isCredit;

    LineKind(boolean isCredit) {
        this.isCredit = isCredit;
    }

    /** Whether it adds to the balance. */
    boolean isCredit() {
        return isCredit;
    }
}
