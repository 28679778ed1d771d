package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.User;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules M1, M6 and I2: what {@link UserRepository} promises. */
public interface UserRepositoryContract extends StoreContract {

    @Test
    default void M1_aUserComesBackAsTheyWereSaved() {
        Proof.of("M1", "a person is not recognised by their address, and is made a second user", proof -> {
            Facts facts = Facts.of(this);
            List<User> all = drawn(facts, 8);
            keep(facts, 1, facts.odd().shuffled(all));
            for (User one : all) {
                proof.same("a user", Optional.of(one), read(facts, 1, port -> port.find(one.account(), one.id())));
                proof.same("the address of a user", Optional.of(one), byEmail(facts, 1, one.email()));
            }
        });
    }

    @Test
    default void M6_aDeactivatedUserStaysKnown() {
        Proof.of(
                "M6",
                "whoever was deactivated comes in again as another user, or their members' phones fall silent",
                proof -> {
                    Facts facts = Facts.of(this);
                    User gone = new User(
                            Facts.account(1),
                            Facts.user(1, 1),
                            EmailAddress.parse("gone@example.com"),
                            false,
                            Facts.NOW);
                    keep(facts, 1, List.of(gone));
                    proof.same(
                            "a deactivated user",
                            Optional.of(gone),
                            read(facts, 1, port -> port.find(gone.account(), gone.id())));
                    proof.same("a deactivated user's address", Optional.of(gone), byEmail(facts, 1, gone.email()));
                    proof.same(
                            "the count with a deactivated user",
                            2,
                            read(facts, 1, port -> port.count(Facts.account(1))));
                    proof.list(
                            "the users, one of them deactivated",
                            List.of(Facts.userOf(1, 0), gone),
                            list(facts, 1, Optional.empty(), 99));
                });
    }

