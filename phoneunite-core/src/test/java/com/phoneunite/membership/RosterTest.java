package com.phoneunite.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Roster.ActiveAdministrators;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.Refusal;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Standing NONE = new Standing(false, false, false);
    private static final Standing OWNER = new Standing(true, false, false);
    private static final Standing ADMINISTRATOR = new Standing(false, true, false);
    private static final Standing MEMBER = new Standing(false, false, true);

    private final Account account = account(1);
    private final User ann = user(account, 11, true);
    private final User bob = user(account, 12, true);
    private final Organization first = organization(account, OrganizationState.ACTIVE);

    private static Account account(long id) {
        return Account.open(
                new AccountId(new UUID(1, id)),
                new UserId(new UUID(2, 11)),
                new CountryCode("US"),
                ZoneOffset.UTC,
                CurrencyUnit.USD,
                NOON);
    }

    private static User user(Account account, long id, boolean active) {
        return new User(
                account.id(),
                new UserId(new UUID(2, id)),
                EmailAddress.parse("user" + id + "@example.com"),
                active,
                NOON);
    }

    private static Organization organization(Account account, OrganizationState state) {
        return new Organization(
                account.id(),
                new OrganizationId(new UUID(3, 1)),
                OrganizationName.parse("First"),
                new PlanName("standard"),
                state,
                0,
                NOON,
                Optional.of(NOON),
                Optional.empty());
    }

    private OrganizationScope scope(Standing standing) {
        return Roster.enter(account, Optional.of(bob), Optional.of(first), standing)
                .fold(scope -> scope, refusal -> {
                    throw new AssertionError(refusal.code());
                });
    }

    private static Optional<String> code(Decision<?> decision) {
        return decision.fold(value -> Optional.empty(), refusal -> Optional.of(refusal.code()));
    }

    @Test
    void S3_whoStandsInAnOpenOrganizationOfTheirAccountEnters() {
        for (Standing standing : List.of(OWNER, ADMINISTRATOR, MEMBER)) {
            OrganizationScope scope = scope(standing);
            assertThat(scope.account()).isEqualTo(account.id());
            assertThat(scope.organizationId()).isEqualTo(first.id());
            assertThat(scope.user()).isEqualTo(bob.id());
            assertThat(scope.standing()).isEqualTo(standing);
        }
    }

    @Test
    void S3_whateverTheReasonForANoTheAnswerIsTheSame() {
        Account other = account(2);
        List<Decision<OrganizationScope>> refused = List.of(
                Roster.enter(account, Optional.empty(), Optional.of(first), OWNER),
                Roster.enter(account, Optional.of(user(account, 12, false)), Optional.of(first), ADMINISTRATOR),
                Roster.enter(account, Optional.of(user(other, 12, true)), Optional.of(first), ADMINISTRATOR),
                Roster.enter(account, Optional.of(bob), Optional.empty(), ADMINISTRATOR),
                Roster.enter(
                        account,
                        Optional.of(bob),
                        Optional.of(organization(other, OrganizationState.ACTIVE)),
                        ADMINISTRATOR),
                Roster.enter(
                        account, Optional.of(bob), Optional.of(organization(account, OrganizationState.CLOSED)), OWNER),
                Roster.enter(account, Optional.of(bob), Optional.of(first), NONE));
        assertThat(Set.copyOf(refused)).hasSize(1);
        assertThat(code(refused.get(0))).contains("ORGANIZATION_NOT_FOUND");
    }

    @Test
    void I1_onlyTheRosterMakesAScopeAndWhatAnOrganizationOwnsIsNotListedWithoutOne() {
        assertThat(OrganizationScope.class.getConstructors()).isEmpty();
        for (Class<?> port : List.of(MembershipRepository.class, InvitationRepository.class)) {
            List<Method> reading = Arrays.stream(port.getMethods())
                    .filter(method -> List.of("list", "count", "findByEmail", "findByExtension", "firstLongerThan")
                            .contains(method.getName()))
                    .toList();
            assertThat(reading)
                    .isNotEmpty()
                    .allSatisfy(
                            method -> assertThat(method.getParameterTypes()[0]).isEqualTo(OrganizationScope.class));
        }
        assertThat(Arrays.stream(InvitationRepository.class.getMethods())
                        .filter(method -> method.getName().equals("find"))
                        .map(method -> method.getParameterTypes()[0]))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type).isEqualTo(OrganizationScope.class));
    }

    @Test
    void A2_onlyTheOwnerIsTheOwner() {
        assertThat(code(Roster.owner(account, Optional.of(ann)))).isEmpty();
        assertThat(code(Roster.owner(account, Optional.of(bob)))).contains("OWNER_REQUIRED");
        assertThat(code(Roster.owner(account, Optional.empty()))).contains("USER_NOT_FOUND");
        assertThat(code(Roster.owner(account, Optional.of(user(account, 11, false)))))
                .contains("USER_NOT_FOUND");
    }

    @Test
    void M2_aMemberDoesNotManage() {
        assertThat(Roster.manage(scope(OWNER))).isEmpty();
        assertThat(Roster.manage(scope(ADMINISTRATOR))).isEmpty();
        assertThat(Roster.manage(scope(MEMBER)).map(Refusal::code)).contains("ADMINISTRATOR_REQUIRED");
    }

    @Test
    void M1_anAdministratorAppointsWhoStandsInTheOrganizationAndTheOwnerAnybodyActive() {
        assertThat(code(Roster.appoint(scope(OWNER), Optional.of(ann), NONE))).isEmpty();
        assertThat(code(Roster.appoint(scope(ADMINISTRATOR), Optional.of(ann), NONE)))
                .contains("USER_NOT_FOUND");
        assertThat(code(Roster.appoint(scope(ADMINISTRATOR), Optional.of(ann), OWNER)))
                .contains("USER_NOT_FOUND");
        assertThat(code(Roster.appoint(scope(ADMINISTRATOR), Optional.of(ann), MEMBER)))
                .isEmpty();
        assertThat(code(Roster.appoint(scope(OWNER), Optional.of(user(account, 13, false)), MEMBER)))
                .contains("USER_NOT_FOUND");
        assertThat(code(Roster.appoint(scope(OWNER), Optional.empty(), NONE))).contains("USER_NOT_FOUND");
    }

    @Test
    void M4_leavingIsJudgedOnTheStateThatResults() {
        OrganizationId second = new OrganizationId(new UUID(3, 2));
        var both = new ActiveAdministrators(first.id(), List.of(ann.id(), bob.id()));
        var alone = new ActiveAdministrators(second, List.of(bob.id()));

        assertThat(Roster.leave(bob.id(), List.of())).isEmpty();
        assertThat(Roster.leave(bob.id(), List.of(both))).isEmpty();
        assertThat(Roster.leave(bob.id(), List.of(both, alone)))
                .contains(new MembershipRefusal.LastAdministrator(List.of(second)));
        assertThat(code(Roster.deactivate(account, bob, List.of(alone)))).contains("LAST_ADMINISTRATOR");
        assertThat(code(Roster.deactivate(account, ann, List.of()))).contains("OWNER_CANNOT_BE_DEACTIVATED");
    }
}
