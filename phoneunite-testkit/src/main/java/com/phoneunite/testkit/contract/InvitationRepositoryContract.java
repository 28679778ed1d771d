package com.phoneunite.testkit.contract;

import com.phoneunite.account.EmailAddress;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rules M5 and I2: what {@link InvitationRepository} promises. */
public interface InvitationRepositoryContract extends StoreContract {

    @Test
    default void M5_anInvitationComesBackAsItWasSaved() {
        Proof.of("M5", "an invited person gets another extension, or becomes an administrator unasked", proof -> {
            Facts facts = Facts.of(this);
            List<Invitation> all = drawn(facts, 8);
            keep(facts, 1, facts.odd().shuffled(all));
            for (Invitation one : all) {
                Optional<Invitation> wanted = Optional.of(one);
                proof.same("an invitation", wanted, find(facts, 1, 1, one.id()));
                proof.same("the invitation for an address", wanted, byEmail(facts, 1, 1, one.email()));
                proof.same("the invitation with the hash of a token", wanted, byHash(facts, 1, one.tokenHash()));
            }
            proof.list("the invitations", all, list(facts, 1, 1, Optional.empty(), 99));
        });
    }

    @Test
    default void M5_onlyTheWholeHashFindsAnInvitation() {
        Proof.of("M5", "a stranger comes in with a token that is only like the right one", proof -> {
            Facts facts = Facts.of(this);
            String hash = facts.odd().hash();
            Invitation one = with(1, 1, 1, facts.odd().email(1), hash, Facts.NOW);
            keep(facts, 1, List.of(one));
            String alike = hash.substring(0, 63) + (hash.endsWith("0") ? '1' : '0');
            proof.same("a hash that begins the same", Optional.empty(), byHash(facts, 1, alike));
            proof.same("the beginning of a hash", Optional.empty(), byHash(facts, 1, hash.substring(0, 32)));
            proof.same("no hash at all", Optional.empty(), byHash(facts, 1, ""));
            proof.same("a hash with wildcards", Optional.empty(), byHash(facts, 1, "%"));
        });
    }

    @Test
    default void M5_whatHasRunOutIsKeptUntilItIsRemoved() {
        Proof.of(
                "M5",
                "invitations vanish at other moments than the inviter is told, or go beyond their limit",
                proof -> {
                    Facts facts = Facts.of(this);
                    Instant longAgo = Facts.NOW.minus(Duration.ofDays(10_000));
                    Invitation one =
                            with(1, 1, 1, facts.odd().email(1), facts.odd().hash(), longAgo);
                    Invitation other = with(
                            1, 1, 2, facts.odd().email(2), facts.odd().hash(), Instant.parse("9000-01-01T00:00:00Z"));
                    keep(facts, 1, List.of(one, other));
                    proof.list(
                            "invitations that have run out or not",
                            List.of(one, other),
                            list(facts, 1, 1, Optional.empty(), 99));
                    proof.same("the count of invitations that have run out or not", 2, count(facts, 1));
                    proof.same("an invitation that has run out", Optional.of(one), find(facts, 1, 1, one.id()));
                    proof.same(
                            "the token of one that has run out", Optional.of(one), byHash(facts, 1, one.tokenHash()));
                    proof.same(
                            "the address of one that has run out", Optional.of(one), byEmail(facts, 1, 1, one.email()));
                });
    }

    @Test
    default void M5_anInvitationSavedAgainReplacesTheFormer() {
        Proof.of("M5", "the token that was replaced still lets its finder in", proof -> {
            Facts facts = Facts.of(this);
            Invitation former = with(1, 1, 1, facts.odd().email(1), facts.odd().hash(), Facts.NOW);
            Invitation next = with(1, 1, 1, facts.odd().email(2), facts.odd().hash(), Facts.NOW.plusSeconds(1));
            keep(facts, 1, List.of(former));
            keep(facts, 1, List.of(next));
            proof.same("the token that was replaced", Optional.empty(), byHash(facts, 1, former.tokenHash()));
            proof.same("the address that was replaced", Optional.empty(), byEmail(facts, 1, 1, former.email()));
            proof.list(
                    "the invitations after one was replaced", List.of(next), list(facts, 1, 1, Optional.empty(), 99));
            proof.same("the count after one was replaced", 1, count(facts, 1));
        });
    }

