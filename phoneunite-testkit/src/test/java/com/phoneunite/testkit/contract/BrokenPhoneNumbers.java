package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.store.Store;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.PhoneNumberRepository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Repositories of phone numbers with one fault each. */
final class BrokenPhoneNumbers {

    private BrokenPhoneNumbers() {}

    static List<BrokenAdapter> all() {
        return List.of(
                of(
                        "a unique key within the account",
                        "claim",
                        (real, given) -> {
                            real.claim(one(given));
                            return true;
                        },
                        "T1_aNumberIsHeldOnceInTheWholeSystem",
                        "another account holds"),
                of(
                        "an upsert takes the number from a sibling",
                        "claim",
                        (real, given) -> {
                            HeldPhoneNumber number = one(given);
                            for (int ordinal = 0; ordinal < 2; ordinal++) {
                                real.find(scope(number, ordinal), number.number())
                                        .ifPresent(real::release);
                            }
                            return real.claim(number);
                        },
                        "T1_aNumberIsHeldOnceInTheWholeSystem",
                        "a sibling holds"),
                of(
                        "a claim of what one has is granted",
                        "claim",
                        (real, given) -> real.claim(one(given))
                                || real.find(scope(one(given), 0), one(given).number())
                                        .isPresent(),
                        "T1_aNumberIsClaimedOnceByItsHolderToo",
                        "that the organization holds"),
                of(
                        "an upsert of what one has",
                        "claim",
                        (real, given) -> {
                            boolean claimed = real.claim(one(given));
                            real.route(one(given));
                            return claimed;
                        },
                        "T1_aNumberIsClaimedOnceByItsHolderToo",
                        "the numbers after it"),
                of(
                        "a number is read by whether it is valid today",
                        "list",
                        (real, given) -> list(real, given, limit(given)).stream()
                                .map(BrokenPhoneNumbers::readAnew)
                                .toList(),
                        "T1_aNumberThatIsNotValidAnyMoreIsReadAsItWasKept",
                        "must be a valid phone number"),
                whole(
                        "looks first, then inserts",
                        BrokenPhoneNumbers::looksFirst,
                        "T1_ofTwoAccountsThatRaceOneHoldsTheNumber",
                        "[true, true]",
                        "at once"),
                whole(
                        "a directory that is not rolled back",
                        BrokenPhoneNumbers::neverForgets,
                        "T1_aClaimThatIsRolledBackLeavesTheNumberFree",
                        "was rolled back"),
                whole(
                        "a directory that a release forgets",
                        BrokenPhoneNumbers::neverForgets,
                        "T1_aReleasedNumberIsFreeOnceItIsCommitted",
                        "was released"),
                whole(
                        "a directory that is left before the commit",
                        BrokenPhoneNumbers::leavesAtOnce,
                        "T1_aReleaseThatIsRolledBackFreesNothing",
                        "a claim of it"),
                of(
                        "a release that waits for the commit",
                        "release",
                        (real, given) -> null,
                        "T1_aNumberMovesToASiblingInOneStep",
                        "in the step that released"),
                of(
                        "a route that is lost",
                        "route",
                        (real, given) -> null,
                        "T1_aNumberLeadsWhereItsHolderLastRoutedIt",
                        "for the number"),
                of(
                        "a number that is looked up without its organization",
                        "find",
                        (real, given) -> {
                            OrganizationScope scope = (OrganizationScope) given[0];
                            return real.find(scope, (PhoneNumber) given[1])
                                    .or(() -> real.find(Facts.scope(1, 1), (PhoneNumber) given[1]));
                        },
                        "I2_aNumberIsSeenInItsOrganizationAlone",
                        "a sibling's number"),
                of(
                        "a count without the organization",
                        "count",
                        (real, given) -> real.count(Facts.scope(1, 0)) + real.count(Facts.scope(1, 1)),
                        "I2_aNumberIsSeenInItsOrganizationAlone",
                        "count of who has none"),
                of(
                        "numbers in the order in which they were added",
                        "list",
                        (real, given) -> {
                            List<HeldPhoneNumber> numbers = new ArrayList<>(list(real, given, limit(given)));
                            Collections.reverse(numbers);
                            return numbers;
                        },
                        "X5_numbersAreListedInPagesByTheirDigits",
                        "all numbers"),
                of(
                        "numbers without a limit",
                        "list",
                        (real, given) -> list(real, given, Integer.MAX_VALUE),
                        "X5_numbersAreListedInPagesByTheirDigits",
                        "two numbers"),
                of(
                        "a list that is cut off",
                        "list",
                        (real, given) -> list(real, given, Math.min(3, limit(given))),
                        "X5_numbersAreListedInPagesByTheirDigits",
                        "all numbers"));
    }

