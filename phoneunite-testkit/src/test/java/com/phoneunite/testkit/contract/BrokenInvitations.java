package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Repositories of invitations with one fault each. */
final class BrokenInvitations {

    private static final BrokenPort<InvitationRepository> PORT = new BrokenPort<>(
            InvitationRepository.class, "invitations", InMemoryStore::invitations, InvitationRepositoryContract.class);

    private BrokenInvitations() {}

    static List<BrokenAdapter> all() {
        return List.of(
                PORT.of(
                        "no column for the extension",
                        "save",
                        (real, given) -> {
                            Invitation one = one(given);
                            real.save(new Invitation(
                                    one.account(),
                                    one.organization(),
                                    one.id(),
                                    one.email(),
                                    Optional.empty(),
                                    one.tokenHash(),
                                    one.invitedBy(),
                                    one.at()));
                            return null;
                        },
                        "M5_anInvitationComesBackAsItWasSaved",
                        "an invitation"),
                byHash(
                        "a column for half of the hash",
                        (kept, asked) ->
                                asked.length() >= 32 && kept.substring(0, 32).equals(asked.substring(0, 32)),
                        "begins the same"),
                byHash("LIKE on the hash", (kept, asked) -> kept.startsWith(asked), "the beginning of a hash"),
                byHash(
                        "a pattern for the hash",
                        (kept, asked) -> asked.equals("%") || kept.equals(asked),
                        "a hash with wildcards"),
                PORT.of(
                        "what has run out is not listed",
                        "list",
                        (real, given) -> list(real, given, 999).stream()
                                .filter(one -> !one.isExpired(Facts.NOW))
                                .toList(),
                        "M5_whatHasRunOutIsKeptUntilItIsRemoved",
                        "invitations that have run out or not"),
                PORT.of(
                        "what has run out does not count",
                        "count",
                        (real, given) -> (int) real.list(scope(given), Optional.empty(), 999).stream()
                                .filter(one -> !one.isExpired(Facts.NOW))
                                .count(),
                        "M5_whatHasRunOutIsKeptUntilItIsRemoved",
                        "the count of invitations"),
                PORT.of(
                        "an index of tokens that is never cleared",
                        BrokenInvitations::remembersTokens,
                        "M5_anInvitationSavedAgainReplacesTheFormer",
                        "the token that was replaced"),
                PORT.of(
                        "an index of tokens that knows no removal",
                        BrokenInvitations::remembersTokens,
                        "M5_anInvitationThatIsRemovedIsGoneAlone",
                        "its token"),
                PORT.of(
                        "an index of tokens over all accounts",
                        BrokenInvitations::remembersTokens,
                        "I2_anInvitationIsSeenInItsOrganizationAlone",
                        "a token of another account"),
                PORT.of(
                        "an index of tokens that is not rolled back",
                        BrokenInvitations::remembersTokens,
                        "X1_anInvitationThatWasRolledBackIsAsBefore",
                        "a token that was rolled back"),
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
                        "M5_anAddressOrTokenHasOneInvitation",
                        "let a second invitation of an address pass"),
                PORT.of(
                        "one invitation of an address in the account",
                        "save",
                        (real, given) -> {
                            for (int ordinal = 0; ordinal < 2; ordinal++) {
                                real.findByEmail(
                                                Facts.scope(1, ordinal),
                                                one(given).email())
                                        .ifPresent(real::remove);
                            }
                            real.save(one(given));
                            return null;
                        },
                        "M5_anAddressOrTokenHasOneInvitation",
                        "let a second invitation of an address pass"),
                PORT.of(
                        "an invitation that is looked up without its organization",
                        "find",
                        (real, given) -> real.find(scope(given), (InvitationId) given[1])
                                .or(() -> real.find(Facts.scope(1, 1), (InvitationId) given[1])),
                        "I2_anInvitationIsSeenInItsOrganizationAlone",
                        "an invitation of a sibling"),
                PORT.of(
                        "the latest invitation first",
                        "list",
                        (real, given) -> {
                            List<Invitation> all = new ArrayList<>(list(real, given, (int) given[2]));
                            Collections.reverse(all);
                            return all;
                        },
                        "X5_invitationsAreListedInPagesByTheirIds",
                        "all invitations"),
                PORT.of(
                        "a page that skips one",
                        "list",
                        (real, given) -> list(real, given, 999).stream()
                                .skip(cursor(given).isPresent() ? 1 : 0)
                                .limit((int) given[2])
                                .toList(),
                        "X5_invitationsAreListedInPagesByTheirIds",
                        "behind the fifth"));
    }

    private static BrokenAdapter byHash(String fault, BiPredicate<String, String> same, String words) {
        return PORT.of(
                fault,
                () -> {
                    List<Invitation> all = new ArrayList<>();
                    return Map.of(
                            "save",
                            (real, given) -> {
                                all.add(one(given));
                                real.save(one(given));
                                return null;
                            },
                            "findByTokenHash",
                            (real, given) -> all.stream()
                                    .filter(one -> same.test(one.tokenHash(), (String) given[1]))
                                    .findFirst());
                },
                "M5_onlyTheWholeHashFindsAnInvitation",
                words);
    }

    private static Map<String, Spoiled.Fault<InvitationRepository>> remembersTokens() {
        Map<String, Invitation> index = new ConcurrentHashMap<>();
        return Map.of(
                "save",
                (real, given) -> {
                    index.put(one(given).tokenHash(), one(given));
                    real.save(one(given));
                    return null;
                },
                "findByTokenHash",
                (real, given) -> real.findByTokenHash((AccountId) given[0], (String) given[1])
                        .or(() -> Optional.ofNullable(index.get(given[1]))));
    }

    private static List<Invitation> list(InvitationRepository real, Object[] given, int limit) {
        return real.list(scope(given), cursor(given), limit);
    }

    @SuppressWarnings("unchecked") // what list is given
    private static Optional<InvitationId> cursor(Object... given) {
        return (Optional<InvitationId>) given[1];
    }

    private static OrganizationScope scope(Object... given) {
        return (OrganizationScope) given[0];
    }

    private static Invitation one(Object... given) {
        return (Invitation) given[0];
    }
}
