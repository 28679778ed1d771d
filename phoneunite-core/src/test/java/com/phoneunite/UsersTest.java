package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class UsersTest {

    private final World world = new World();
    private UserSession owner;
    private AccountId account;
    private OrganizationId first;

    @BeforeEach
    void anAccount() {
        owner = world.owner();
        account = owner.accountId();
        first = world.first(owner);
    }

    @Test
    void M1_aUserIsAddedWithANormalizedAddressAndNoStanding() {
        User user = owner.users().add("  Somebody@EXAMPLE.com ");
        assertThat(user.email()).isEqualTo(new EmailAddress("somebody@example.com"));
        assertThat(user.active()).isTrue();
        assertThat(world.phoneUnite.signIn(user.ref()).organizations().items()).isEmpty();
        assertThat(world.plainEvents(account)).endsWith(new MembershipEvent.UserAdded(user.id()));
    }

    @Test
    void M1_anAddressIsUniqueInTheAccountHoweverItIsWritten() {
        User user = owner.users().add("somebody@example.com");
        for (String same : List.of("somebody@example.com", " SOMEBODY@example.COM\t", "You@Example.com")) {
            var refusal =
                    world.refused(account, "EMAIL_TAKEN", () -> owner.users().add(same));
            assertThat(refusal.facts()).isEmpty();
            assertThat(refusal.message()).doesNotContain("@");
        }
        owner.users().deactivate(user.id());
        world.refused(account, "EMAIL_TAKEN", () -> owner.users().add("somebody@example.com"));
    }

    @Test
    void M1_theSamePersonInAnotherAccountIsAnotherUser() {
        UserSession elsewhere = world.owner();
        User here = owner.users().add("somebody@example.com");
        User there = elsewhere.users().add("somebody@example.com");
        assertThat(here.id()).isNotEqualTo(there.id());

        owner.users().deactivate(here.id());
        assertThat(world.phoneUnite.signIn(there.ref()).user()).isEqualTo(there.id());
        World.refusal("USER_NOT_FOUND", () -> world.phoneUnite.signIn(new UserRef(account, there.id())));
    }

    @Test
    void M1_theUsersOfTheAccountAreListedPageByPage() {
        List<UserId> added = new ArrayList<>(List.of(owner.user()));
        for (int i = 0; i < 7; i++) {
            added.add(owner.users().add("user" + i + "@example.com").id());
        }
        owner.users().deactivate(added.get(3));
        List<UserId> byId = added.stream().sorted().toList();
        for (int limit : new int[] {1, 2, 3, 4, 7, 8, 9, 500}) {
            assertThat(World.all(limit, owner.users()::list))
                    .extracting(User::id)
                    .containsExactlyElementsOf(byId);
        }
    }

    @Test
    void X5_anAccountHasNoMoreUsersThanTheLimit() {
        store(User.MAX_PER_ACCOUNT - 2);
        owner.users().add("last@example.com");
        var refusal = World.refusal("USER_LIMIT_REACHED", () -> owner.users().add("next@example.com"));
        assertThat(refusal.facts()).isEqualTo(Map.of("limit", User.MAX_PER_ACCOUNT));
        World.refusal("EMAIL_TAKEN", () -> owner.users().add("last@example.com"));
        assertThat(owner.users().list(PageRequest.first(500)).items()).hasSize(500);
    }

    private void store(int users) {
        world.store.unitOfWork().change(account, () -> {
            for (int i = 0; i < users; i++) {
                EmailAddress email = EmailAddress.parse("stored" + i + "@example.com");
                UserId id = new UserId(new UUID(Long.MAX_VALUE, i));
                world.store.users().save(new User(account, id, email, true, world.clock.instant()));
            }
            return users;
        });
    }

    @Test
    void M2_administrationIsIndependentInEachOrganization() {
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        UserSession user = world.administrator(owner, second, "user@example.com");
        assertThat(user.organizations().items())
                .extracting(OrganizationSummary::id)
                .containsExactly(second);
        assertThat(owner.switchTo(first)
                        .administrators()
                        .list(PageRequest.first(9))
                        .items())
                .extracting(Administration::user)
                .containsExactly(owner.user());
        owner.switchTo(first).administrators().add(user.user());
        owner.switchTo(second).administrators().remove(user.user());
        assertThat(user.organizations().items())
                .extracting(OrganizationSummary::id)
                .containsExactly(first);
    }

    @Test
    void M1_anAdministratorCannotMakeAnAdministratorOfWhomTheyDoNotSee() {
        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        UserSession hidden = world.user(owner, "hidden@example.com");
        Administrators section = administrator.switchTo(first).administrators();
        var hiddens = world.refused(account, "USER_NOT_FOUND", () -> section.add(hidden.user()));
        var nobodys = world.refused(account, "USER_NOT_FOUND", () -> section.add(World.nobody()));
        assertThat(hiddens).isEqualTo(nobodys);
        assertThat(world.refused(account, "USER_NOT_FOUND", () -> section.remove(hidden.user())))
                .isEqualTo(nobodys);
    }

    @Test
    void M2_whoAdministersAlreadyStaysSoAndNothingChanges() {
        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        Snapshot before = world.snapshot(account);
        world.clock.set("2026-03-01T00:00:00Z");
        for (UserSession viewer : List.of(owner, administrator)) {
            for (UserId again : List.of(owner.user(), administrator.user())) {
                viewer.switchTo(first).administrators().add(again);
            }
        }
        assertThat(world.snapshot(account)).isEqualTo(before);
    }

    @Test
    void M2_theDeactivatedAndUsersOfOtherAccountsAreNotMadeAdministrators() {
        UserSession gone = world.user(owner, "gone@example.com");
        owner.users().deactivate(gone.user());
        UserSession foreign = world.owner();
        for (UserId id : List.of(gone.user(), foreign.user(), World.nobody())) {
            world.refused(
                    account,
                    "USER_NOT_FOUND",
                    () -> owner.switchTo(first).administrators().add(id));
        }
    }

    @Test
    void M2_theAdministratorsAreListedPageByPage() {
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        List<UserId> all = new ArrayList<>(List.of(owner.user()));
        for (int i = 0; i < 5; i++) {
            all.add(world.administrator(owner, first, "first" + i + "@example.com")
                    .user());
            world.administrator(owner, second, "second" + i + "@example.com");
        }
        Administrators section = owner.switchTo(first).administrators();
        for (int limit = 1; limit < 8; limit++) {
            assertThat(World.all(limit, section::list))
                    .extracting(Administration::user)
                    .containsExactlyElementsOf(all.stream().sorted().toList());
        }
    }

    @Test
    void M4_theLastAdministrationIsNotRemovedNotEvenByTheOwner() {
        var refusal = world.refused(
                account,
                "LAST_ADMINISTRATOR",
                () -> owner.switchTo(first).administrators().remove(owner.user()));
        assertThat(refusal.rule()).isEqualTo("M4");
        assertThat(refusal.facts()).isEqualTo(Map.of("organizations", List.of(first)));

        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        administrator.switchTo(first).administrators().remove(owner.user());
        for (UserSession viewer : List.of(owner, administrator)) {
            world.refused(
                    account,
                    "LAST_ADMINISTRATOR",
                    () -> viewer.switchTo(first).administrators().remove(administrator.user()));
        }
        world.refused(account, "LAST_ADMINISTRATOR", () -> owner.users().deactivate(administrator.user()));
    }

    @Test
    void M4_ownershipDoesNotCountAndADeactivatedAdministratorDoesNotEither() {
        UserSession one = world.administrator(owner, first, "one@example.com");
        UserSession two = world.administrator(owner, first, "two@example.com");
        owner.switchTo(first).administrators().remove(owner.user());
        owner.users().deactivate(one.user());
        assertThat(owner.switchTo(first)
                        .administrators()
                        .list(PageRequest.first(9))
                        .items())
                .hasSize(2);
        for (OrganizationWorkspace workspace : List.of(owner.switchTo(first), two.switchTo(first))) {
            world.refused(
                    account,
                    "LAST_ADMINISTRATOR",
                    () -> workspace.administrators().remove(two.user()));
        }
        two.switchTo(first).administrators().remove(one.user());
        world.refused(account, "LAST_ADMINISTRATOR", () -> owner.users().deactivate(two.user()));
    }

    @Test
    void M4_whoIsActiveIsFoundBehindManyWhoAreNot() {
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            users.add(owner.users().add("user" + i + "@example.com").id());
        }
        users.sort(null);
        users.forEach(owner.switchTo(first).administrators()::add);
        owner.switchTo(first).administrators().remove(owner.user());
        UserId active = users.get(43);
        UserId last = users.get(44);
        users.subList(0, 43).forEach(owner.users()::deactivate);
        owner.users().deactivate(active);
        world.refused(account, "LAST_ADMINISTRATOR", () -> owner.users().deactivate(last));
    }

    @Test
    void M4_deactivatingNamesEveryOrganizationThatWouldBeLeftAlone() {
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        OrganizationId third = owner.addOrganization("Third", "standard").id();
        OrganizationId closed = owner.addOrganization("Closed", "standard").id();
        UserSession user = world.administrator(owner, first, "user@example.com");
        for (OrganizationId id : List.of(second, third, closed)) {
            owner.switchTo(id).administrators().add(user.user());
            owner.switchTo(id).administrators().remove(owner.user());
        }
        world.become(account, closed, OrganizationState.CLOSED);
        var refusal =
                world.refused(account, "LAST_ADMINISTRATOR", () -> owner.users().deactivate(user.user()));
        assertThat(refusal.facts())
                .isEqualTo(Map.of(
                        "organizations",
                        List.of(second, third).stream().sorted().toList()));

        for (OrganizationId id : List.of(second, third)) {
            owner.switchTo(id).administrators().add(owner.user());
        }
        Map<OrganizationId, List<Administration>> before =
                world.snapshot(account).administrators();
        assertThat(owner.users().deactivate(user.user()).active()).isFalse();
        assertThat(world.snapshot(account).administrators()).isEqualTo(before);
    }

    @Test
    void M4_leavingIsWhatEveryAdministratorMay() {
        UserSession administrator = world.administrator(owner, first, "admin@example.com");
        administrator.switchTo(first).administrators().remove(administrator.user());
        assertThat(administrator.organizations().items()).isEmpty();
        world.refused(
                account,
                "USER_NOT_FOUND",
                () -> owner.switchTo(first).administrators().remove(administrator.user()));
    }

    @Test
    void M6_whoIsDeactivatedAgainStaysSoAndNothingChanges() {
        UserSession user = world.user(owner, "user@example.com");
        User deactivated = owner.users().deactivate(user.user());
        Snapshot before = world.snapshot(account);
        assertThat(owner.users().deactivate(user.user())).isEqualTo(deactivated);
        assertThat(world.snapshot(account)).isEqualTo(before);
        world.refused(account, "USER_NOT_FOUND", () -> owner.users().deactivate(World.nobody()));
    }

    @Test
    void M4_ofTwoAdministratorsWhoRemoveEachOtherAtTheSameTimeOneStays() throws Exception {
        UserSession one = world.administrator(owner, first, "one@example.com");
        UserSession two = world.administrator(owner, first, "two@example.com");
        owner.switchTo(first).administrators().remove(owner.user());
        for (int round = 0; round < 1_000; round++) {
            OrganizationWorkspace ofOne = one.switchTo(first);
            OrganizationWorkspace ofTwo = two.switchTo(first);
            List<String> answers = Threads.together(List.of(
                    () -> OwnershipTest.answer(() -> ofOne.administrators().remove(two.user())),
                    () -> OwnershipTest.answer(() -> ofTwo.administrators().remove(one.user()))));
            assertThat(answers).containsExactlyInAnyOrder("done", "ORGANIZATION_NOT_FOUND");
            UserSession loser = answers.get(0).equals("done") ? two : one;
            owner.switchTo(first).administrators().add(loser.user());
        }
    }

    @Test
    void M4_ofTwoAdministratorsWhoLeaveAtTheSameTimeOneStays() throws Exception {
        UserSession one = world.administrator(owner, first, "one@example.com");
        UserSession two = world.administrator(owner, first, "two@example.com");
        owner.switchTo(first).administrators().remove(owner.user());
        for (int round = 0; round < 1_000; round++) {
            OrganizationWorkspace ofOne = one.switchTo(first);
            OrganizationWorkspace ofTwo = two.switchTo(first);
            List<String> answers = Threads.together(List.of(
                    () -> OwnershipTest.answer(() -> ofOne.administrators().remove(one.user())),
                    () -> OwnershipTest.answer(() -> ofTwo.administrators().remove(two.user()))));
            assertThat(answers).containsExactlyInAnyOrder("done", "LAST_ADMINISTRATOR");
            UserSession left = answers.get(0).equals("done") ? one : two;
            owner.switchTo(first).administrators().add(left.user());
        }
    }

    @RepeatedTest(2)
    void M4_aStormOfAThousandThreadsLeavesEveryRuleStanding() throws Exception {
        OrganizationId second = owner.addOrganization("Second", "standard").id();
        List<UserSession> users = IntStream.range(0, 10)
                .mapToObj(i -> world.administrator(owner, i % 2 == 0 ? first : second, "admin" + i + "@example.com"))
                .toList();
        List<Callable<String>> storm = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int n = i;
            UserSession actor = i % 3 == 0 ? owner : users.get(i % 10);
            UserId target = users.get(i / 7 % 10).user();
            OrganizationId organization = i % 2 == 0 ? first : second;
            Runnable call = switch (i % 5) {
                case 0 -> () -> owner.users().add("user" + n / 10 + "@example.com");
                case 1 -> () -> actor.switchTo(organization).administrators().add(target);
                case 2 -> () -> actor.switchTo(organization).administrators().remove(target);
                case 3 -> () -> owner.users().deactivate(n % 50 == 3 ? target : World.nobody());
                default -> () -> owner.addOrganization("Organization " + n / 20, "standard");
            };
            storm.add(() -> OwnershipTest.answer(call));
        }
        List<String> answers = Threads.together(storm);
        assertThat(answers)
                .isSubsetOf(
                        "done",
                        "EMAIL_TAKEN",
                        "USER_NOT_FOUND",
                        "ORGANIZATION_NOT_FOUND",
                        "ORGANIZATION_NAME_TAKEN",
                        "LAST_ADMINISTRATOR");
        assertThat(answers).contains("done", "EMAIL_TAKEN", "ORGANIZATION_NAME_TAKEN");
        assertEveryRuleStands();
    }

    private void assertEveryRuleStands() {
        Snapshot now = world.snapshot(account);
        List<UserId> active =
                now.users().stream().filter(User::active).map(User::id).toList();
        assertThat(now.administrators().values())
                .allSatisfy(
                        one -> assertThat(one).extracting(Administration::user).containsAnyElementsOf(active));
        assertThat(now.users()).extracting(User::email).doesNotHaveDuplicates();
        assertThat(now.users()).hasSize(now.countUsers());
        assertThat(now.organizations()).extracting(one -> one.name().key()).doesNotHaveDuplicates();
        assertThat(now.organizations())
                .extracting(Organization::ordinal)
                .containsExactlyElementsOf(
                        IntStream.range(0, now.countEver()).boxed().toList());
        assertThat(now.administrationsOfUsers().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isEqualTo(now.administrators().values().stream()
                        .mapToInt(List::size)
                        .sum());
        assertThat(now.events())
                .extracting(one -> one.position())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, now.events().size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }
}