    @Test
    default void M5_anAddressOrTokenHasOneInvitation() {
        Proof.of(
                "M5", "somebody who was invited twice at once has two tokens, of which one is never revoked", proof -> {
                    Facts facts = Facts.of(this);
                    Invitation one =
                            with(1, 1, 1, facts.odd().email(1), facts.odd().hash(), Facts.NOW);
                    keep(
                            facts,
                            1,
                            List.of(one, with(1, 0, 2, one.email(), facts.odd().hash(), Facts.NOW)));
                    proof.refuses(PhoneUniteFault.class, "a second invitation of an address", () -> {
                        keep(
                                facts,
                                1,
                                List.of(with(1, 1, 3, one.email(), facts.odd().hash(), Facts.NOW)));
                        return true;
                    });
                    proof.refuses(PhoneUniteFault.class, "a second invitation with a token", () -> {
                        keep(facts, 1, List.of(with(1, 0, 3, facts.odd().email(3), one.tokenHash(), Facts.NOW)));
                        return true;
                    });
                });
    }

    @Test
    default void M5_anInvitationThatIsRemovedIsGoneAlone() {
        Proof.of("M5", "a revoked invitation is accepted, or an accepted one twice", proof -> {
            Facts facts = Facts.of(this);
            List<Invitation> all = drawn(facts, 3);
            keep(facts, 1, all);
            Invitation gone = all.get(1);
            facts.write(1, () -> facts.store().invitations().remove(gone));
            facts.write(1, () -> facts.store().invitations().remove(gone));
            proof.same("an invitation that was removed", Optional.empty(), find(facts, 1, 1, gone.id()));
            proof.same("its token", Optional.empty(), byHash(facts, 1, gone.tokenHash()));
            proof.same("its address", Optional.empty(), byEmail(facts, 1, 1, gone.email()));
            proof.list(
                    "the invitations after a removal",
                    List.of(all.get(0), all.get(2)),
                    list(facts, 1, 1, Optional.empty(), 99));
            proof.same("the count after a removal", 2, count(facts, 1));
        });
    }

    @Test
    default void I2_anInvitationIsSeenInItsOrganizationAlone() {
        Proof.of("I2", "a customer sees whom another one invites, or a token opens another account", proof -> {
            Facts facts = Facts.of(this);
            Invitation one = with(1, 1, 1, facts.odd().email(1), facts.odd().hash(), Facts.NOW);
            keep(facts, 1, List.of(one));
            proof.same("an invitation of a sibling", Optional.empty(), find(facts, 1, 0, one.id()));
            proof.same("an address that a sibling has invited", Optional.empty(), byEmail(facts, 1, 0, one.email()));
            proof.list("the invitations of who has none", List.of(), list(facts, 1, 0, Optional.empty(), 99));
            proof.same("the count of who has none", 0, count(facts, 0));
            proof.same("a token of another account", Optional.empty(), byHash(facts, 2, one.tokenHash()));
            Invitation twin = with(2, 1, 1, one.email(), one.tokenHash(), Facts.NOW);
            keep(facts, 2, List.of(twin));
            proof.same("a token that two accounts have", Optional.of(one), byHash(facts, 1, one.tokenHash()));
            proof.same("a token that two accounts have", Optional.of(twin), byHash(facts, 2, one.tokenHash()));
        });
    }