    @Test
    default void M1_anAddressBelongsToOneUserOfTheAccount() {
        Proof.of("M1", "two sign-ups at once make two users of one person", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            proof.refuses(PhoneUniteFault.class, "an address that another user of the account has", () -> {
                keep(
                        facts,
                        1,
                        List.of(withEmail(Facts.userOf(1, 2), Facts.userOf(1, 1).email())));
                return true;
            });
            proof.same(
                    "the address after it",
                    Optional.of(Facts.userOf(1, 1)),
                    byEmail(facts, 1, Facts.userOf(1, 1).email()));
        });
    }

    @Test
    default void M1_theSamePersonInAnotherAccountIsAnotherUser() {
        Proof.of("M1", "a person who is a customer's user cannot be another customer's, or is let into both", proof -> {
            Facts facts = Facts.of(this);
            EmailAddress email = facts.odd().email(7);
            User here = withEmail(Facts.userOf(1, 1), email);
            User there = withEmail(Facts.userOf(2, 1), email);
            keep(facts, 2, List.of(there));
            proof.same("an address of another account's user", Optional.empty(), byEmail(facts, 1, email));
            keep(facts, 1, List.of(here));
            proof.same("an address that users of two accounts have", Optional.of(here), byEmail(facts, 1, email));
            proof.same("an address that users of two accounts have", Optional.of(there), byEmail(facts, 2, email));
        });
    }

    @Test
    default void M1_aFormerAddressFindsNobody() {
        Proof.of("M1", "whoever gets a person's former address gets their access", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            EmailAddress former = Facts.userOf(1, 1).email();
            User changed = withEmail(Facts.userOf(1, 1), facts.odd().email(9));
            keep(facts, 1, List.of(changed));
            proof.same("a former address", Optional.empty(), byEmail(facts, 1, former));
            proof.same("the new address", Optional.of(changed), byEmail(facts, 1, changed.email()));
            proof.same("the count after a change", 3, read(facts, 1, port -> port.count(Facts.account(1))));
            keep(facts, 1, List.of(withEmail(Facts.userOf(1, 2), former)));
            proof.same(
                    "an address that was given on",
                    Facts.user(1, 2),
                    byEmail(facts, 1, former).orElseThrow().id());
        });
    }

    @Test
    default void I2_aUserOfAnotherAccountIsNotFound() {
        Proof.of("I2", "a customer sees the users of another one, or changes them", proof -> {
            Facts facts = Facts.of(this);
            facts.users(2, 1);
            User foreign = Facts.userOf(2, 1);
            proof.same(
                    "a user of another account",
                    Optional.empty(),
                    read(facts, 1, port -> port.find(Facts.account(1), foreign.id())));
            User twin =
                    new User(Facts.account(1), foreign.id(), EmailAddress.parse("twin@example.com"), false, Facts.NOW);
            keep(facts, 1, List.of(twin));
            proof.same(
                    "a user whose id another account has used too",
                    Optional.of(foreign),
                    read(facts, 2, port -> port.find(Facts.account(2), foreign.id())));
            proof.list(
                    "the users of another account",
                    List.of(Facts.userOf(2, 0), foreign),
                    list(facts, 2, Optional.empty(), 99));
            proof.same("the count of another account", 2, read(facts, 2, port -> port.count(Facts.account(2))));
        });
    }

    @Test
    default void X5_usersAreListedInPagesByTheirIds() {
        Proof.of("X5", "users are missing from the owner's list, and keep their access", proof -> {
            Facts facts = Facts.of(this);
            List<User> all = drawn(facts, 12);
            keep(facts, 1, facts.odd().shuffled(all));
            Optional<UserId> owner = Optional.of(Facts.owner(1));
            proof.list("all users behind the owner", all, list(facts, 1, owner, 99));
            proof.list(
                    "three users behind the fifth",
                    all.subList(5, 8),
                    list(facts, 1, Optional.of(all.get(4).id()), 3));
            proof.list(
                    "the users behind the last",
                    List.of(),
                    list(facts, 1, Optional.of(all.get(11).id()), 3));
            proof.same("the count of users", 13, read(facts, 1, port -> port.count(Facts.account(1))));
            proof.none("the users", list(facts, 1, owner, 0));
        });
    }

    @Test
    default void X1_aUserWhoWasRolledBackIsAsBefore() {
        Proof.of("X1", "somebody has access whom nobody added, or an address stays taken by nobody", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 1);
            EmailAddress email = facts.odd().email(3);
            facts.undone(1, () -> {
                facts.store().users().save(withEmail(Facts.userOf(1, 1), email));
                facts.store().users().save(Facts.userOf(1, 2));
                byEmail(facts, 1, email);
                list(facts, 1, Optional.empty(), 99);
            });
            proof.same("an address that was rolled back", Optional.empty(), byEmail(facts, 1, email));
            proof.list(
                    "the users after a rollback",
                    List.of(Facts.userOf(1, 0), Facts.userOf(1, 1)),
                    list(facts, 1, Optional.empty(), 99));
            proof.same("the count after a rollback", 2, read(facts, 1, port -> port.count(Facts.account(1))));
        });
    }

    private static List<User> drawn(Facts facts, int count) {
        List<User> all = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            all.add(new User(
                    Facts.account(1),
                    Facts.user(1, number),
                    facts.odd().email(number),
                    facts.odd().between(0, 2) == 0,
                    facts.odd().moment()));
        }
        return all;
    }

    private static User withEmail(User user, EmailAddress email) {
        return new User(user.account(), user.id(), email, user.active(), user.addedAt());
    }

    private static void keep(Facts facts, int account, List<User> users) {
        facts.write(account, () -> users.forEach(facts.store().users()::save));
    }

    private static Optional<User> byEmail(Facts facts, int account, EmailAddress email) {
        return read(facts, account, port -> port.findByEmail(Facts.account(account), email));
    }

    private static List<User> list(Facts facts, int account, Optional<UserId> after, int limit) {
        AccountId id = Facts.account(account);
        return read(facts, account, port -> port.list(id, after, limit));
    }

    private static <T> T read(Facts facts, int account, Function<UserRepository, T> reading) {
        return facts.view(account, () -> reading.apply(facts.store().users()));
    }
}
