package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserRef;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchingTest {

    private final World world = new World();
    private UserSession owner;
    private AccountId account;
    private final List<OrganizationId> organizations = new ArrayList<>();

    @BeforeEach
    void anAccountWithFiveOrganizations() {
        owner = world.owner();
        account = owner.accountId();
        organizations.add(world.first(owner));
        for (String name : List.of("Zebra", "apple", "Mango", "Fig")) {
            world.clock.advance(Duration.ofSeconds(1));
            organizations.add(owner.addOrganization(name, "standard").id());
        }
    }

    private static List<ThrowingCallable> everythingIn(OrganizationWorkspace workspace) {
        return List.of(
                workspace::organization,
                () -> workspace.administrators().list(PageRequest.first(10)),
                () -> workspace.administrators().add(World.nobody()),
                () -> workspace.administrators().remove(World.nobody()));
    }

    @Test
    void S1_theOpenOrganizationsAreListedInTheOrderInWhichTheyWereAdded() {
        assertThat(owner.organizations().items())
                .extracting(OrganizationSummary::id)
                .containsExactlyElementsOf(organizations);
        assertThat(owner.organizations().next()).isEmpty();
        for (int limit = 1; limit < 7; limit++) {
            assertThat(World.all(limit, owner::organizations))
                    .extracting(OrganizationSummary::id)
                    .containsExactlyElementsOf(organizations);
        }
    }

    @Test
    void S1_closedOrganizationsArePassedOverOnEveryPage() {
        UserSession administrator = world.user(owner, "admin@example.com");
        organizations.forEach(id -> owner.switchTo(id).administrators().add(administrator.user()));
        for (int closed : new int[] {0, 1, 4}) {
            world.become(account, organizations.get(closed), OrganizationState.CLOSED);
        }
        for (UserSession user : List.of(owner, administrator)) {
            for (int limit = 1; limit < 4; limit++) {
                assertThat(World.all(limit, user::organizations))
                        .extracting(OrganizationSummary::id)
                        .containsExactly(organizations.get(2), organizations.get(3));
            }
            world.refused(account, "ORGANIZATION_NOT_FOUND", () -> user.switchTo(organizations.get(0)));
        }
    }

    @Test
    void S1_aLongRunOfClosedOrganizationsHidesNoneBehindIt() {
        for (int i = 0; i < PageRequest.MAX_LIMIT + 1; i++) {
            OrganizationId id = owner.addOrganization("Number " + i, "standard").id();
            world.become(account, id, OrganizationState.CLOSED);
        }
        OrganizationId last = owner.addOrganization("Last", "standard").id();
        assertThat(World.all(1, owner::organizations))
                .extracting(OrganizationSummary::id)
                .hasSize(6)
                .endsWith(last);
        UserSession administrator = world.administrator(owner, last, "admin@example.com");
        assertThat(World.all(1, administrator::organizations))
                .extracting(OrganizationSummary::id)
                .containsExactly(last);
    }

    @Test
    void S1_anAdministratorSeesTheirOwnOrganizationsOnly() {
        UserSession administrator = world.administrator(owner, organizations.get(3), "admin@example.com");
        owner.switchTo(organizations.get(1)).administrators().add(administrator.user());
        assertThat(World.all(1, administrator::organizations))
                .extracting(OrganizationSummary::id)
                .containsExactly(organizations.get(1), organizations.get(3));
        OrganizationWorkspace workspace = administrator.switchTo(organizations.get(3));
        assertThat(workspace.id()).isEqualTo(organizations.get(3));
        assertThat(workspace.organization().name().value()).isEqualTo("Mango");
    }

    @Test
    void S2_twoSessionsOfOneUserAreInTwoOrganizationsAndSwitchingChangesNothing() {
        Snapshot before = world.snapshot(account);
        UserSession other = world.phoneUnite.signIn(owner.ref());
        OrganizationWorkspace here = owner.switchTo(organizations.get(0));
        OrganizationWorkspace there = other.switchTo(organizations.get(1));
        OrganizationWorkspace third = owner.switchTo(organizations.get(2));
        World.refusal("ORGANIZATION_NOT_FOUND", () -> owner.switchTo(World.neverIssued()));
        assertThat(List.of(here, there, third))
                .extracting(one -> one.organization().id())
                .containsExactlyElementsOf(organizations.subList(0, 3));
        assertThat(world.snapshot(account)).isEqualTo(before);
    }

    @Test
    void S3_whoseAdministrationIsRevokedIsRefusedByTheNextCallOfAnOpenSession() {
        UserSession administrator = world.administrator(owner, organizations.get(1), "admin@example.com");
        owner.switchTo(organizations.get(2)).administrators().add(administrator.user());
        OrganizationWorkspace workspace = administrator.switchTo(organizations.get(1));
        owner.switchTo(organizations.get(1)).administrators().remove(administrator.user());
        for (ThrowingCallable call : everythingIn(workspace)) {
            world.refused(account, "ORGANIZATION_NOT_FOUND", call);
        }
        assertThat(administrator.organizations().items())
                .extracting(OrganizationSummary::id)
                .containsExactly(organizations.get(2));
        owner.switchTo(organizations.get(1)).administrators().add(administrator.user());
        assertThat(workspace.organization().id()).isEqualTo(organizations.get(1));
    }

    @Test
    void S3_whoIsDeactivatedIsRefusedByTheNextCallOfAnOpenSession() {
        UserSession administrator = world.administrator(owner, organizations.get(1), "admin@example.com");
        OrganizationWorkspace workspace = administrator.switchTo(organizations.get(1));
        owner.users().deactivate(administrator.user());
        for (ThrowingCallable call : everythingIn(workspace)) {
            world.refused(account, "ORGANIZATION_NOT_FOUND", call);
        }
        world.refused(account, "ORGANIZATION_NOT_FOUND", () -> administrator.switchTo(organizations.get(1)));
        world.refused(account, "USER_NOT_FOUND", administrator::organizations);
        world.refused(account, "USER_NOT_FOUND", () -> world.phoneUnite.signIn(administrator.ref()));
    }

    @Test
    void S3_theOrganizationThatIsClosedIsGoneForAnOpenSession() {
        OrganizationWorkspace workspace = owner.switchTo(organizations.get(1));
        world.become(account, organizations.get(1), OrganizationState.CLOSED);
        for (ThrowingCallable call : everythingIn(workspace)) {
            world.refused(account, "ORGANIZATION_NOT_FOUND", call);
        }
        world.refused(
                account, "ORGANIZATION_NOT_FOUND", () -> owner.renameOrganization(organizations.get(1), "Another"));
    }

    @Test
    void I2_whateverTheReasonIsTheAnswerIsTheSame() {
        UserSession elsewhere = world.owner();
        OrganizationId foreign = world.first(elsewhere);
        UserSession administrator = world.administrator(owner, organizations.get(1), "admin@example.com");
        world.become(account, organizations.get(4), OrganizationState.CLOSED);
        List<Refusal> answers = new ArrayList<>();
        for (OrganizationId id :
                Arrays.asList(foreign, World.neverIssued(), organizations.get(2), organizations.get(4))) {
            answers.add(world.refused(account, "ORGANIZATION_NOT_FOUND", () -> administrator.switchTo(id)));
        }
        for (OrganizationId id : List.of(foreign, World.neverIssued(), organizations.get(4))) {
            answers.add(world.refused(account, "ORGANIZATION_NOT_FOUND", () -> owner.switchTo(id)));
            answers.add(
                    world.refused(account, "ORGANIZATION_NOT_FOUND", () -> owner.renameOrganization(id, "Another")));
        }
        assertThat(answers).allSatisfy(one -> {
            assertThat(one).isEqualTo(answers.get(0));
            assertThat(one.rule()).isEqualTo("S3");
            assertThat(one.facts()).isEmpty();
            assertThat(one.message()).isEqualTo(answers.get(0).message());
        });
    }

    @Test
    void S3_nobodySignsInWhoIsNotAnActiveUserOfThatAccount() {
        UserSession elsewhere = world.owner();
        AccountId never = new AccountId(new UUID(1, 1));
        for (UserRef ref : List.of(
                new UserRef(account, elsewhere.user()),
                new UserRef(never, owner.user()),
                new UserRef(account, World.nobody()))) {
            assertThat(World.refusal("USER_NOT_FOUND", () -> world.phoneUnite.signIn(ref))
                            .facts())
                    .isEmpty();
        }
    }

    @Test
    void I4_whatAnAdministratorSeesIsTheSameWithoutTheOtherOrganizations() {
        World alone = new World();
        UserSession lonely = alone.owner();
        UserSession there = alone.administrator(lonely, alone.first(lonely), "admin@example.com");
        UserSession here = world.administrator(owner, organizations.get(0), "admin@example.com");
        OrganizationSummary seenHere = here.organizations().items().get(0);
        OrganizationSummary seenThere = there.organizations().items().get(0);

        assertThat(here.organizations().items()).hasSize(1);
        assertThat(here.organizations().next()).isEqualTo(there.organizations().next());
        assertThat(seenHere)
                .isEqualTo(new OrganizationSummary(
                        seenHere.id(), seenThere.name(), seenThere.plan(), seenThere.state(), seenThere.standing()));
        assertThat(Arrays.stream(OrganizationSummary.class.getRecordComponents())
                        .map(component -> component.getName()))
                .as("no ordinal, no trial, no request: nothing that counts the others")
                .containsExactly("id", "name", "plan", "state", "standing");
    }

    @Test
    void X4_aCursorOfAMomentThatCannotBeIsNoCursor() {
        PageRequest page = PageRequest.first(1).after(Long.MAX_VALUE + ".00000000-0000-0000-0000-000000000000");

        assertThatThrownBy(() -> owner.organizations(page)).isInstanceOf(RefusedException.class);
    }
}
