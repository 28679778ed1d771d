package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountEvent;
import com.phoneunite.membership.Standing;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private final World world = new World();
    private UserSession owner;
    private OrganizationId first;

    @BeforeEach
    void anAccount() {
        owner = world.owner();
        first = world.first(owner);
    }

    private List<ThrowingCallable> everythingThatOnlyTheOwnerMay(UserSession user) {
        return List.of(
                user::account,
                () -> user.addOrganization("Another", "standard"),
                () -> user.addOrganization("Product Experts, LLC", "standard"),
                () -> user.renameOrganization(first, "Another"),
                () -> user.renameOrganization(World.neverIssued(), "Another"),
                () -> user.handOverTo(user.user()),
                () -> user.handOverTo(World.nobody()),
                () -> user.users().list(PageRequest.first(10)),
                () -> user.users().add("new@example.com"),
                () -> user.users().add("you@example.com"),
                () -> user.users().deactivate(user.user()),
                () -> user.users().deactivate(owner.user()),
                () -> user.users().deactivate(World.nobody()));
    }

    @Test
    void A2_whatOnlyTheOwnerMayIsRefusedToAdministratorsAndToEverybodyElse() {
        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        UserSession other = world.user(owner, "other@example.com");
        for (UserSession user : List.of(administrator, other)) {
            for (ThrowingCallable call : everythingThatOnlyTheOwnerMay(user)) {
                var refusal = world.refused(owner.accountId(), "OWNER_REQUIRED", call);
                assertThat(refusal.rule()).isEqualTo("A2");
                assertThat(refusal.facts()).isEmpty();
            }
        }
    }

    @Test
    void A2_aDeactivatedUserIsNobodyEvenWhereOnlyTheOwnerMay() {
        UserSession gone = world.user(owner, "gone@example.com");
        owner.users().deactivate(gone.user());
        for (ThrowingCallable call : everythingThatOnlyTheOwnerMay(gone)) {
            world.refused(owner.accountId(), "USER_NOT_FOUND", call);
        }
        world.refused(owner.accountId(), "USER_NOT_FOUND", gone::organizations);
    }

    @Test
    void A2_theOwnerOfAnotherAccountIsNobodyHere() {
        UserSession other = world.owner();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> other.handOverTo(owner.user()), () -> other.users().deactivate(owner.user()))) {
            world.refused(owner.accountId(), "USER_NOT_FOUND", call);
            world.refused(other.accountId(), "USER_NOT_FOUND", call);
        }
    }

    @Test
    void A2_theOwnerHasAnAdministratorsRightsWithoutAnAdministration() {
        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        administrator.switchTo(first).administrators().remove(owner.user());

        assertThat(owner.switchTo(first).organization().standing()).isEqualTo(new Standing(true, false, false));
        assertThat(owner.switchTo(first)
                        .administrators()
                        .list(PageRequest.first(5))
                        .items())
                .hasSize(1);
        owner.switchTo(first).administrators().add(owner.user());
        assertThat(owner.switchTo(first).organization().standing()).isEqualTo(new Standing(true, true, false));
    }

    @Test
    void A2_theAccountIsHandedOverToAnotherActiveUser() {
        UserSession heir = world.user(owner, "heir@example.com");
        Snapshot before = world.snapshot(owner.accountId());

        Account handedOver = owner.handOverTo(heir.user());

        Snapshot after = world.snapshot(owner.accountId());
        assertThat(handedOver).isEqualTo(before.account().orElseThrow().handedTo(heir.user()));
        assertThat(after.account()).contains(handedOver);
        assertThat(after.administrators()).isEqualTo(before.administrators());
        assertThat(after.users()).isEqualTo(before.users());
        assertThat(world.plainEvents(owner.accountId()))
                .endsWith(new AccountEvent.HandedOver(owner.user(), heir.user()));
        assertThat(heir.account()).isEqualTo(handedOver);
        assertThat(heir.switchTo(first).organization().standing()).isEqualTo(new Standing(true, false, false));
    }

    @Test
    void A2_theFormerOwnerKeepsTheirAdministrationsAndNothingElse() {
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        UserSession heir = world.administrator(owner, second, "heir@example.com");
        owner.switchTo(second).administrators().remove(owner.user());
        owner.handOverTo(heir.user());

        assertThat(owner.organizations().items())
                .extracting(OrganizationSummary::id)
                .containsExactly(first);
        assertThat(owner.switchTo(first).organization().standing()).isEqualTo(new Standing(false, true, false));
        world.refused(owner.accountId(), "ORGANIZATION_NOT_FOUND", () -> owner.switchTo(second));
        world.refused(owner.accountId(), "OWNER_REQUIRED", owner::account);
        world.refused(owner.accountId(), "OWNER_REQUIRED", () -> owner.handOverTo(owner.user()));
    }

    @Test
    void A2_handingOverToOneselfChangesNothing() {
        Snapshot before = world.snapshot(owner.accountId());
        assertThat(owner.handOverTo(owner.user())).isEqualTo(before.account().orElseThrow());
        assertThat(world.snapshot(owner.accountId())).isEqualTo(before);
    }

    @Test
    void A2_theAccountIsNotHandedToWhoIsNotActiveOrNotThere() {
        UserSession gone = world.user(owner, "gone@example.com");
        owner.users().deactivate(gone.user());
        world.refused(owner.accountId(), "USER_NOT_FOUND", () -> owner.handOverTo(gone.user()));
        world.refused(owner.accountId(), "USER_NOT_FOUND", () -> owner.handOverTo(World.nobody()));
    }

    @Test
    void A2_theOwnerCannotBeDeactivatedAndTheFormerOwnerCan() {
        var refusal = world.refused(
                owner.accountId(),
                "OWNER_CANNOT_BE_DEACTIVATED",
                () -> owner.users().deactivate(owner.user()));
        assertThat(refusal.rule()).isEqualTo("A2");
        assertThat(refusal.facts()).isEqualTo(Map.of());

        UserSession heir = world.administrator(owner, first, "heir@example.com");
        owner.handOverTo(heir.user());
        heir.users().deactivate(owner.user());
        world.refused(owner.accountId(), "USER_NOT_FOUND", () -> heir.handOverTo(owner.user()));
        world.refused(owner.accountId(), "USER_NOT_FOUND", () -> world.phoneUnite.signIn(owner.ref()));
    }

    @Test
    void A2_ofTwoHandOversAtTheSameTimeExactlyOneIsDone() throws Exception {
        for (int round = 0; round < 100; round++) {
            UserSession one = world.owner();
            UserSession first = world.user(one, "first@example.com");
            UserSession second = world.user(one, "second@example.com");
            List<String> answers = Threads.together(List.of(
                    () -> answer(() -> one.handOverTo(first.user())),
                    () -> answer(() -> one.handOverTo(second.user()))));
            assertThat(answers).containsExactlyInAnyOrder("done", "OWNER_REQUIRED");
        }
    }

    static String answer(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (RefusedException e) {
            return e.code();
        }
    }
}
