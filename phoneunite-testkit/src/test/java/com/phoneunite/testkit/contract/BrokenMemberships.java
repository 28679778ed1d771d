package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Repositories of memberships with one fault each. */
final class BrokenMemberships {

    private static final BrokenPort<MembershipRepository> PORT = new BrokenPort<>(
            MembershipRepository.class, "memberships", InMemoryStore::memberships, MembershipRepositoryContract.class);

    private BrokenMemberships() {}

    static List<BrokenAdapter> all() {
        return Stream.of(extensions(), people(), lists()).flatMap(List::stream).toList();
    }

    private static List<BrokenAdapter> extensions() {
        return List.of(
                PORT.of(
                        "extensions that are kept as numbers",
                        "findByExtension",
                        (real, given) -> every(real, given).stream()
                                .filter(one ->
                                        Integer.parseInt(one.extension().value()) == Integer.parseInt(digits(given)))
                                .findFirst(),
                        "M3_aMembershipComesBackAsItWasSaved",
                        "who has an extension"),
                PORT.of(
                        "no unique index of extensions",
                        "save",
                        (real, given) -> {
                            try {
                                real.save(one(given));
                                return null;
                            } catch (PhoneUniteFault e) {
                                return null;
                            }
                        },
                        "M3_anExtensionBelongsToOneMemberOfTheOrganization",
                        "let an extension that another member has pass"),
                PORT.of(
                        "extensions that are unique in the account",
                        "save",
                        (real, given) -> {
                            for (int ordinal = 0; ordinal < 2; ordinal++) {
                                if (real.findByExtension(
                                                Facts.scope(1, ordinal),
                                                one(given).extension())
                                        .isPresent()) {
                                    throw new PhoneUniteFault("not unique");
                                }
                            }
                            real.save(one(given));
                            return null;
                        },
                        "M3_anExtensionBelongsToOneMemberOfTheOrganization",
                        "threw"),
                PORT.of(
                        "an index of extensions that is never cleared",
                        BrokenMemberships::remembersExtensions,
                        "M3_aFormerExtensionIsFree",
                        "a former extension"),
                PORT.of(
                        "an index of extensions that is not rolled back",
                        BrokenMemberships::remembersExtensions,
                        "X1_aMembershipThatWasRolledBackIsAsBefore",
                        "that was rolled back"),
                longer(
                        "LIKE the wrong way round",
                        (kept, asked) -> asked.startsWith(kept) && !asked.equals(kept),
                        "longer than"),
                longer("LIKE, which an equal one is, too", String::startsWith, "what is longer than 20"),
                longer(
                        "LIKE with a wildcard before the digits",
                        (kept, asked) -> kept.contains(asked) && !kept.equals(asked),
                        "longer than 00"),
                PORT.of(
                        "the last of the longer extensions",
                        "firstLongerThan",
                        (real, given) -> every(real, given).stream()
                                .map(Membership::extension)
                                .filter(kept -> kept.value().startsWith(digits(given))
                                        && !kept.value().equals(digits(given)))
                                .max(Comparator.naturalOrder()),
                        "T2_theFirstLongerExtensionIsFound",
                        "longer than 20"));
    }

    private static List<BrokenAdapter> people() {
        return List.of(
                PORT.of(
                        "what a user is a member of is cut off after fifty",
                        "heldBy",
                        (real, given) -> real.heldBy((AccountId) given[0], (UserId) given[1]).stream()
                                .limit(50)
                                .toList(),
                        "M2_allThatAUserIsAMemberOfIsListed",
                        "what a user is a member of"),
                PORT.whole(
                        "a row for both that is written by either",
                        store ->
                                Spoiled.port(MembershipRepository.class, store.memberships(), "save", (real, given) -> {
                                    store.administrations().save(administration(one(given)));
                                    real.save(one(given));
                                    return null;
                                }),
                        "M2_aMembershipIsNoAdministration",
                        "the administration of a member"),
                PORT.whole(
                        "a row for both that is deleted with either",
                        store -> Spoiled.port(
                                MembershipRepository.class, store.memberships(), "remove", (real, given) -> {
                                    store.administrations().remove(administration(one(given)));
                                    real.remove(one(given));
                                    return null;
                                }),
                        "M2_aMembershipIsNoAdministration",
                        "no member any more"),
                PORT.of(
                        "a delete of what is the same in every column",
                        "remove",
                        (real, given) -> {
                            real.find(
                                            one(given).account(),
                                            one(given).organization(),
                                            one(given).user())
                                    .filter(one(given)::equals)
                                    .ifPresent(real::remove);
                            return null;
                        },
                        "M6_aMembershipThatIsRemovedIsGoneAlone",
                        "that was removed"),
                PORT.of(
                        "a delete without the organization",
                        "remove",
                        (real, given) -> {
                            real.heldBy(one(given).account(), one(given).user()).forEach(real::remove);
                            return null;
                        },
                        "M6_aMembershipThatIsRemovedIsGoneAlone",
                        "still a member of"));
    }

