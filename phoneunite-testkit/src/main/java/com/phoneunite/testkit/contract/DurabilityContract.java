package com.phoneunite.testkit.contract;

import com.phoneunite.account.PaymentMethod;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.Membership;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rule X1: what was committed is there after a restart, in every port of core. Needs {@link AdapterFeature#DURABLE}. */
public interface DurabilityContract extends StoreContract {

    @Test
    default void X1_theAccountAndItsPeopleAreThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Facts facts = Facts.of(this);
        Store store = facts.store();
        Proof.of("X1", "a customer whose account was opened is unknown the next day", proof -> {
            PaymentMethod card = new PaymentMethod("Visa", "4242", YearMonth.of(2030, 1), Facts.NOW);
            facts.users(1, 1);
            Membership member = new Membership(
                    Facts.account(1), Facts.organizationId(1, 1), Facts.user(1, 1), new Extension("007"), Facts.NOW);
            Invitation invited = new Invitation(
                    Facts.account(1),
                    Facts.organizationId(1, 1),
                    new InvitationId(Facts.uuid(4, 1)),
                    facts.odd().email(1),
                    Optional.empty(),
                    facts.odd().hash(),
                    Facts.owner(1),
                    Facts.NOW);
            facts.write(1, () -> {
                store.accounts().save(Facts.accountOf(1).withPaymentMethod(card));
                store.memberships().save(member);
                store.invitations().save(invited);
            });
            Facts again = facts.reopenedBy(this);
            Store there = again.store();
            proof.same(
                    "the card of an account, after a restart",
                    Optional.of(card),
                    again.view(1, () -> there.accounts().find(Facts.account(1))).flatMap(one -> one.paymentMethod()));
            proof.same(
                    "a user, after a restart",
                    Optional.of(Facts.userOf(1, 1)),
                    again.view(1, () -> there.users().find(Facts.account(1), Facts.user(1, 1))));
            proof.same(
                    "an administration, after a restart",
                    true,
                    again.view(
                                    1,
                                    () -> there.administrations()
                                            .find(Facts.account(1), Facts.organizationId(1, 1), Facts.owner(1)))
                            .isPresent());
            proof.same(
                    "a membership, after a restart",
                    Optional.of(member),
                    again.view(1, () -> there.memberships().findByExtension(Facts.scope(1, 1), member.extension())));
            proof.same(
                    "a token, after a restart",
                    Optional.of(invited),
                    again.view(1, () -> there.invitations().findByTokenHash(Facts.account(1), invited.tokenHash())));
        });
    }

    @Test
    default void X1_whatOrganizationsHaveIsThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Facts facts = Facts.of(this);
        Store store = facts.store();
        Proof.of("X1", "calls go nowhere after a restart, although everything was saved", proof -> {
            OwnedProofs<SavedCallTree> trees = new OwnedProofs<>(OddCallTrees.KIND, facts);
            SavedCallTree tree = trees.drawn(1).get(0);
            ContentBench bench = new ContentBench(facts);
            byte[] bytes = bench.odd().bytes(100_000);
            SoundContents.Key key = bench.keep(1, 1, bytes);
            Sound sound = OddThings.sound(facts.odd(), 1, 1, 1, tree.name(), key.sha256());
            StoredResource brought =
                    new OwnedProofs<>(OddThings.RESOURCES, facts).drawn(1).get(0);
            ResourceRef user = tree.ref();
            HoldingFact held = new HoldingFact(
                    Facts.account(1), Facts.organizationId(1, 1), HoldingKind.PHONE_NUMBER, Facts.NOW, 1);
            facts.write(1, () -> {
                store.callTrees().save(tree);
                store.sounds().save(sound);
                store.resources().save(brought);
                store.references().replace(Facts.scope(1, 1), user, Set.of(sound.ref()));
                store.holdings().save(held);
            });
            Facts again = facts.reopenedBy(this);
            Store there = again.store();
            proof.same(
                    "an organization, after a restart",
                    Optional.of(Facts.organization(1, 1)),
                    again.view(1, () -> there.organizations().find(Facts.account(1), Facts.organizationId(1, 1))));
            proof.same(
                    "a call tree, after a restart",
                    Optional.of(tree),
                    again.view(1, () -> there.callTrees().find(Facts.scope(1, 1), tree.ref())));
            proof.same(
                    "a thing of the host's, after a restart",
                    Optional.of(brought),
                    again.view(1, () -> there.resources().find(Facts.scope(1, 1), brought.ref())));
            proof.same(
                    "whether a sound names its content, after a restart",
                    true,
                    again.view(1, () -> there.sounds().names(key)));
            proof.same(
                    "how many bytes of a sound are there, after a restart",
                    100_000,
                    new ContentBench(again).sameBytes(key, bytes));
            proof.list(
                    "what uses a sound, after a restart",
                    List.of(user),
                    again.view(1, () -> there.references().usersOf(Facts.scope(1, 1), sound.ref(), 9)));
            proof.same(
                    "what is held, after a restart",
                    Optional.of(held),
                    again.view(
                            1,
                            () -> there.holdings()
                                    .latest(Facts.account(1), Facts.organizationId(1, 1), HoldingKind.PHONE_NUMBER)));
        });
    }

    @Test
    default void X1_aNumberIsHeldAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Facts facts = Facts.of(this);
        Proof.of("X1", "another customer takes a number that was held before the restart", proof -> {
            facts.change(1, () -> facts.store().phoneNumbers().claim(held(1)));
            Facts again = facts.reopenedBy(this);
            proof.same(
                    "a claim of a number that another account holds, after a restart",
                    false,
                    again.change(2, () -> again.store().phoneNumbers().claim(held(2))));
            proof.list(
                    "the numbers that are held, after a restart",
                    List.of(held(1)),
                    again.view(1, () -> again.store().phoneNumbers().list(Facts.scope(1, 1), Optional.empty(), 9)));
        });
    }

    @Test
    default void X1_whatWasRolledBackIsNotThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Facts facts = Facts.of(this);
        Proof.of("X1", "what was refused comes back with the next restart", proof -> {
            facts.undone(1, () -> facts.store().organizations().save(Facts.organization(1, 2)));
            Facts again = facts.reopenedBy(this);
            proof.same(
                    "how many organizations there are, after a rollback and a restart",
                    2,
                    again.view(1, () -> again.store().organizations().countEver(Facts.account(1))));
        });
    }

    @Test
    default void X3_eventsGoOnAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Facts facts = Facts.of(this);
        Proof.of("X3", "events are lost with a restart, or their positions begin anew and none is delivered", proof -> {
            RecordedEvent first = facts.change(1, () -> append(facts));
            RecordedEvent second = facts.change(1, () -> append(facts));
            Facts again = facts.reopenedBy(this);
            Outbox outbox = again.store().outbox();
            proof.list(
                    "the events that wait, after a restart",
                    List.of(first, second),
                    again.view(1, () -> outbox.read(Facts.account(1), 0, 9)));
            proof.list("who waits, after a restart", List.of(Facts.account(1)), outbox.waiting(Optional.empty(), 9));
            proof.same(
                    "the position of the next event, after a restart",
                    3L,
                    again.change(1, () -> append(again)).position());
        });
    }

    private static RecordedEvent append(Facts facts) {
        return facts.store()
                .outbox()
                .append(
                        Facts.change(1, Facts.NOW),
                        Optional.of(Facts.organizationId(1, 0)),
                        new OrganizationEvent.StateChanged(OrganizationState.TRIAL, OrganizationState.ACTIVE));
    }

    private static HeldPhoneNumber held(int account) {
        return new HeldPhoneNumber(
                Facts.account(account),
                Facts.organizationId(account, 1),
                PhoneNumber.parse("+12025550123"),
                Facts.NOW,
                Optional.empty());
    }
}
