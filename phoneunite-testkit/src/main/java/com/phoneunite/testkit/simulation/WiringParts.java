package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.store.BillingStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a simulated host is built from. All of it is to be used: by what is left out, the host is not simulated, or not repeatable.
 *
 * @param store the store, with crash points in it
 * @param clock the clock, which the simulation moves
 * @param gateway the payment gateway, with its faults
 * @param plans the plans, which the simulation reprices
 * @param ids where ids come from
 * @param randomness where the random bytes of invitations come from
 * @param trialDays the length of the trial
 * @param grace the grace of rule B8
 * @param gatewayDeadline how long the gateway may take, in real time, as nothing else does: longer than the other host ever works meanwhile
 */
public record WiringParts(
        BillingStore store,
        InstantSource clock,
        PaymentGateway gateway,
        PlanCatalog plans,
        Supplier<UUID> ids,
        Supplier<byte[]> randomness,
        int trialDays,
        Duration grace,
        Duration gatewayDeadline) {}
