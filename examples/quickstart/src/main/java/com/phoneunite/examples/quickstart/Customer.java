package com.phoneunite.examples.quickstart;

import com.phoneunite.OrganizationSummary;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRefusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An account in the story, with its owner signed in. */
final class Customer {

    private final String name;
    private final Account account;
    private final UserSession session;
    private final Billing host;
    private final Map<String, OrganizationId> organizations = new HashMap<>();
    private int references;

    private Customer(String name, Account account, UserSession session, Billing host) {
        this.name = name;
        this.account = account;
        this.session = session;
        this.host = host;
    }

    /**
     * Opens the account, with its first organization.
     *
     * @throws RefusedException where a rule says no
     */
    static Customer open(Story.Opening opening, PhoneUnite phoneUnite, Billing host) {
        Account account = phoneUnite.openAccount(opening.request());
        Customer customer = new Customer(opening.id(), account, phoneUnite.signIn(account.owner()), host);
        for (OrganizationSummary first : customer.session.organizations().items()) {
            customer.remember(String.valueOf(opening.request().name()), first.id());
        }
        return customer;
    }

    /** What the story calls the account. */
    String name() {
        return name;
    }

    Account account() {
        return account;
    }

    UserSession session() {
        return session;
    }

    /** Billing as the owner sees it. */
    AccountBilling billing() {
        return host.of(session);
    }

    /** Billing as the host runs it. */
    Billing host() {
        return host;
    }

    /** A key or reference that was not used before. The same one again would change nothing. */
    String nextReference() {
        references++;
        return "story-" + references;
    }

    /** The organization with that name; where its addition was refused, as PhoneUnite would answer. */
    OrganizationId organization(String named) {
        return Optional.ofNullable(organizations.get(named))
                .orElseThrow(() -> new RefusedException(new OrganizationRefusal.NotFound()));
    }

    void remember(String named, OrganizationId organization) {
        organizations.put(named, organization);
    }

    void forget(String named) {
        organizations.remove(named);
    }
}