    @Test
    default void X5_invitationsAreListedInPagesByTheirIds() {
        Proof.of("X5", "invitations are missing from the list, and nobody can revoke them", proof -> {
            Facts facts = Facts.of(this);
            List<Invitation> all = drawn(facts, 12);
            keep(facts, 1, facts.odd().shuffled(all));
            proof.list("all invitations", all, list(facts, 1, 1, Optional.empty(), 99));
            proof.list(
                    "three invitations behind the fifth",
                    all.subList(5, 8),
                    list(facts, 1, 1, Optional.of(all.get(4).id()), 3));
            proof.list(
                    "the invitations behind the last",
                    List.of(),
                    list(facts, 1, 1, Optional.of(all.get(11).id()), 3));
            proof.same("the count of all invitations", 12, count(facts, 1));
            proof.none("the invitations", list(facts, 1, 1, Optional.empty(), 0));
        });
    }

    @Test
    default void X1_anInvitationThatWasRolledBackIsAsBefore() {
        Proof.of(
                "X1",
                "a token is valid whose invitation failed, or an acceptance that failed has used it up",
                proof -> {
                    Facts facts = Facts.of(this);
                    List<Invitation> all = drawn(facts, 2);
                    Invitation kept = all.get(0);
                    keep(facts, 1, List.of(kept));
                    facts.undone(1, () -> {
                        facts.store().invitations().remove(kept);
                        byHash(facts, 1, kept.tokenHash());
                    });
                    facts.undone(1, () -> {
                        facts.store().invitations().save(all.get(1));
                        byHash(facts, 1, all.get(1).tokenHash());
                        list(facts, 1, 1, Optional.empty(), 99);
                    });
                    proof.list(
                            "the invitations after a rollback", List.of(kept), list(facts, 1, 1, Optional.empty(), 99));
                    proof.same("a token after a rollback", Optional.of(kept), byHash(facts, 1, kept.tokenHash()));
                    proof.same(
                            "a token that was rolled back",
                            Optional.empty(),
                            byHash(facts, 1, all.get(1).tokenHash()));
                    proof.same("the count after a rollback", 1, count(facts, 1));
                });
    }

    private static List<Invitation> drawn(Facts facts, int count) {
        OddValues odd = facts.odd();
        List<Invitation> all = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Invitation one = with(1, 1, number, odd.email(number), odd.hash(), odd.moment());
            all.add(number % 2 == 0 ? one : granting(one, "0" + (40 + number)));
        }
        return all;
    }

    private static Invitation granting(Invitation one, String extension) {
        return new Invitation(
                one.account(),
                one.organization(),
                one.id(),
                one.email(),
                Optional.of(new Extension(extension)),
                one.tokenHash(),
                one.invitedBy(),
                one.at());
    }

    private static Invitation with(int account, int ordinal, int number, EmailAddress email, String hash, Instant at) {
        return new Invitation(
                Facts.account(account),
                Facts.organizationId(account, ordinal),
                new InvitationId(Facts.uuid(4, number)),
                email,
                Optional.empty(),
                hash,
                Facts.owner(account),
                at);
    }

    private static void keep(Facts facts, int account, List<Invitation> all) {
        facts.write(account, () -> all.forEach(facts.store().invitations()::save));
    }

    private static Optional<Invitation> find(Facts facts, int account, int ordinal, InvitationId id) {
        return read(facts, account, port -> port.find(Facts.scope(account, ordinal), id));
    }

    private static Optional<Invitation> byEmail(Facts facts, int account, int ordinal, EmailAddress email) {
        return read(facts, account, port -> port.findByEmail(Facts.scope(account, ordinal), email));
    }

    private static Optional<Invitation> byHash(Facts facts, int account, String hash) {
        return read(facts, account, port -> port.findByTokenHash(Facts.account(account), hash));
    }

    private static List<Invitation> list(
            Facts facts, int account, int ordinal, Optional<InvitationId> after, int limit) {
        return read(facts, account, port -> port.list(Facts.scope(account, ordinal), after, limit));
    }

    private static int count(Facts facts, int ordinal) {
        return read(facts, 1, port -> port.count(Facts.scope(1, ordinal)));
    }

    private static <T> T read(Facts facts, int account, Function<InvitationRepository, T> reading) {
        return facts.view(account, () -> reading.apply(facts.store().invitations()));
    }
}
