package com.phoneunite.testkit.simulation;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.UserSession;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.OperatorPayments;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A command that a host is about to do for a customer. What it picks, it picks from what there is then.
 *
 * @param world what the hosts share
 * @param host who does it
 * @param of for whom; nobody where there is no customer yet
 * @param command what
 * @param chance what it draws from
 */
record Turn(World world, SimulatedHost host, Optional<Customer> of, Command command, Chance chance) {

    Customer customer() {
        return of.orElseThrow();
    }

    /** The owner, signed in. */
    UserSession you() {
        return host.phoneUnite().signIn(customer().owner());
    }

    AccountBilling billing() {
        return host.billing().of(you());
    }

    OperatorPayments payments() {
        return host.billing().actingAs("Ann").payments();
    }

    /** One of the customer's organizations, open or closed. */
    OrganizationId organization() {
        List<OrganizationId> all = world.organizations(customer());
        return all.get(chance.below(all.size()));
    }

    OrganizationWorkspace workspace() {
        return you().switchTo(organization());
    }

    Money money(long leastMinor, long mostMinor) {
        return customer().money(chance.between(leastMinor, mostMinor));
    }

    /** A key that nobody has used. */
    String newKey(String prefix) {
        return prefix + command.index();
    }
}
