package com.phoneunite.billing.cycle;

import com.phoneunite.organization.Organization;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rule B11: what falls due next of an organization. Immutable.
 *
 * @param organization the organization
 * @param subscription how far it is paid for
 * @param price what its next unpaid period costs: at the quantities of its start where it has begun, else at those of today; empty
 *     where the catalogue does not know the organization's plan any more
 */
public record Upcoming(Organization organization, Subscription subscription, Optional<Money> price) {

    public Upcoming {
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(subscription, "subscription");
        Objects.requireNonNull(price, "price");
    }
}
