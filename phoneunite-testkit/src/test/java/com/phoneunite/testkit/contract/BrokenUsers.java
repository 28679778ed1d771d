package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.User;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Repositories of users with one fault each. */
final class BrokenUsers {

    private static final BrokenPort<UserRepository> PORT =
            new BrokenPort<>(UserRepository.class, "users", InMemoryStore::users, UserRepositoryContract.class);

    private BrokenUsers() {}

    static List<BrokenAdapter> all() {
        return List.of(
                PORT.of(
                        "moments to the second",
                        "save",
                        (real, given) -> {
                            User one = one(given);
                            real.save(new User(
                                    one.account(),
                                    one.id(),
                                    one.email(),
                                    one.active(),
                                    one.addedAt().truncatedTo(ChronoUnit.SECONDS)));
                            return null;
                        },
                        "M1_aUserComesBackAsTheyWereSaved",
                        "a user"),
                PORT.of(
                        "deactivated users are not found",
                        "find",
                        (real, given) -> real.find((AccountId) given[0], (UserId) given[1])
                                .filter(User::active),
                        "M6_aDeactivatedUserStaysKnown",
                        "a deactivated user"),
                PORT.of(
                        "deactivated users do not count",
                        "count",
                        (real, given) -> (int) list(real, given[0], Optional.empty(), 99).stream()
                                .filter(User::active)
                                .count(),
                        "M6_aDeactivatedUserStaysKnown",
                        "the count with a deactivated user"),
                PORT.of(
                        "deactivated users give their addresses up",
                        "findByEmail",
                        (real, given) -> real.findByEmail((AccountId) given[0], (EmailAddress) given[1])
                                .filter(User::active),
                        "M6_aDeactivatedUserStaysKnown",
                        "a deactivated user's address"),
                PORT.of(
                        "no unique index of addresses",
                        "save",
                        (real, given) -> {
                            try {
                                real.save(one(given));
                                return null;
                            } catch (PhoneUniteFault e) {
                                return null;
                            }
                        },
                        "M1_anAddressBelongsToOneUserOfTheAccount",
                        "let an address that another user"),
                PORT.of(
                        "addresses of all accounts together",
                        BrokenUsers::remembersAddresses,
                        "M1_theSamePersonInAnotherAccountIsAnotherUser",
                        "of another account's user"),
                PORT.of(
                        "an index of addresses that is never cleared",
                        BrokenUsers::remembersAddresses,
                        "M1_aFormerAddressFindsNobody",
                        "a former address"),
                PORT.of(
                        "an index of addresses that is not rolled back",
                        BrokenUsers::remembersAddresses,
                        "X1_aUserWhoWasRolledBackIsAsBefore",
                        "an address that was rolled back"),
                PORT.of(
                        "an upsert by an id without the account",
                        () -> byId(true),
                        "I2_aUserOfAnotherAccountIsNotFound",
                        "another account has used too"),
                PORT.of(
                        "a lookup without the account",
                        () -> byId(false),
                        "I2_aUserOfAnotherAccountIsNotFound",
                        "a user of another account"),
                PORT.of(
                        "a cursor with >= for >",
                        "list",
                        (real, given) -> {
                            List<User> all = list(real, given[0], Optional.empty(), 999);
                            return all.stream()
                                    .filter(one -> cursor(given).stream()
                                            .allMatch(after -> one.id().compareTo(after) >= 0))
                                    .limit((int) given[2])
                                    .toList();
                        },
                        "X5_usersAreListedInPagesByTheirIds",
                        "all users behind"),
                PORT.of(
                        "no ORDER BY",
                        "list",
                        (real, given) -> {
                            List<User> users = new ArrayList<>(list(real, given[0], cursor(given), (int) given[2]));
                            Collections.reverse(users);
                            return users;
                        },
                        "X5_usersAreListedInPagesByTheirIds",
                        "all users behind"),
                PORT.of(
                        "a limit that is forgotten",
                        "list",
                        (real, given) -> list(real, given[0], cursor(given), 999),
                        "X5_usersAreListedInPagesByTheirIds",
                        "three users"),
                PORT.of(
                        "a count that is cut off",
                        "count",
                        (real, given) -> Math.min(10, real.count((AccountId) given[0])),
                        "X5_usersAreListedInPagesByTheirIds",
                        "the count of users"));
    }

    private static Map<String, Spoiled.Fault<UserRepository>> remembersAddresses() {
        Map<EmailAddress, User> index = new ConcurrentHashMap<>();
        return Map.of(
                "save",
                (real, given) -> {
                    index.put(one(given).email(), one(given));
                    real.save(one(given));
                    return null;
                },
                "findByEmail",
                (real, given) -> real.findByEmail((AccountId) given[0], (EmailAddress) given[1])
                        .or(() -> Optional.ofNullable(index.get(given[1]))));
    }

    private static Map<String, Spoiled.Fault<UserRepository>> byId(boolean ofTheAccount) {
        Map<UserId, User> table = new ConcurrentHashMap<>();
        return Map.of(
                "save",
                (real, given) -> {
                    table.put(one(given).id(), one(given));
                    real.save(one(given));
                    return null;
                },
                "find",
                (real, given) -> Optional.ofNullable(table.get(given[1]))
                        .filter(one -> !ofTheAccount || one.account().equals(given[0])));
    }

    private static List<User> list(UserRepository real, Object account, Optional<UserId> after, int limit) {
        return real.list((AccountId) account, after, limit);
    }

    @SuppressWarnings("unchecked") // what list is given
    private static Optional<UserId> cursor(Object... given) {
        return (Optional<UserId>) given[1];
    }

    private static User one(Object... given) {
        return (User) given[0];
    }
}
