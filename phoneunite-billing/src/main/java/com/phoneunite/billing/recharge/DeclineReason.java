package com.phoneunite.billing.recharge;

/** Rule P6: what a decline means for what may be tried next. */
public enum DeclineReason {
    /** Not now; the same card may work later. */
    RETRY_LATER,
    /** The customer must do something first, for example call their bank. */
    CUSTOMER_MUST_ACT,
    /** Never with this card: it is lost, stolen, expired or closed. */
    NEVER_WITH_THIS_CARD,
    /** The host's own set-up at the gateway is wrong; says nothing about the card. */
    MISCONFIGURED
}
