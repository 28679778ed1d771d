package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repositories of administrations with one fault each. */
final class BrokenAdministrations {

    private static final BrokenPort<AdministrationRepository> PORT = new BrokenPort<>(
            AdministrationRepository.class,
            "administrations",
            InMemoryStore::administrations,
            AdministrationRepositoryContract.class);

    private BrokenAdministrations() {}

    static List<BrokenAdapter> all() {
        return List.of(
                PORT.of(
                        "a lookup without the organization",
                        "find",
                        (real, given) -> real.heldBy((AccountId) given[0], (UserId) given[2]).stream()
                                .findFirst(),
                        "M2_anAdministrationComesBackAsItWasSaved",
                        "of a sibling"),
                PORT.of(
                        "an insert that does nothing on conflict",
                        "save",
                        (real, given) -> {
                            if (find(real, one(given)).isEmpty()) {
                                real.save(one(given));
                            }
                            return null;
                        },
                        "M2_anAdministrationComesBackAsItWasSaved",
                        "once one was saved again"),
                PORT.of(
                        "what a user administers is cut off after fifty",
                        "heldBy",
                        (real, given) -> real.heldBy((AccountId) given[0], (UserId) given[1]).stream()
                                .limit(50)
                                .toList(),
                        "M2_allThatAUserAdministersIsListed",
                        "what a user administers"),
                PORT.of(
                        "a delete without the organization",
                        "remove",
                        (real, given) -> {
                            real.heldBy(one(given).account(), one(given).user()).forEach(real::remove);
                            return null;
                        },
                        "M4_anAdministrationThatIsRemovedIsGoneAlone",
                        "still administers"),
                PORT.of(
                        "a delete of what is the same in every column",
                        "remove",
                        (real, given) -> {
                            find(real, one(given)).filter(one(given)::equals).ifPresent(real::remove);
                            return null;
                        },
                        "M4_anAdministrationThatIsRemovedIsGoneAlone",
                        "that was removed"),
                PORT.of(
                        "a lookup without the account",
                        BrokenAdministrations::ofAllAccounts,
                        "I2_anAdministrationOfAnotherAccountIsNotFound",
                        "of another account"),
                PORT.of(
                        "administrators in the order in which they were added",
                        () -> {
                            List<Administration> saved = new ArrayList<>();
                            return Map.of(
                                    "save",
                                    save(saved),
                                    "listOf",
                                    (real, given) -> saved.stream()
                                            .filter(one -> one.organization().equals(given[1]))
                                            .toList());
                        },
                        "X5_administratorsAreListedInPagesByTheirIds",
                        "all administrators"),
                PORT.of(
                        "a list that is cut off after ten",
                        "listOf",
                        (real, given) -> list(real, given, Math.min(10, (int) given[3])),
                        "X5_administratorsAreListedInPagesByTheirIds",
                        "all administrators"),
                PORT.of(
                        "a limit that is forgotten",
                        "listOf",
                        (real, given) -> list(real, given, 999),
                        "X5_administratorsAreListedInPagesByTheirIds",
                        "three administrators"),
                PORT.of(
                        "a transaction of its own",
                        () -> {
                            List<Administration> saved = new ArrayList<>();
                            return Map.of(
                                    "save",
                                    save(saved),
                                    "heldBy",
                                    (real, given) -> saved.stream()
                                            .filter(one -> one.user().equals(given[1]))
                                            .toList());
                        },
                        "X1_anAdministrationThatWasRolledBackIsAsBefore",
                        "what the user administers after a rollback"));
    }

    private static Map<String, Spoiled.Fault<AdministrationRepository>> ofAllAccounts() {
        List<Administration> saved = new ArrayList<>();
        return Map.of(
                "save",
                save(saved),
                "find",
                (real, given) -> saved.stream()
                        .filter(one -> one.organization().equals(given[1])
                                && one.user().equals(given[2]))
                        .findFirst());
    }

    private static Spoiled.Fault<AdministrationRepository> save(List<Administration> saved) {
        return (real, given) -> {
            saved.add(one(given));
            real.save(one(given));
            return null;
        };
    }

    private static Optional<Administration> find(AdministrationRepository real, Administration one) {
        return real.find(one.account(), one.organization(), one.user());
    }

    @SuppressWarnings("unchecked") // what listOf is given
    private static List<Administration> list(AdministrationRepository real, Object[] given, int limit) {
        return real.listOf((AccountId) given[0], (OrganizationId) given[1], (Optional<UserId>) given[2], limit);
    }

    private static Administration one(Object... given) {
        return (Administration) given[0];
    }
}
