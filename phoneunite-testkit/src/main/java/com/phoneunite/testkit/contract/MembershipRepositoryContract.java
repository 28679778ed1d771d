package com.phoneunite.testkit.contract;

import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules M2, M3, M6, T2 and I2: what {@link MembershipRepository} promises. */
public interface MembershipRepositoryContract extends StoreContract {

    @Test
    default void M3_aMembershipComesBackAsItWasSaved() {
        Proof.of("M3", "a member's phone rings under other digits, or not at all", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 5);
            List<String> digits = facts.odd().shuffled(List.of("01", "007", "000007", "10", "999999"));
            for (int user = 1; user <= 5; user++) {
                Membership one =
                        of(1, 1, user, digits.get(user - 1), facts.odd().moment());
                keep(facts, 1, List.of(one));
                proof.same("a membership", Optional.of(one), find(facts, 1, 1, user));
                proof.same("a membership of a sibling", Optional.empty(), find(facts, 1, 0, user));
                proof.same("who has an extension", Optional.of(one), byExtension(facts, 1, 1, digits.get(user - 1)));
            }
            proof.same(
                    "who has an extension that is a number like one in use",
                    Optional.empty(),
                    byExtension(facts, 1, 1, "07"));
        });
    }

    @Test
    default void M3_anExtensionBelongsToOneMemberOfTheOrganization() {
        Proof.of("M3", "two people have one extension, and calls reach the wrong one", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            keep(facts, 1, List.of(of(1, 0, 1, "101", Facts.NOW), of(1, 1, 1, "101", Facts.NOW)));
            proof.refuses(PhoneUniteFault.class, "an extension that another member has", () -> {
                keep(facts, 1, List.of(of(1, 0, 2, "101", Facts.NOW)));
                return true;
            });
            proof.same(
                    "who has it",
                    Facts.user(1, 1),
                    byExtension(facts, 1, 0, "101").orElseThrow().user());
            keep(facts, 1, List.of(of(1, 0, 1, "101", Facts.NOW.plusSeconds(1))));
            proof.same("the count of members", 1, read(facts, 1, port -> port.count(Facts.scope(1, 0))));
        });
    }

    @Test
    default void M3_aFormerExtensionIsFree() {
        Proof.of("M3", "an extension is lost to everybody once its member has got another one", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            keep(facts, 1, List.of(of(1, 1, 1, "101", Facts.NOW)));
            keep(facts, 1, List.of(of(1, 1, 1, "102", Facts.NOW)));
            proof.same("who has a former extension", Optional.empty(), byExtension(facts, 1, 1, "101"));
            proof.same("the count of members after a change", 1, read(facts, 1, port -> port.count(Facts.scope(1, 1))));
            keep(facts, 1, List.of(of(1, 1, 2, "101", Facts.NOW)));
            proof.same(
                    "who has an extension that was given on",
                    Facts.user(1, 2),
                    byExtension(facts, 1, 1, "101").orElseThrow().user());
        });
    }

    @Test
    default void T2_theFirstLongerExtensionIsFound() {
        Proof.of(
                "T2", "a new extension is the beginning of another, and one of the two can never be dialled", proof -> {
                    Facts facts = Facts.of(this);
                    facts.users(1, 6);
                    List<String> digits = List.of("45", "2011", "2012", "2100", "300", "199");
                    List<Membership> all = new ArrayList<>();
                    for (int user = 1; user <= 6; user++) {
                        all.add(of(1, 1, user, digits.get(user - 1), Facts.NOW));
                    }
                    keep(facts, 1, facts.odd().shuffled(all));
                    keep(facts, 1, List.of(of(1, 0, 1, "2010", Facts.NOW)));
                    proof.same("what is longer than 20", Optional.of(new Extension("2011")), longer(facts, "20"));
                    proof.same("what is longer than 201", Optional.of(new Extension("2011")), longer(facts, "201"));
                    proof.same("what is longer than 2011, which is in use", Optional.empty(), longer(facts, "2011"));
                    proof.same(
                            "what is longer than 3001, which begins with one in use",
                            Optional.empty(),
                            longer(facts, "3001"));
                    proof.same("what is longer than 00, where some end so", Optional.empty(), longer(facts, "00"));
                });
    }

    @Test
    default void M2_allThatAUserIsAMemberOfIsListed() {
        Proof.of("M2", "a user does not find a brand in whose phone they are", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            List<Membership> all = new ArrayList<>();
            for (int ordinal = 2; ordinal < 60; ordinal++) {
                int number = ordinal;
                facts.write(
                        1,
                        () -> facts.store()
                                .organizations()
                                .save(OrganizationFacts.at(
                                        Facts.organization(1, number), OrganizationName.parse("Of many " + number))));
                all.add(of(1, ordinal, 1, "101", facts.odd().moment()));
            }
            keep(facts, 1, facts.odd().shuffled(all));
            keep(facts, 1, List.of(of(1, 2, 2, "202", Facts.NOW)));
            proof.list("what a user is a member of", all, heldBy(facts, 1, 1));
            proof.list("what another user is a member of", List.of(of(1, 2, 2, "202", Facts.NOW)), heldBy(facts, 1, 2));
        });
    }

    @Test
    default void M2_aMembershipIsNoAdministration() {
        Proof.of("M2", "who is given an extension may manage the brand, or loses the brand with it", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 1);
            keep(facts, 1, List.of(of(1, 1, 1, "101", Facts.NOW), of(1, 1, 0, "102", Facts.NOW)));
            proof.same(
                    "the administration of a member",
                    Optional.empty(),
                    administration(facts, 1).map(one -> one.user()));
            facts.write(1, () -> facts.store().memberships().remove(of(1, 1, 0, "102", Facts.NOW)));
            proof.same(
                    "the administration of who is no member any more",
                    Optional.of(Facts.owner(1)),
                    administration(facts, 0).map(one -> one.user()));
        });
    }

    @Test
    default void M6_aMembershipThatIsRemovedIsGoneAlone() {
        Proof.of("M6", "an extension that was given up is charged for ever, or others lose theirs", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            Membership other = of(1, 1, 2, "103", Facts.NOW);
            keep(
                    facts,
                    1,
                    List.of(
                            of(1, 0, 1, "101", Facts.NOW),
                            of(1, 1, 1, "101", Facts.NOW),
                            of(1, 1, 1, "102", Facts.NOW),
                            other));
            facts.write(1, () -> facts.store().memberships().remove(of(1, 1, 1, "101", Facts.NOW)));
            facts.write(1, () -> facts.store().memberships().remove(of(1, 1, 1, "101", Facts.NOW)));
            proof.same("a membership that was removed", Optional.empty(), find(facts, 1, 1, 1));
            proof.same("who has its extension", Optional.empty(), byExtension(facts, 1, 1, "102"));
            proof.list("the members after a removal", List.of(other), list(facts, 1, 1, Optional.empty(), 99));
            proof.same(
                    "the count of members after a removal", 1, read(facts, 1, port -> port.count(Facts.scope(1, 1))));
            proof.list(
                    "what the removed user is still a member of",
                    List.of(of(1, 0, 1, "101", Facts.NOW)),
                    heldBy(facts, 1, 1));
        });
    }

    @Test
    default void I2_aMembershipIsSeenInItsOrganizationAlone() {
        Proof.of(
                "I2",
                "a customer sees the members of another one, or cannot use an extension because of them",
                proof -> {
                    Facts facts = Facts.of(this);
                    facts.users(1, 2);
                    facts.users(2, 1);
                    Membership foreign = of(2, 0, 1, "1010", Facts.NOW);
                    keep(facts, 2, List.of(foreign));
                    keep(facts, 1, List.of(of(1, 1, 1, "1011", Facts.NOW)));
                    proof.same("who has an extension of a sibling", Optional.empty(), byExtension(facts, 1, 0, "1011"));
                    proof.same(
                            "who has an extension of another account",
                            Optional.empty(),
                            byExtension(facts, 1, 0, "1010"));
                    proof.same(
                            "a longer extension than 101, of a sibling",
                            Optional.empty(),
                            read(facts, 1, port -> port.firstLongerThan(Facts.scope(1, 0), new Extension("101"))));
                    proof.list("the members of who has none", List.of(), list(facts, 1, 0, Optional.empty(), 99));
                    proof.same("the count of who has none", 0, read(facts, 1, port -> port.count(Facts.scope(1, 0))));
                    Optional<Membership> found =
                            read(facts, 1, port -> port.find(Facts.account(1), foreign.organization(), foreign.user()));
                    proof.same("a membership of another account", Optional.empty(), found);
                });
    }

    @Test
    default void X5_membersAreListedInPagesByTheirIds() {
        Proof.of("X5", "members are missing from the list, and are charged all the same", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 12);
            List<Membership> all = new ArrayList<>();
            for (int user = 1; user <= 12; user++) {
                all.add(of(1, 1, user, "9" + (50 - user), facts.odd().moment()));
            }
            keep(facts, 1, facts.odd().shuffled(all));
            proof.list("all members", all, list(facts, 1, 1, Optional.empty(), 99));
            proof.list(
                    "three members behind the fifth",
                    all.subList(5, 8),
                    list(facts, 1, 1, Optional.of(Facts.user(1, 5)), 3));
            proof.list("the members behind the last", List.of(), list(facts, 1, 1, Optional.of(Facts.user(1, 12)), 3));
            proof.same("the count of all members", 12, read(facts, 1, port -> port.count(Facts.scope(1, 1))));
            proof.none("the members", list(facts, 1, 1, Optional.empty(), 0));
        });
    }

    @Test
    default void X1_aMembershipThatWasRolledBackIsAsBefore() {
        Proof.of("X1", "an extension is held that nobody has, or is held no more by who has it", proof -> {
            Facts facts = Facts.of(this);
            facts.users(1, 2);
            Membership kept = of(1, 1, 1, "101", Facts.NOW);
            keep(facts, 1, List.of(kept));
            facts.undone(1, () -> {
                facts.store().memberships().remove(kept);
                facts.store().memberships().save(of(1, 1, 2, "101", Facts.NOW));
                facts.store().memberships().save(of(1, 1, 1, "102", Facts.NOW));
                byExtension(facts, 1, 1, "101");
                list(facts, 1, 1, Optional.empty(), 99);
            });
            proof.list("the members after a rollback", List.of(kept), list(facts, 1, 1, Optional.empty(), 99));
            proof.same("who has the extension after a rollback", Optional.of(kept), byExtension(facts, 1, 1, "101"));
            proof.same("who has an extension that was rolled back", Optional.empty(), byExtension(facts, 1, 1, "102"));
            proof.same(
                    "the count of members after a rollback", 1, read(facts, 1, port -> port.count(Facts.scope(1, 1))));
        });
    }

    private static Membership of(int account, int ordinal, int user, String extension, Instant since) {
        return new Membership(
                Facts.account(account),
                Facts.organizationId(account, ordinal),
                Facts.user(account, user),
                new Extension(extension),
                since);
    }

    private static void keep(Facts facts, int account, List<Membership> all) {
        facts.write(account, () -> all.forEach(facts.store().memberships()::save));
    }

    private static Optional<Membership> find(Facts facts, int account, int ordinal, int user) {
        return read(
                facts,
                account,
                port -> port.find(
                        Facts.account(account), Facts.organizationId(account, ordinal), Facts.user(account, user)));
    }

    private static Optional<Membership> byExtension(Facts facts, int account, int ordinal, String digits) {
        return read(facts, account, port -> port.findByExtension(Facts.scope(account, ordinal), new Extension(digits)));
    }

    private static Optional<Extension> longer(Facts facts, String digits) {
        return read(facts, 1, port -> port.firstLongerThan(Facts.scope(1, 1), new Extension(digits)));
    }

    private static List<Membership> heldBy(Facts facts, int account, int user) {
        return read(facts, account, port -> port.heldBy(Facts.account(account), Facts.user(account, user)));
    }

    private static List<Membership> list(Facts facts, int account, int ordinal, Optional<UserId> after, int limit) {
        return read(facts, account, port -> port.list(Facts.scope(account, ordinal), after, limit));
    }

    private static Optional<Administration> administration(Facts facts, int user) {
        return facts.view(
                1,
                () -> facts.store()
                        .administrations()
                        .find(Facts.account(1), Facts.organizationId(1, 1), Facts.user(1, user)));
    }

    private static <T> T read(Facts facts, int account, Function<MembershipRepository, T> reading) {
        return facts.view(account, () -> reading.apply(facts.store().memberships()));
    }
}
