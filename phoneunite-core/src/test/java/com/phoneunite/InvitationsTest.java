package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserRef;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.InvitationToken;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.User;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InvitationsTest {

    private static final String NEW = "new@example.com";

    private final World world = new World();
    private UserSession owner;
    private OrganizationId first;
    private Invitations invitations;

    @BeforeEach
    void anAccount() {
        owner = world.owner();
        first = world.first(owner);
        invitations = owner.switchTo(first).invitations();
    }

    private UserRef accept(Invitations.Made made, String email) {
        return world.phoneUnite.acceptInvitation(made.token().reveal(), email);
    }

    private void notValid(Invitations.Made made, String email) {
        var refusal = world.refused(owner.accountId(), "INVITATION_NOT_VALID", () -> accept(made, email));
        assertThat(refusal.rule()).isEqualTo("M5");
        assertThat(refusal.facts()).isEmpty();
    }

    @Test
    void M5_whoAcceptsBecomesAUserAndAnAdministratorInOneStep() {
        Invitations.Made made = invitations.inviteAdministrator(" New@Example.com");
        UserRef accepted = accept(made, NEW);

        UserSession session = world.phoneUnite.signIn(accepted);
        assertThat(session.switchTo(first).organization().standing()).isEqualTo(new Standing(false, true, false));
        assertThat(owner.users().list(PageRequest.first(9)).items())
                .extracting(User::email)
                .contains(EmailAddress.parse(NEW));
        assertThat(world.plainEvents(owner.accountId()))
                .endsWith(
                        new MembershipEvent.Invited(made.invitation().id()),
                        new MembershipEvent.UserAdded(accepted.user()),
                        new MembershipEvent.InvitationAccepted(made.invitation().id(), accepted.user()),
                        new MembershipEvent.AdministratorAdded(accepted.user()));
    }

    @Test
    void M5_whoAcceptsBecomesAMemberWithTheExtension() {
        UserRef accepted = accept(invitations.inviteMember(NEW, "101"), NEW);
        assertThat(owner.switchTo(first).members().list(PageRequest.first(9)).items())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.user()).isEqualTo(accepted.user());
                    assertThat(one.extension()).isEqualTo(new Extension("101"));
                });
    }

    @Test
    void M5_aUserOfTheAccountAcceptsAsTheUserThatTheyAre() {
        UserSession ann = world.user(owner, "ann@example.com");
        assertThat(accept(invitations.inviteAdministrator("ann@example.com"), "ANN@example.com"))
                .isEqualTo(ann.ref());
        assertThat(ann.switchTo(first).organization().standing().administrator())
                .isTrue();
    }

    @Test
    void M5_anInvitationIsUsedOnce() {
        Invitations.Made made = invitations.inviteAdministrator(NEW);
        accept(made, NEW);
        notValid(made, NEW);
    }

    @Test
    void M5_ofManyThreadsThatAcceptAtOnceOneDoes() throws Exception {
        for (int round = 0; round < 100; round++) {
            Invitations.Made made = invitations.inviteAdministrator("round" + round + "@example.com");
            String email = made.invitation().email().value();
            List<String> answers = Threads.together(List.of(
                    () -> OwnershipTest.answer(() -> accept(made, email)),
                    () -> OwnershipTest.answer(() -> accept(made, email)),
                    () -> OwnershipTest.answer(() -> accept(made, email))));
            assertThat(answers).containsExactlyInAnyOrder("done", "INVITATION_NOT_VALID", "INVITATION_NOT_VALID");
        }
    }

    @Test
    void M5_anInvitationIsBoundToItsAddress() {
        notValid(invitations.inviteAdministrator(NEW), "other@example.com");
    }

    @Test
    void M5_anInvitationIsValidForSevenDaysJudgedWhenItIsRead() {
        Invitations.Made one = invitations.inviteAdministrator(NEW);
        Invitations.Made other = invitations.inviteAdministrator("other@example.com");
        world.clock.advance(Duration.ofDays(7).minusNanos(1_000));
        accept(one, NEW);
        world.clock.advance(Duration.ofNanos(1_000));
        notValid(other, "other@example.com");
        assertThat(invitations.list(PageRequest.first(9)).items())
                .singleElement()
                .satisfies(left ->
                        assertThat(left.isExpired(world.clock.instant())).isTrue());
    }

    @Test
    void M5_aRevokedInvitationIsNotValidAndCannotBeRevokedAgain() {
        Invitations.Made made = invitations.inviteAdministrator(NEW);
        invitations.revoke(made.invitation().id());
        notValid(made, NEW);
        world.refused(
                owner.accountId(),
                "INVITATION_NOT_FOUND",
                () -> invitations.revoke(made.invitation().id()));
    }

    @Test
    void M5_aNewInvitationForTheSameAddressReplacesTheOldInThisOrganizationOnly() {
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        Invitations.Made elsewhere = owner.switchTo(second).invitations().inviteAdministrator(NEW);
        Invitations.Made old = invitations.inviteMember(NEW, "101");
        Invitations.Made replacing = invitations.inviteMember("NEW@example.com", "102");

        notValid(old, NEW);
        assertThat(invitations.list(PageRequest.first(9)).items())
                .extracting(Invitation::id)
                .containsExactly(replacing.invitation().id());
        accept(replacing, NEW);
        accept(elsewhere, NEW);
        assertThat(world.plainEvents(owner.accountId()))
                .contains(new MembershipEvent.InvitationRevoked(old.invitation().id()));
    }

    @Test
    void M5_theInvitersAuthorityIsCheckedAgainOnAcceptance() {
        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        Invitations.Made removed = administrator.switchTo(first).invitations().inviteAdministrator("a@example.com");
        owner.switchTo(first).administrators().remove(administrator.user());
        notValid(removed, "a@example.com");

        owner.switchTo(first).members().add(administrator.user(), "101");
        notValid(removed, "a@example.com");
        owner.switchTo(first).administrators().add(administrator.user());
        owner.users().deactivate(administrator.user());
        notValid(removed, "a@example.com");
    }

    @Test
    void M5_nobodyAcceptsIntoAClosedOrganizationNorWhileTheyAreNotActive() {
        UserSession gone = world.user(owner, "gone@example.com");
        Invitations.Made forGone = invitations.inviteAdministrator("gone@example.com");
        owner.users().deactivate(gone.user());
        notValid(forGone, "gone@example.com");

        Invitations.Made made = invitations.inviteAdministrator(NEW);
        world.become(owner.accountId(), first, OrganizationState.CLOSED);
        notValid(made, NEW);
    }

    @Test
    void M5_aTokenThatWasNeverMadeOrIsOfNoAccountIsNotValidEither() {
        byte[] random = new byte[InvitationToken.RANDOM_BYTES];
        world.refused(
                owner.accountId(),
                "INVITATION_NOT_VALID",
                () -> world.phoneUnite.acceptInvitation(
                        InvitationToken.of(owner.accountId(), random).reveal(), NEW));
        AccountId nowhere = new AccountId(UUID.fromString("0190b1a0-0000-7000-8000-00000000dead"));
        world.refused(
                owner.accountId(),
                "INVITATION_NOT_VALID",
                () -> world.phoneUnite.acceptInvitation(
                        InvitationToken.of(nowhere, random).reveal(), NEW));
    }

    @Test
    void M5_onlyAHashOfTheTokenIsKeptAndNothingTellsIt() {
        Invitations.Made made = invitations.inviteAdministrator(NEW);
        String token = made.token().reveal();
        String kept = world.snapshot(owner.accountId())
                .invitations()
                .get(first)
                .get(0)
                .tokenHash();

        assertThat(kept).isEqualTo(made.token().hash()).hasSize(64).doesNotContain(token);
        assertThat(made.toString() + made.invitation() + made.token() + world.events(owner.accountId()))
                .doesNotContain(token)
                .doesNotContain(kept)
                .doesNotContain(NEW);
        assertThat(invitations.inviteAdministrator(NEW).token()).isNotEqualTo(made.token());
    }

    @Test
    void M5_theExtensionIsJudgedAgainOnAcceptanceAndNothingIsLeftHalfDone() {
        Invitations.Made made = invitations.inviteMember(NEW, "101");
        UserSession ann = world.user(owner, "ann@example.com");
        owner.switchTo(first).members().add(ann.user(), "101");

        world.refused(owner.accountId(), "EXTENSION_TAKEN", () -> accept(made, NEW));
        owner.switchTo(first).members().remove(ann.user());
        accept(made, NEW);
    }

    @Test
    void I2_anInvitationOfAnotherOrganizationIsAsOneThatNeverWas() {
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        InvitationId foreign = owner.switchTo(second)
                .invitations()
                .inviteAdministrator(NEW)
                .invitation()
                .id();
        InvitationId never = new InvitationId(UUID.fromString("0190b1a0-0000-7000-8000-00000000dead"));

        assertThat(world.refused(owner.accountId(), "INVITATION_NOT_FOUND", () -> invitations.revoke(foreign)))
                .isEqualTo(world.refused(owner.accountId(), "INVITATION_NOT_FOUND", () -> invitations.revoke(never)));
        assertThat(invitations.list(PageRequest.first(9)).items()).isEmpty();
    }

    @Test
    void X4_whatIsNoInvitationIsRefusedWithEveryViolationAtOnce() {
        assertThat(world.refused(owner.accountId(), "INVALID_INPUT", () -> invitations.inviteMember("x", "y"))
                        .message())
                .contains("NOT_AN_EMAIL_ADDRESS", "NOT_AN_EXTENSION");
        for (String token : List.of("", "x", "x".repeat(63), "x".repeat(65), "*".repeat(64), "x".repeat(1_000_000))) {
            assertThat(World.refusal("INVALID_INPUT", () -> world.phoneUnite.acceptInvitation(token, "x"))
                            .message())
                    .contains("NOT_A_TOKEN", "NOT_AN_EMAIL_ADDRESS");
        }
        World.refusal("INVALID_INPUT", () -> world.phoneUnite.acceptInvitation(null, null));
        World.refusal("INVALID_INPUT", () -> invitations.revoke(null));
    }

    @Test
    void X5_anOrganizationHasALimitOfOpenInvitations() {
        for (int i = 0; i < Invitation.MAX_PER_ORGANIZATION; i++) {
            invitations.inviteAdministrator("user" + i + "@example.com");
        }
        world.refused(owner.accountId(), "INVITATION_LIMIT_REACHED", () -> invitations.inviteAdministrator(NEW));
        invitations.inviteAdministrator("user7@example.com");
        assertThat(World.all(500, invitations::list)).hasSize(Invitation.MAX_PER_ORGANIZATION);
    }

    @Test
    void X5_anInvitationThatHasRunOutIsNotAnOpenOne() {
        for (int i = 0; i < Invitation.MAX_PER_ORGANIZATION; i++) {
            invitations.inviteAdministrator("user" + i + "@example.com");
        }
        world.clock.advance(Invitation.VALIDITY);

        invitations.inviteAdministrator(NEW);
        assertThat(World.all(500, invitations::list)).hasSize(1);
    }
}
