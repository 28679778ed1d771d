package com.phoneunite.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.testkit.CapturedLogs;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule I2: the id of somebody else's thing is answered for exactly like an id that was never given out. */
class ForeignIdTest {

    private static final Set<Class<?>> IDS = Set.of(OrganizationId.class, UserId.class, InvitationId.class);

    /** Who calls. */
    private enum As {
        OWNER,
        ADMINISTRATOR,
        MEMBER
    }

    /** Ids of one kind of place: of another organization of the account, of another account, or of nowhere. */
    private record Ids(OrganizationId organization, UserId user, InvitationId invitation) {}

    private record Caller(Rig rig, UserSession session, OrganizationWorkspace workspace) {}

    @FunctionalInterface
    private interface Call {
        void with(Caller caller, Ids ids);
    }

    private static final String NUMBER = "+12025550123";
    private static final Map<String, Call> CALLS = calls();

    /** Rules A2, M1 and B10: to the owner and to the host, another organization of the account and its people are no strangers. */
    private static final Set<String> NOT_FOREIGN_IN_THE_ACCOUNT = Set.of(
            "OWNER UserSession.switchTo(OrganizationId)",
            "OWNER UserSession.renameOrganization(OrganizationId, String)",
            "OWNER UserSession.closeOrganization(OrganizationId)",
            "OWNER AccountBilling.changePlan(OrganizationId, String, PlanChange)",
            "OWNER AccountBilling.charges(OrganizationId, PageRequest)",
            "OWNER UserSession.handOverTo(UserId)",
            "OWNER AccountUsers.deactivate(UserId)",
            "OWNER Administrators.add(UserId)",
            "OWNER Members.add(UserId, String)",
            "OWNER PhoneNumbers.move(String, OrganizationId)",
            "OWNER BillingOperator.deductUsage(Usage)",
            "ADMINISTRATOR BillingOperator.deductUsage(Usage)",
            "MEMBER BillingOperator.deductUsage(Usage)");

    /** All that a caller can tell of an answer, and all that a log tells of it. */
    private record Told(
            Class<?> type,
            String code,
            String rule,
            String message,
            String text,
            Map<String, Object> facts,
            String log) {}

