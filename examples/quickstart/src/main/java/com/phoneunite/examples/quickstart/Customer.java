package com.phoneunite.examples.quickstart;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationSummary;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRefusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An account in the story, with its owner signed in. */
final class Customer {

    private final String name;
    private final Account account;
    private final UserSession session;
    private final Schedule schedule;
    private final Map<String, OrganizationId> organizations = new HashMap<>();

    private Customer(String name, Account account, UserSession session, Schedule schedule) {
        this.name = name;
        this.account = account;
        this.session = session;
        this.schedule = schedule;
    }

    /**
     * Opens the account, with its first organization; one that was opened under that key is found again.
     *
     * @throws RefusedException where a rule says no
     */
    static Customer open(Story.Opening opening, String key, PhoneUnite phoneUnite, Schedule schedule) {
        OpenAccount request = opening.request().key(key);
        Account account = phoneUnite.openAccount(request);
        Customer customer = new Customer(opening.id(), account, phoneUnite.signIn(account.owner()), schedule);
        for (OrganizationSummary first : customer.session.organizations().items()) {
            customer.remember(String.valueOf(request.name()), first.id());
        }
        return customer;
    }

    /** The account that was opened before, with what the story calls its organizations by now. */
    static Customer known(String name, Place.Known known, PhoneUnite phoneUnite, Schedule schedule) {
        Account account = phoneUnite.account(new AccountId(known.account())).orElseThrow();
        Customer customer = new Customer(name, account, phoneUnite.signIn(account.owner()), schedule);
        known.names().forEach((named, id) -> customer.remember(named, new OrganizationId(id)));
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
        return schedule.billing().of(session);
    }

    /** What the host does. */
    Schedule schedule() {
        return schedule;
    }

    /** The organization with that name; where its addition was refused, as PhoneUnite would answer. */
    OrganizationId organization(String named) {
        return Optional.ofNullable(organizations.get(named))
                .orElseThrow(() -> new RefusedException(new OrganizationRefusal.NotFound()));
    }

    /** Its organizations by what the story calls them. */
    Map<String, UUID> names() {
        return organizations.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().value()));
    }

    void remember(String named, OrganizationId organization) {
        organizations.put(named, organization);
    }

    void forget(String named) {
        organizations.remove(named);
    }
}