    private static List<BrokenAdapter> lists() {
        return List.of(
                PORT.of(
                        "an extension that is looked up without its organization",
                        "findByExtension",
                        (real, given) -> real.findByExtension(scope(given), (Extension) given[1])
                                .or(() -> real.findByExtension(Facts.scope(1, 1), (Extension) given[1])),
                        "I2_aMembershipIsSeenInItsOrganizationAlone",
                        "of a sibling"),
                PORT.of(
                        "a longer extension of whichever organization",
                        "firstLongerThan",
                        (real, given) -> real.firstLongerThan(Facts.scope(1, 1), (Extension) given[1]),
                        "I2_aMembershipIsSeenInItsOrganizationAlone",
                        "a longer extension than 101"),
                PORT.of(
                        "a count without the organization",
                        "count",
                        (real, given) -> real.count(Facts.scope(1, 0)) + real.count(Facts.scope(1, 1)),
                        "I2_aMembershipIsSeenInItsOrganizationAlone",
                        "the count of who has none"),
                PORT.of(
                        "members in the order of their extensions",
                        "list",
                        (real, given) -> every(real, given).stream()
                                .sorted(Comparator.comparing(Membership::extension))
                                .toList(),
                        "X5_membersAreListedInPagesByTheirIds",
                        "all members"),
                PORT.of(
                        "a cursor that is not looked at",
                        "list",
                        (real, given) -> real.list(scope(given), Optional.empty(), (int) given[2]),
                        "X5_membersAreListedInPagesByTheirIds",
                        "behind the fifth"),
                PORT.of(
                        "a count of at most ten",
                        "count",
                        (real, given) -> Math.min(10, real.count(scope(given))),
                        "X5_membersAreListedInPagesByTheirIds",
                        "the count of all members"));
    }

    private interface Longer {
        boolean is(String kept, String asked);
    }

    private static BrokenAdapter longer(String fault, Longer longer, String words) {
        return PORT.of(
                fault,
                "firstLongerThan",
                (real, given) -> every(real, given).stream()
                        .map(Membership::extension)
                        .filter(kept -> longer.is(kept.value(), digits(given)))
                        .sorted()
                        .findFirst(),
                "T2_theFirstLongerExtensionIsFound",
                words);
    }

    private static Map<String, Spoiled.Fault<MembershipRepository>> remembersExtensions() {
        Map<Extension, Membership> index = new ConcurrentHashMap<>();
        return Map.of(
                "save",
                (real, given) -> {
                    index.put(one(given).extension(), one(given));
                    real.save(one(given));
                    return null;
                },
                "findByExtension",
                (real, given) -> real.findByExtension(scope(given), (Extension) given[1])
                        .or(() -> Optional.ofNullable(index.get(given[1]))));
    }

    private static Administration administration(Membership one) {
        return new Administration(one.account(), one.organization(), one.user(), one.since());
    }

    private static List<Membership> every(MembershipRepository real, Object... given) {
        return real.list(scope(given), Optional.empty(), 999);
    }

    private static OrganizationScope scope(Object... given) {
        return (OrganizationScope) given[0];
    }

    private static String digits(Object... given) {
        return ((Extension) given[1]).value();
    }

    private static Membership one(Object... given) {
        return (Membership) given[0];
    }
}
