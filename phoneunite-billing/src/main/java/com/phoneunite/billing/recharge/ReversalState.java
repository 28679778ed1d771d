package com.phoneunite.billing.recharge;

/** Rule P11: where a refund or dispute stands that a gateway reported. Names are stored and never renamed. */
public enum ReversalState {
    /** Of money that is not credited (yet): nothing has been taken. */
    WAITING,
    /** Taken from the balance; what it was short of is arrears. */
    TAKEN,
    /** The money has come back. */
    RETURNED,
    /** In another currency than the account's: a person must decide. */
    IN_REVIEW
}
