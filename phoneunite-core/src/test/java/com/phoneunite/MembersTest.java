package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.Standing;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MembersTest {

    private final World world = new World();
    private UserSession owner;
    private OrganizationId first;
    private OrganizationId second;

    @BeforeEach
    void twoOrganizations() {
        owner = world.owner();
        first = world.first(owner);
        second = owner.addOrganization("Services Experts, LLC", "standard").id();
    }

    private List<String> extensions(OrganizationId organization) {
        return owner.switchTo(organization).members().list(PageRequest.first(500)).items().stream()
                .map(one -> one.extension().value())
                .sorted()
                .toList();
    }

    private Holdings.Counts heldAfterNow(OrganizationId organization) {
        return world.store
                .unitOfWork()
                .view(
                        owner.accountId(),
                        () -> new Holdings(world.store.holdings())
                                .atStartOf(
                                        owner.accountId(),
                                        organization,
                                        world.clock.instant().plusMillis(1)));
    }

    @Test
    void M3_aMemberHasOneExtensionAndTheSameDigitsMayExistInAnotherOrganization() {
        UserSession ann = world.user(owner, "ann@example.com");
        Membership membership = owner.switchTo(first).members().add(ann.user(), "101");
        owner.switchTo(second).members().add(ann.user(), "101");

        assertThat(membership)
                .isEqualTo(new Membership(
                        owner.accountId(), first, ann.user(), new Extension("101"), world.clock.instant()));
        assertThat(ann.organizations().items())
                .extracting(OrganizationSummary::id)
                .containsExactlyInAnyOrder(first, second);
        assertThat(ann.switchTo(first).organization().standing()).isEqualTo(new Standing(false, false, true));
        assertThat(world.plainEvents(owner.accountId()))
                .endsWith(
                        new MembershipEvent.MemberAdded(ann.user(), new Extension("101")),
                        new MembershipEvent.MemberAdded(ann.user(), new Extension("101")));
    }

    @Test
    void M3_anExtensionIsUniqueInItsOrganization() {
        UserSession ann = world.user(owner, "ann@example.com");
        UserSession bob = world.user(owner, "bob@example.com");
        Members members = owner.switchTo(first).members();
        members.add(ann.user(), "101");

        var refusal = world.refused(owner.accountId(), "EXTENSION_TAKEN", () -> members.add(bob.user(), "101"));
        assertThat(refusal.facts()).isEqualTo(Map.of("extension", "101"));
    }

    @Test
    void M3_addingTheSameAgainChangesNothingAndAnotherExtensionIsRefused() {
        UserSession ann = world.user(owner, "ann@example.com");
        Members members = owner.switchTo(first).members();
        Membership added = members.add(ann.user(), "101");
        Snapshot before = world.snapshot(owner.accountId());
        world.clock.advance(Duration.ofDays(1));

        assertThat(members.add(ann.user(), "101")).isEqualTo(added);
        assertThat(world.snapshot(owner.accountId())).isEqualTo(before);
        world.refused(owner.accountId(), "ALREADY_MEMBER", () -> members.add(ann.user(), "102"));
    }

    @Test
    void T2_noExtensionOfAnOrganizationIsTheBeginningOfAnotherOne() {
        Members members = owner.switchTo(first).members();
        members.add(world.user(owner, "ann@example.com").user(), "201");
        UserSession bob = world.user(owner, "bob@example.com");

        assertThat(world.refused(owner.accountId(), "EXTENSION_AMBIGUOUS", () -> members.add(bob.user(), "20"))
                        .facts())
                .isEqualTo(Map.of("extension", "20", "other", "201"));
        assertThat(world.refused(owner.accountId(), "EXTENSION_AMBIGUOUS", () -> members.add(bob.user(), "2011"))
                        .facts())
                .isEqualTo(Map.of("extension", "2011", "other", "201"));
        world.refused(owner.accountId(), "EXTENSION_RESERVED", () -> members.add(bob.user(), "911"));
        owner.switchTo(second).members().add(bob.user(), "20");
        members.add(bob.user(), "202");
        assertThat(extensions(first)).containsExactly("201", "202");
        assertThat(extensions(second)).containsExactly("20");
    }

    @Test
    void M1_anAdministratorAddsOnlyWhoStandsInTheOrganizationAlready() {
        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        UserSession stranger = world.user(owner, "ann@example.com");
        Members members = administrator.switchTo(first).members();

        world.refused(owner.accountId(), "USER_NOT_FOUND", () -> members.add(stranger.user(), "101"));
        world.refused(owner.accountId(), "USER_NOT_FOUND", () -> members.add(World.nobody(), "101"));
        assertThat(members.add(administrator.user(), "101").user()).isEqualTo(administrator.user());
        assertThat(administrator.switchTo(first).organization().standing()).isEqualTo(new Standing(false, true, true));
        owner.switchTo(first).members().add(stranger.user(), "102");
        administrator.switchTo(first).administrators().add(stranger.user());
        assertThat(stranger.switchTo(first).organization().standing()).isEqualTo(new Standing(false, true, true));
    }

    @Test
    void M2_aMemberSeesTheMembersAndManagesNothing() {
        UserSession ann = world.user(owner, "ann@example.com");
        owner.switchTo(first).members().add(ann.user(), "101");
        OrganizationWorkspace workspace = ann.switchTo(first);

        assertThat(workspace.members().list(PageRequest.first(10)).items()).hasSize(1);
        for (var call : List.<ThrowingCallable>of(
                () -> workspace.members().add(ann.user(), "101"),
                () -> workspace.members().remove(owner.user()),
                () -> workspace.administrators().list(PageRequest.first(10)),
                () -> workspace.administrators().add(ann.user()),
                () -> workspace.administrators().remove(owner.user()),
                () -> workspace.invitations().list(PageRequest.first(10)),
                () -> workspace.invitations().inviteAdministrator("x@example.com"),
                () -> workspace.invitations().inviteMember("x@example.com", "103"))) {
            assertThat(world.refused(owner.accountId(), "ADMINISTRATOR_REQUIRED", call)
                            .rule())
                    .isEqualTo("M2");
        }
    }

    @Test
    void M6_aMemberIsRemovedByAManagerOrLeavesAndTheExtensionIsFree() {
        UserSession ann = world.user(owner, "ann@example.com");
        UserSession bob = world.user(owner, "bob@example.com");
        Members members = owner.switchTo(first).members();
        members.add(ann.user(), "101");
        members.add(bob.user(), "102");

        members.remove(ann.user());
        bob.switchTo(first).members().remove(bob.user());

        assertThat(extensions(first)).isEmpty();
        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", () -> ann.switchTo(first));
        world.refused(owner.accountId(), "USER_NOT_FOUND", () -> members.remove(ann.user()));
        members.add(bob.user(), "101");
        assertThat(world.plainEvents(owner.accountId()))
                .contains(new MembershipEvent.MemberRemoved(ann.user(), new Extension("101")));
    }

    @Test
    void S3_aMemberWhoWasRemovedIsRefusedByTheNextCallOfAWorkspaceThatIsOpen() {
        UserSession ann = world.user(owner, "ann@example.com");
        owner.switchTo(first).members().add(ann.user(), "101");
        OrganizationWorkspace open = ann.switchTo(first);
        owner.switchTo(first).members().remove(ann.user());

        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", open::organization);
        world.refused(
                owner.accountId(),
                "ORGANIZATION_NOT_FOUND",
                () -> open.members().list(PageRequest.first(1)));
        assertThat(ann.organizations().items()).isEmpty();
    }

    @Test
    void M6_aDeactivatedUsersMembershipStaysWithItsExtensionHeld() {
        UserSession ann = world.user(owner, "ann@example.com");
        owner.switchTo(first).members().add(ann.user(), "101");
        owner.users().deactivate(ann.user());

        assertThat(extensions(first)).containsExactly("101");
        assertThat(heldAfterNow(first)).isEqualTo(new Holdings.Counts(1, 0));
        UserSession bob = world.user(owner, "bob@example.com");
        world.refused(
                owner.accountId(),
                "EXTENSION_TAKEN",
                () -> owner.switchTo(first).members().add(bob.user(), "101"));
        owner.switchTo(first).members().remove(ann.user());
        assertThat(extensions(first)).isEmpty();
    }

    @Test
    void B5_extensionsAreHeldAsDatedFacts() {
        UserSession ann = world.user(owner, "ann@example.com");
        UserSession bob = world.user(owner, "bob@example.com");
        Members members = owner.switchTo(first).members();
        members.add(ann.user(), "101");
        world.clock.advance(Duration.ofDays(1));
        members.add(bob.user(), "102");
        assertThat(heldAfterNow(first)).isEqualTo(new Holdings.Counts(2, 0));
        world.clock.advance(Duration.ofDays(1));
        members.remove(ann.user());

        assertThat(heldAfterNow(first)).isEqualTo(new Holdings.Counts(1, 0));
        world.clock.advance(Duration.ofDays(-1));
        assertThat(heldAfterNow(first)).isEqualTo(new Holdings.Counts(2, 0));
        world.clock.advance(Duration.ofDays(-1));
        assertThat(heldAfterNow(first)).isEqualTo(new Holdings.Counts(1, 0));
        assertThat(heldAfterNow(second)).isEqualTo(Holdings.Counts.NONE);
    }

    @Test
    void O6_whileSuspendedMembersAreReadAndRemovedAndNotAdded() {
        UserSession ann = world.user(owner, "ann@example.com");
        UserSession bob = world.user(owner, "bob@example.com");
        OrganizationWorkspace workspace = owner.switchTo(first);
        workspace.members().add(ann.user(), "101");
        var invited = workspace.invitations().inviteAdministrator("new@example.com");
        world.become(owner.accountId(), first, OrganizationState.SUSPENDED);

        for (var call : List.<ThrowingCallable>of(
                () -> workspace.members().add(bob.user(), "102"),
                () -> workspace.administrators().add(bob.user()),
                () -> workspace.invitations().inviteAdministrator("x@example.com"),
                () -> workspace.invitations().inviteMember("x@example.com", "103"),
                () -> owner.renameOrganization(first, "Another"),
                () -> world.phoneUnite.acceptInvitation(invited.token().reveal(), "new@example.com"))) {
            assertThat(world.refused(owner.accountId(), "ORGANIZATION_SUSPENDED", call)
                            .rule())
                    .isEqualTo("O6");
        }
        assertThat(extensions(first)).containsExactly("101");
        workspace.members().remove(ann.user());
        workspace.invitations().revoke(invited.invitation().id());
        assertThat(extensions(first)).isEmpty();
    }

    @Test
    void X4_whatIsNoMemberIsRefusedWithEveryViolationAtOnce() {
        Members members = owner.switchTo(first).members();
        var refusal = world.refused(owner.accountId(), "INVALID_INPUT", () -> members.add(null, "1"));
        assertThat(refusal.message()).contains("user: must be given", "NOT_AN_EXTENSION");
        world.refused(owner.accountId(), "INVALID_INPUT", () -> members.add(owner.user(), null));
        world.refused(owner.accountId(), "INVALID_INPUT", () -> members.remove(null));
    }

    @Test
    void X5_membersAreListedInPages() {
        for (int i = 0; i < 7; i++) {
            owner.switchTo(first)
                    .members()
                    .add(world.user(owner, "user" + i + "@example.com").user(), "10" + i);
        }
        assertThat(World.all(3, owner.switchTo(first).members()::list))
                .extracting(one -> one.extension().value())
                .containsExactlyInAnyOrder("100", "101", "102", "103", "104", "105", "106");
    }

    @Test
    void M3_manyThreadsThatWantTheSameExtensionGiveItToOne() throws Exception {
        List<UserSession> users = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            users.add(world.user(owner, "user" + i + "@example.com"));
        }
        Members members = owner.switchTo(first).members();
        for (int round = 0; round < 50; round++) {
            List<Callable<String>> calls = new ArrayList<>();
            for (UserSession user : users) {
                calls.add(() -> OwnershipTest.answer(() -> members.add(user.user(), "101")));
            }
            List<String> answers = Threads.together(calls);
            assertThat(answers).containsOnlyOnce("done").contains("EXTENSION_TAKEN");
            members.remove(members.list(PageRequest.first(1)).items().get(0).user());
        }
        assertThat(heldAfterNow(first)).isEqualTo(Holdings.Counts.NONE);
    }
}
