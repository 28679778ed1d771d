package com.phoneunite.billing.ledger;

/** Why an entry was posted. A reference is unique in the account for its kind (rule B3). Names are stored and never renamed. */
public enum EntryKind {
    /** Money that came in through the payment gateway (rule P8). */
    RECHARGE(1),
    /** A refund that we make, deducted before the gateway is asked (rule P11). */
    REFUND(-1),
    /** A refund that we made, given back after a definite no (rule P11). */
    REFUND_RETURNED(1),
    /** A refund that the gateway reported as done (rule P11). */
    REVERSAL(-1),
    /** A refund that the gateway reported, and that has come back (rule P11). */
    REVERSAL_RETURNED(1),
    /** A dispute that the gateway reported as done (rule P11). */
    DISPUTE(-1),
    /** A dispute that was won (rule P11). */
    DISPUTE_WON(1),
    /** The price of a period of an organization (rule B5). */
    PERIOD(-1),
    /** Usage that the host has rated (rule B10). */
    USAGE(-1),
    /** What a dearer plan costs for the rest of a period that was charged (rule B9). */
    PLAN_CHARGE(-1),
    /** What a cheaper plan gives back for the rest of a period that was charged (rule B9). */
    PLAN_CREDIT(1),
    /** A part of arrears that was paid (rule P11). */
    ARREARS(-1);

    private final int sign;

    EntryKind(int sign) {
        this.sign = sign;
    }

    /** 1 where it adds to the balance, -1 where it is deducted. */
    public int sign() {
        return sign;
    }
}
