package com.phoneunite.testkit.audit;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import java.time.Instant;

/**
 * Knows one family of rules, and judges one account by it. It is told what has happened in its order, and then asked about what the store
 * shows at the end of a look.
 */
interface Judge {

    /** Something has happened, of which the next call tells. */
    default void happened(Told told) {}

    default void line(Told told, Line line) {}

    default void added(Told told, OrganizationId id, State state, PlanName plan) {}

    default void became(Told told, OrganizationId id, State from, State to) {}

    default void planBecame(Told told, OrganizationId id, PlanName from, PlanName to) {}

    default void anchored(Told told, OrganizationId id, int anchor, Instant moment) {}

    default void freePeriodPaid(Told told, OrganizationId id, String reference) {}

    default void shortageRecorded(Told told, OrganizationId id, String reference, Instant graceUntil) {}

    default void planned(Told told, OrganizationId id, PlanName plan) {}

    default void planDropped(Told told, OrganizationId id, PlanName plan) {}

    default void arrearsRecorded(Told told, String reference, long minor) {}

    default void arrearsForgiven(Told told, String reference, long minor) {}

    default void attempted(Told told, String key, boolean automatic, long minor) {}

    default void attemptBecame(Told told, String key, AttemptState from, AttemptState to) {}

    default void cardPut(Told told) {}

    default void autoRechargeSet(Told told, Setting setting) {}

    default void autoRechargeOff(Told told) {}

    default void takingBegan(Told told, Taking.Source source, String reference, String recharge) {}

    default void takingBecame(Told told, Taking.Source source, String reference) {}

    /** All that is new has been told. */
    default void seen(Look look) {}

    /** Nothing is left to do. */
    default void quiet(Look look) {}
}
