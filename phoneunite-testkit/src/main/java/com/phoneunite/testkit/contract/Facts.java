package com.phoneunite.testkit.contract;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/**
 * Accounts and organizations that a contract needs as facts, kept in the store so that an adapter with foreign keys has what they
 * lead to. Everything is told by small numbers, so a test is the same each time.
 */
final class Facts {

    static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");

    private final Store store;
    private final OddValues odd;

    private Facts(Store store, long seed) {
        this.store = store;
        this.odd = new OddValues(seed);
    }

    /** The store with accounts 1 and 2, each with an owner and the organizations 0 and 1. */
    static Facts in(Store store) {
        return in(store, 1);
    }

    /** The same in a new store of the host's, with values drawn from its seed. */
    static Facts of(StoreContract host) {
        return in(host.store(), host.seed());
    }

    private static Facts in(Store store, long seed) {
        Facts facts = new Facts(store, seed);
        facts.open(1);
        facts.open(2);
        return facts;
    }

    /** What is there when the host opens its store anew. */
    Facts reopenedBy(StoreContract host) {
        return new Facts(host.reopened(store), host.seed());
    }

    Store store() {
        return store;
    }

    OddValues odd() {
        return odd;
    }

    /** An id like those that the library makes: in the order of its number. */
    static UUID uuid(int kind, long number) {
        return new UUID(0x0199_0000_0000_7000L | ((long) kind << 16), 0x8000_0000_0000_0000L | number);
    }

    static AccountId account(int number) {
        return new AccountId(uuid(1, number));
    }

    static UserId owner(int account) {
        return user(account, 0);
    }

    static UserId user(int account, int number) {
        return new UserId(uuid(2, account * 1_000L + number));
    }

    static OrganizationId organizationId(int account, int ordinal) {
        return new OrganizationId(uuid(3, account * 1_000L + ordinal));
    }

    /** Ids that are nobody's: as many as an account may ever have, with those that a test adds. */
    static List<OrganizationId> manyOrganizations() {
        return IntStream.range(0, 9_980)
                .mapToObj(number -> new OrganizationId(uuid(3, 10_000_000L + number)))
                .toList();
    }

    /** The organization as it is added. */
    static Organization organization(int account, int ordinal) {
        return new Organization(
                account(account),
                organizationId(account, ordinal),
                OrganizationName.parse("Brand " + ordinal),
                new PlanName("standard"),
                ordinal == 0 ? OrganizationState.TRIAL : OrganizationState.ACTIVE,
                ordinal,
                NOW,
                ordinal == 0 ? Optional.of(NOW.plus(Duration.ofDays(14))) : Optional.empty(),
                Optional.empty());
    }

    /** The owner of the account, standing in one of its organizations. */
    static OrganizationScope scope(int account, int ordinal) {
        return Roster.enter(
                        accountOf(account),
                        Optional.of(userOf(account, 0)),
                        Optional.of(organization(account, ordinal)),
                        new Standing(true, true, false))
                .fold(scope -> scope, refusal -> {
                    throw new IllegalStateException(refusal.message());
                });
    }

    static Account accountOf(int number) {
        return Account.open(
                account(number), owner(number), new CountryCode("US"), ZoneId.of("UTC"), CurrencyUnit.USD, NOW);
    }

    static User userOf(int account, int number) {
        return new User(
                account(account),
                user(account, number),
                EmailAddress.parse("user" + number + "@example.com"),
                true,
                NOW);
    }

    static Change change(int account, Instant at) {
        return new Change(account(account), Actor.user(owner(account)), at);
    }

    /** Runs in a change of the account. */
    <T> T change(int account, Supplier<T> work) {
        return store.unitOfWork().change(account(account), work);
    }

    /** Runs in a change of the account. */
    void write(int account, Runnable work) {
        store.unitOfWork().execute(account(account), work);
    }

    /** Runs in a change of the account that then fails, so that nothing of it is left. */
    void undone(int account, Runnable work) {
        try {
            write(account, () -> {
                work.run();
                throw new Undone();
            });
        } catch (Undone e) {
            return;
        }
        throw new IllegalStateException("the change did not fail");
    }

    /** Runs in a view of the account. */
    <T> T view(int account, Supplier<T> work) {
        return store.unitOfWork().view(account(account), work);
    }

    /** Keeps further users of the account, from 1 on. */
    void users(int account, int count) {
        write(account, () -> {
            for (int number = 1; number <= count; number++) {
                store.users().save(userOf(account, number));
            }
        });
    }

    private void open(int number) {
        write(number, () -> {
            store.accounts().save(accountOf(number));
            store.users().save(userOf(number, 0));
            for (int ordinal = 0; ordinal < 2; ordinal++) {
                store.organizations().save(organization(number, ordinal));
                store.administrations()
                        .save(new Administration(account(number), organizationId(number, ordinal), owner(number), NOW));
            }
        });
    }

    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
