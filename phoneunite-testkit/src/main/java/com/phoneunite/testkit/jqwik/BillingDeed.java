package com.phoneunite.testkit.jqwik;

/** What is done in the ready-made programs of billing, and what a step's numbers mean in it. */
public enum BillingDeed {

    /** Recharges the amount by hand, under a key of the step's own. */
    RECHARGE,

    /** Recharges the amount under one of the keys of the first steps: again, or with other facts. */
    RECHARGE_AGAIN,

    /** Adds an organization, on one of the plans. */
    ADD_ORGANIZATION,

    /** Closes one of the organizations. */
    CLOSE_ORGANIZATION,

    /** Puts one of the organizations on one of the plans, now. */
    CHANGE_PLAN_NOW,

    /** Puts one of the organizations on one of the plans, at its next period. */
    CHANGE_PLAN_LATER,

    /** Uses something for the amount, under one of 41 references. */
    USE,

    /** Puts a card on file that pays, or one that does not. */
    CARD,

    /** Removes the card. */
    REMOVE_CARD,

    /** Sets auto-recharge, below the amount and up to twice as much. */
    AUTO_RECHARGE,

    /** Turns auto-recharge off. */
    NO_AUTO_RECHARGE,

    /** Something is wrong with the next charge. Nothing hangs. */
    GATEWAY_FAULT,

    /** So many days pass, and one more; on the last one a host does its work. */
    DAYS,

    /** The clock goes back by so many hours. */
    CLOCK_BACK,

    /** Charges what is due. */
    RUN,

    /** Settles what is unknown. */
    RECONCILE
}
