package com.phoneunite.testkit.simulation;

import com.phoneunite.PhoneUnite;
import com.phoneunite.billing.Billing;
import java.util.Objects;

/**
 * What a host has built.
 *
 * @param phoneUnite its front door
 * @param billing its billing
 */
public record WiredHost(PhoneUnite phoneUnite, Billing billing) {
    public WiredHost {
        Objects.requireNonNull(phoneUnite, "phoneUnite");
        Objects.requireNonNull(billing, "billing");
    }
}
