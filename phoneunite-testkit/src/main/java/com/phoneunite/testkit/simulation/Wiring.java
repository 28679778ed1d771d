package com.phoneunite.testkit.simulation;

import com.phoneunite.PhoneUnite;
import com.phoneunite.billing.Billing;

/** How a host builds PhoneUnite and billing. It is done anew whenever a simulated process has been killed. */
@FunctionalInterface
public interface Wiring {

    /** Builds a host from these parts. */
    WiredHost wire(WiringParts parts);

    /** As the library is built where a host adds nothing of its own. */
    static Wiring standard() {
        return parts -> {
            Billing billing = Billing.builder(parts.store())
                    .planCatalog(parts.plans())
                    .paymentGateway(parts.gateway())
                    .clock(parts.clock())
                    .grace(parts.grace())
                    .gatewayDeadline(parts.gatewayDeadline())
                    .build();
            PhoneUnite phoneUnite = PhoneUnite.builder(parts.store().core())
                    .billing(billing.organizations())
                    .ids(parts.ids())
                    .randomness(parts.randomness())
                    .trialDays(parts.trialDays())
                    .build();
            return new WiredHost(phoneUnite, billing);
        };
    }
}