    private static BrokenAdapter of(
            String fault, String method, Spoiled.Fault<PhoneNumberRepository> spoiled, String test, String... words) {
        return whole(
                fault,
                real -> Spoiled.port(PhoneNumberRepository.class, real.phoneNumbers(), method, spoiled),
                test,
                words);
    }

    private static BrokenAdapter whole(
            String fault, Function<InMemoryStore, PhoneNumberRepository> spoiled, String test, String... words) {
        Supplier<Store> store = () -> Spoiled.store(PhoneNumberRepository.class, "phoneNumbers", spoiled);
        return new BrokenAdapter(
                fault, PhoneNumberRepositoryContract.class, () -> CoreSubject.of(store), test, List.of(words));
    }

    private static HeldPhoneNumber one(Object... given) {
        return (HeldPhoneNumber) given[0];
    }

    private static int limit(Object... given) {
        return (int) given[2];
    }

    @SuppressWarnings("unchecked") // what list is given
    private static List<HeldPhoneNumber> list(PhoneNumberRepository real, Object[] given, int limit) {
        return real.list((OrganizationScope) given[0], (Optional<PhoneNumber>) given[1], limit);
    }

    private static OrganizationScope scope(HeldPhoneNumber number, int ordinal) {
        return Facts.scope(number.account().equals(Facts.account(1)) ? 1 : 2, ordinal);
    }

    private static HeldPhoneNumber readAnew(HeldPhoneNumber row) {
        PhoneNumber number = PhoneNumber.parse(row.number().value());
        return new HeldPhoneNumber(row.account(), row.organization(), number, row.since(), row.destination());
    }

    private static PhoneNumberRepository looksFirst(InMemoryStore store) {
        Set<PhoneNumber> committed = ConcurrentHashMap.newKeySet();
        return Spoiled.port(PhoneNumberRepository.class, store.phoneNumbers(), "claim", (real, given) -> {
            boolean claimed =
                    real.claim(one(given)) || !committed.contains(one(given).number());
            store.afterCommit(
                    one(given).account(), () -> committed.add(one(given).number()));
            return claimed;
        });
    }

    private static PhoneNumberRepository neverForgets(InMemoryStore store) {
        Map<PhoneNumber, AccountId> directory = new ConcurrentHashMap<>();
        return Spoiled.port(PhoneNumberRepository.class, store.phoneNumbers(), "claim", (real, given) -> {
            AccountId account = one(given).account();
            return account.equals(directory.computeIfAbsent(one(given).number(), number -> account))
                    && real.claim(one(given));
        });
    }

    private static PhoneNumberRepository leavesAtOnce(InMemoryStore store) {
        Set<PhoneNumber> free = ConcurrentHashMap.newKeySet();
        PhoneNumberRepository releases =
                Spoiled.port(PhoneNumberRepository.class, store.phoneNumbers(), "release", (real, given) -> {
                    free.add(one(given).number());
                    real.release(one(given));
                    return null;
                });
        return Spoiled.port(
                PhoneNumberRepository.class,
                releases,
                "claim",
                (real, given) -> free.contains(one(given).number()) || real.claim(one(given)));
    }
}