    private static Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put(
                "UserSession.switchTo(OrganizationId)",
                (caller, ids) -> caller.session().switchTo(ids.organization()));
        calls.put(
                "UserSession.renameOrganization(OrganizationId, String)",
                (caller, ids) -> caller.session().renameOrganization(ids.organization(), "Renamed"));
        calls.put(
                "UserSession.closeOrganization(OrganizationId)",
                (caller, ids) -> caller.session().closeOrganization(ids.organization()));
        calls.put(
                "AccountBilling.charges(OrganizationId, PageRequest)",
                (caller, ids) ->
                        caller.rig().billing.of(caller.session()).charges(ids.organization(), PageRequest.first(10)));
        calls.put(
                "AccountBilling.changePlan(OrganizationId, String, PlanChange)",
                (caller, ids) -> caller.rig()
                        .billing
                        .of(caller.session())
                        .changePlan(ids.organization(), "large", PlanChange.NOW));
        calls.put(
                "UserSession.handOverTo(UserId)",
                (caller, ids) -> caller.session().handOverTo(ids.user()));
        calls.put(
                "AccountUsers.deactivate(UserId)",
                (caller, ids) -> caller.session().users().deactivate(ids.user()));
        calls.put(
                "Administrators.add(UserId)",
                (caller, ids) -> caller.workspace().administrators().add(ids.user()));
        calls.put(
                "Administrators.remove(UserId)",
                (caller, ids) -> caller.workspace().administrators().remove(ids.user()));
        calls.put(
                "Members.add(UserId, String)",
                (caller, ids) -> caller.workspace().members().add(ids.user(), "70"));
        calls.put(
                "Members.remove(UserId)",
                (caller, ids) -> caller.workspace().members().remove(ids.user()));
        calls.put(
                "PhoneNumbers.move(String, OrganizationId)",
                (caller, ids) -> caller.workspace().phoneNumbers().move(NUMBER, ids.organization()));
        calls.put(
                "Invitations.revoke(InvitationId)",
                (caller, ids) -> caller.workspace().invitations().revoke(ids.invitation()));
        calls.put(
                "BillingOperator.deductUsage(Usage)",
                (caller, ids) -> caller.rig()
                        .billing
                        .actingAs("meter")
                        .deductUsage(
                                Usage.of(caller.session().accountId(), ids.organization(), "call-1", Rig.usd("0.10"))));
        return calls;
    }

    private final Rig rig = new Rig();
    private final UserSession owner = rig.owner("Here", "owner@example.com", "1000.00");
    private final OrganizationId here = Rig.first(owner);
    private final UserSession stranger = rig.owner("Far", "stranger@example.com", "1000.00");
    private final List<Ids> foreign = List.of(
            populated(owner, owner.addOrganization("Near", "standard").id(), "near@example.com"),
            populated(stranger, Rig.first(stranger), "far@example.com"),
            new Ids(Rig.noOrganization(), Rig.nobody(), Rig.noInvitation()));

    /** An organization with an administrator who is also a member, and with an invitation. */
    private Ids populated(UserSession by, OrganizationId organization, String email) {
        UserSession user = rig.user(by, email);
        OrganizationWorkspace there = by.switchTo(organization);
        there.administrators().add(user.user());
        there.members().add(user.user(), "70");
        InvitationId invitation = there.invitations()
                .inviteAdministrator("invited@example.com")
                .invitation()
                .id();
        return new Ids(organization, user.user(), invitation);
    }

    private Caller caller(As as) {
        UserSession session = switch (as) {
            case OWNER -> owner;
            case ADMINISTRATOR -> {
                UserSession user = rig.user(owner, "administrator@example.com");
                owner.switchTo(here).administrators().add(user.user());
                yield user;
            }
            case MEMBER -> {
                UserSession user = rig.user(owner, "member@example.com");
                owner.switchTo(here).members().add(user.user(), "50");
                yield user;
            }
        };
        owner.switchTo(here).phoneNumbers().add(NUMBER);
        return new Caller(rig, session, session.switchTo(here));
    }

    private Told told(Caller caller, Ids ids, Call call, String name) {
        List<AccountId> accounts = List.of(owner.accountId(), stranger.accountId());
        List<Everything> before = accounts.stream().map(rig::everything).toList();
        Throwable[] thrown = new Throwable[1];
        List<String> log = CapturedLogs.ownDuring(() -> thrown[0] = catchThrowable(() -> call.with(caller, ids)));
        assertThat(thrown[0]).as(name).isInstanceOf(RefusedException.class);
        assertThat(accounts.stream().map(rig::everything)).as(name).isEqualTo(before);
        RefusedException refused = (RefusedException) thrown[0];
        assertThat(refused.code()).as(name).isNotEqualTo("INVALID_INPUT");
        return new Told(
                refused.refusal().getClass(),
                refused.code(),
                refused.refusal().rule(),
                refused.refusal().message(),
                withoutIds(String.valueOf(refused.getMessage()), ids),
                refused.refusal().facts(),
                withoutIds(String.join("\n", log), ids));
    }

    private static String withoutIds(String text, Ids ids) {
        return text.replace(ids.organization().toString(), "organization")
                .replace(ids.user().toString(), "user")
                .replace(ids.invitation().toString(), "invitation");
    }

    private static boolean takesAnId(Method method) {
        return Arrays.stream(method.getParameterTypes()).anyMatch(ForeignIdTest::holdsAnId);
    }

    /** An id, or a request that holds one. */
    private static boolean holdsAnId(Class<?> type) {
        return IDS.contains(type)
                || (type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .anyMatch(IDS::contains));
    }

    @Test
    void I2_everyMethodThatTakesAnIdIsTriedWithForeignOnes() {
        Set<String> taking = Stream.concat(Doors.OF_USERS.stream(), Stream.of(BillingOperator.class))
                .flatMap(Doors::methods)
                .filter(ForeignIdTest::takesAnId)
                .map(Doors::name)
                .collect(Collectors.toSet());
        assertThat(CALLS.keySet()).as("methods with sample arguments").isEqualTo(taking);
        assertThat(NOT_FOREIGN_IN_THE_ACCOUNT).allMatch(one -> taking.contains(one.substring(one.indexOf(' ') + 1)));
    }

    @Test
    void I2_aForeignIdIsAnsweredForLikeOneThatWasNeverIssued() {
        for (As as : As.values()) {
            Caller caller = caller(as);
            CALLS.forEach((method, call) -> {
                String name = as + " " + method;
                int first = NOT_FOREIGN_IN_THE_ACCOUNT.contains(name) ? 1 : 0;
                List<Told> told = foreign.subList(first, foreign.size()).stream()
                        .map(ids -> told(caller, ids, call, name))
                        .toList();
                assertThat(told.stream().distinct()).as(name + " " + told).hasSize(1);
            });
        }
    }

    @Test
    void I2_whatIsNotForeignToTheOwnerIsThere() {
        for (String exception : NOT_FOREIGN_IN_THE_ACCOUNT) {
            ForeignIdTest fresh = new ForeignIdTest();
            As as = As.valueOf(exception.substring(0, exception.indexOf(' ')));
            Call call = CALLS.get(exception.substring(exception.indexOf(' ') + 1));
            assertThat(Rig.answer(() -> call.with(fresh.caller(as), fresh.foreign.get(0))))
                    .as(exception)
                    .isEqualTo(Rig.OK);
        }
    }
}
