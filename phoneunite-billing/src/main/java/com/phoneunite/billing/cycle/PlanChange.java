package com.phoneunite.billing.cycle;

/** Rule B9: when a plan change takes effect. */
public enum PlanChange {
    /** At once, and what is left of a charged period is charged or credited by the day. */
    NOW,
    /** With the first period that starts after the change was asked for. Nothing is charged or credited for it. */
    AT_NEXT_PERIOD
}
