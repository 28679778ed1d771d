package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.event.DomainEvent;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.TelephonyEvent;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final World world = new World();
    private UserSession owner;
    private OrganizationId first;
    private OrganizationId second;

    @BeforeEach
    void twoOrganizations() {
        owner = world.owner();
        first = world.first(owner);
        second = owner.addOrganization("Second", "standard").id();
    }

    @Test
    void O7_aClosedOrganizationIsOutOfReachAndItsHistoryStays() {
        UserSession administrator = world.administrator(owner, second, "admin@example.com");
        OrganizationWorkspace open = administrator.switchTo(second);
        Snapshot before = world.snapshot(owner.accountId());

        Organization closed = owner.closeOrganization(second);

        Snapshot after = world.snapshot(owner.accountId());
        assertThat(closed.state()).isEqualTo(OrganizationState.CLOSED);
        assertThat(after.organizations()).contains(closed).hasSize(2);
        assertThat(after.administrators()).isEqualTo(before.administrators());
        assertThat(owner.organizations().items())
                .extracting(OrganizationSummary::id)
                .containsExactly(first);
        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", open::organization);
        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", () -> owner.switchTo(second));
        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", () -> owner.closeOrganization(second));
        assertThat(world.plainEvents(owner.accountId()))
                .endsWith(new OrganizationEvent.StateChanged(OrganizationState.ACTIVE, OrganizationState.CLOSED));
    }

    @Test
    void O7_closingRevokesTheInvitations() {
        Invitations invitations = owner.switchTo(second).invitations();
        var made = invitations.inviteAdministrator("one@example.com");
        invitations.inviteMember("two@example.com", "101");
        var elsewhere = owner.switchTo(first).invitations().inviteAdministrator("one@example.com");

        owner.closeOrganization(second);

        world.refused(
                owner.accountId(),
                "INVITATION_NOT_VALID",
                () -> world.phoneUnite.acceptInvitation(made.token().reveal(), "one@example.com"));
        assertThat(world.plainEvents(owner.accountId()))
                .contains(
                        new MembershipEvent.InvitationRevoked(made.invitation().id()));
        assertThat(owner.switchTo(first)
                        .invitations()
                        .list(PageRequest.first(9))
                        .items())
                .containsExactly(elsewhere.invitation());
    }

    @Test
    void O7_theLastOpenOrganizationIsNotClosedAlone() {
        owner.closeOrganization(first);
        assertThat(world.refused(owner.accountId(), "LAST_OPEN_ORGANIZATION", () -> owner.closeOrganization(second))
                        .rule())
                .isEqualTo("O7");
    }

    @Test
    void O7_ofTwoThreadsThatCloseTheLastTwoOneIsRefused() throws Exception {
        for (int round = 0; round < 100; round++) {
            World house = new World();
            UserSession one = house.owner();
            OrganizationId a = house.first(one);
            OrganizationId b = one.addOrganization("Second", "standard").id();
            assertThat(Threads.together(List.of(
                            () -> OwnershipTest.answer(() -> one.closeOrganization(a)),
                            () -> OwnershipTest.answer(() -> one.closeOrganization(b)))))
                    .containsExactlyInAnyOrder("done", "LAST_OPEN_ORGANIZATION");
        }
    }

    @Test
    void A2_onlyTheOwnerCloses() {
        UserSession administrator = world.administrator(owner, second, "admin@example.com");
        world.refused(owner.accountId(), "OWNER_REQUIRED", () -> administrator.closeOrganization(second));
        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", () -> owner.closeOrganization(World.neverIssued()));
        world.refused(owner.accountId(), "INVALID_INPUT", () -> owner.closeOrganization(null));
    }

    @Test
    void O2_theNameOfAClosedOrganizationCanBeGivenAgain() {
        owner.closeOrganization(second);
        assertThat(owner.addOrganization("SECOND", "standard").state()).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void O4_closingTheFirstBringsNoSecondTrial() {
        owner.closeOrganization(first);
        Organization third = owner.addOrganization("Third", "standard");
        assertThat(third.state()).isEqualTo(OrganizationState.ACTIVE);
        assertThat(third.trialEndsAt()).isEmpty();
        assertThat(third.ordinal()).isEqualTo(2);
    }

    @Test
    void M4_whoAdministersOnlyClosedOrganizationsCanBeDeactivated() {
        UserSession administrator = world.administrator(owner, second, "admin@example.com");
        owner.switchTo(second).administrators().remove(owner.user());
        world.refused(
                owner.accountId(), "LAST_ADMINISTRATOR", () -> owner.users().deactivate(administrator.user()));
        owner.closeOrganization(second);
        assertThat(owner.users().deactivate(administrator.user()).active()).isFalse();
    }

    @Test
    void O7_closingFreesWhatOthersCouldUseAndKeepsTheRestAsHistory() {
        World house = new World(World.RING_GROUP);
        List<Business> both = house.twoBusinesses();
        Business closed = both.get(1);
        closed.member("ann@example.com", "101");
        Sound sound = closed.sound("Hello", 1);
        SavedCallTree tree = closed.treeTo("Main", Destination.extension("101"));
        closed.numbers().add("+12025550123");
        closed.numbers().route("+12025550123", Destination.callTree(tree.id()));
        closed.ringGroups().add("Sales", RingGroup.with(new ResourceRef("phone_number", "+12025550123")));
        var invitation = closed.workspace().invitations().inviteAdministrator("new@example.com");
        OrganizationScope scope = closed.scope();
        OwnedSnapshot before = closed.owned();

        List<DomainEvent> events = closed.eventsOf(() -> closed.owner().closeOrganization(closed.id()));

        assertThat(events)
                .containsExactly(
                        new MembershipEvent.InvitationRevoked(
                                invitation.invitation().id()),
                        new TelephonyEvent.PhoneNumberRemoved(new PhoneNumber("+12025550123")),
                        new OrganizationEvent.StateChanged(OrganizationState.ACTIVE, OrganizationState.CLOSED));
        OwnedSnapshot after =
                house.store.unitOfWork().view(scope.account(), () -> OwnedSnapshot.of(house.store, scope));
        assertThat(after.things()).isEqualTo(before.things());
        assertThat(after.named()).isEqualTo(before.named()).containsValue(true);
        assertThat(after.routes()).isEmpty();
        assertThat(after.usersOf(tree.ref())).as("the number leads nowhere").isEmpty();
        assertThat(house.phoneUnite.sweepSounds()).as("history keeps its bytes").isZero();
        assertThat(house.store.soundContents().contains(sound.content())).isTrue();
        assertThat(both.get(0).numbers().add("+12025550123").destination()).isEmpty();
    }

    @Test
    void S3_everySectionOfAnOpenWorkspaceIsGoneOnceTheOrganizationIsClosed() {
        World house = new World(World.RING_GROUP);
        Business business = house.twoBusinesses().get(1);
        SavedCallTree tree = business.tree("Main");
        Sound sound = business.sound("Hello", 1);
        OrganizationWorkspace open = business.workspace();
        CallTrees trees = open.callTrees();
        business.owner().closeOrganization(business.id());
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                open::organization,
                open::export,
                () -> open.mayCall("911"),
                () -> open.people().list(PageRequest.first(9)),
                () -> open.resources(World.RING_GROUP).add("Sales", RingGroup.EMPTY),
                () -> open.phoneNumbers().route("+12025550123", Destination.callTree(tree.id())),
                () -> open.sounds().open(sound.id()),
                () -> open.sounds().add("Other", new ByteArrayInputStream(SoundBytes.wav(2))),
                () -> open.sounds().remove(sound.id()),
                () -> trees.walk(tree.id(), "1"),
                () -> trees.save(tree.tree().draft().renamed("Other")),
                () -> trees.remove(tree.id()))) {
            business.refused("ORGANIZATION_NOT_FOUND", call);
        }
    }
}
