package com.phoneunite.billing.recharge;

/** What a gateway may be able to do beyond charging. What it does not declare is not relied on. */
public enum GatewayAbility {
    /** It can be asked what became of a request, by its key (rule P7). */
    LOOK_UP,
    /**
     * Where it does not find a key {@value Recharge#NOT_FOUND_AFTER_MINUTES} minutes after the last request under it, no request under it
     * was or will be carried out (rule P7).
     */
    CONCLUSIVE_NOT_FOUND,
    /** It tells the host when something becomes of a request, in messages that can be verified (rule P8). */
    NOTIFICATIONS,
    /** It can give back what was captured (rule P11). */
    REFUNDS,
    /** It can call off a request that waits for the customer's action (rule P5). */
    CANCELLING
}
