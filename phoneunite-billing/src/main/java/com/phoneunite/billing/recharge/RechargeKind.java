package com.phoneunite.billing.recharge;

/** Rule P4: who brought a payment attempt about. Names are stored and never renamed. */
public enum RechargeKind {
    /** The owner, by hand. */
    MANUAL,
    /** Auto-recharge. */
    AUTOMATIC
}
