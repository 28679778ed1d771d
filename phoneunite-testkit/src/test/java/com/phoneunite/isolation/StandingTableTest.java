package com.phoneunite.isolation;

import static com.phoneunite.telephony.Destination.hangUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.AddOrganization;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.Resources;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.page.CsvStatement;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SoundId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Rules A2, M2 and S3 at a glance: who may do what. {@code ref()} and the like, which tell nothing but what the caller holds already,
 * are answered to everybody.
 */
class StandingTableTest {

    /** How the one who calls stands in the organization of the table. */
    private enum As {
        OWNER,
        ADMINISTRATOR,
        MEMBER,
        BOTH,
        /** An active user of the account without a standing: {@code switchTo} is as far as they come. */
        NEITHER,
        /** An administrator and member when the workspace was opened, removed since. */
        REMOVED,
        /** An administrator and member when the workspace was opened, whose access was ended since. */
        DEACTIVATED,
        /** The owner of another account, in a workspace of their own, with the ids of this account. */
        STRANGER,
        /** The owner, in a workspace of the organization, which was closed since. */
        CLOSED
    }

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("ok", Rig.OK),
            Map.entry("own", "OWNER_REQUIRED"),
            Map.entry("adm", "ADMINISTRATOR_REQUIRED"),
            Map.entry("org", "ORGANIZATION_NOT_FOUND"),
            Map.entry("usr", "USER_NOT_FOUND"),
            Map.entry("inv", "INVITATION_NOT_FOUND"),
            Map.entry("pho", "PHONE_NUMBER_NOT_FOUND"),
            Map.entry("ctl", "RECHARGE_NOT_CANCELLABLE"),
            Map.entry("ent", "ENTRY_NOT_FOUND"),
            Map.entry("ref", "REFERENCE_NOT_FOUND"),
            Map.entry("res", "RESOURCE_NOT_FOUND"),
            Map.entry("use", "PAYMENT_METHOD_IN_USE"));

    /** The columns are those of {@link As}, the answers those of {@link #CODES}. */
    private static final String TABLE = """
            method                                             | own | adm | mem | both| nei | rem | dea | str | clo
            UserSession.ref()                                  | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok
            UserSession.user()                                 | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok
            UserSession.accountId()                            | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok
            UserSession.account()                              | ok  | own | own | own | own | own | usr | ok  | ok
            UserSession.organizations()                        | ok  | ok  | ok  | ok  | ok  | ok  | usr | ok  | ok
            UserSession.organizations(PageRequest)             | ok  | ok  | ok  | ok  | ok  | ok  | usr | ok  | ok
            UserSession.switchTo(OrganizationId)               | ok  | ok  | ok  | ok  | org | org | org | org | org
            UserSession.addOrganization(String, String)        | ok  | own | own | own | own | own | usr | ok  | ok
            UserSession.addOrganization(AddOrganization)       | ok  | own | own | own | own | own | usr | ok  | ok
            UserSession.renameOrganization(OrganizationId, String) | ok | own | own | own | own | own | usr | org | org
            UserSession.closeOrganization(OrganizationId)      | ok  | own | own | own | own | own | usr | org | org
            UserSession.closeAccount()                         | ok  | own | own | own | own | own | usr | ok  | ok
            UserSession.users()                                | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok
            UserSession.handOverTo(UserId)                     | ok  | own | own | own | own | own | usr | usr | ok
            AccountUsers.list(PageRequest)                     | ok  | own | own | own | own | own | usr | ok  | ok
            AccountUsers.add(String)                           | ok  | own | own | own | own | own | usr | ok  | ok
            AccountUsers.deactivate(UserId)                    | ok  | own | own | own | own | own | usr | usr | ok
            AccountBilling.putPaymentMethodOnFile(String)      | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.removePaymentMethod()               | use | own | own | own | own | own | usr | ok  | ok
            AccountBilling.recharge(String, Money)             | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.cancelRecharge(String)              | ctl | own | own | own | own | own | usr | ctl | ctl
            AccountBilling.recharges(PageRequest)              | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.autoRecharge(AutoRecharge)          | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.removeAutoRecharge()                | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.autoRecharge()                      | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.changePlan(OrganizationId, String, PlanChange) | ok | own | own | own | own | own | usr | org | org
            AccountBilling.balance()                           | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.entries(PageRequest)                | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.balanceAt(Instant)                  | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.forecast(int)                       | ok  | own | own | own | own | own | usr | ok  | ok
            AccountBilling.explain(EntryKind, String)          | ok  | ok  | ent | ok  | ent | ent | usr | ent | ok
            AccountBilling.charges(OrganizationId, PageRequest) | ok | ok  | adm | ok  | org | org | org | org | org
            AccountBilling.statements()                        | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok  | ok
            AccountStatements.of(YearMonth)                    | ok  | own | own | own | own | own | usr | ok  | ok
            AccountStatements.sections(YearMonth, PageRequest) | ok  | own | own | own | own | own | usr | ok  | ok
            AccountStatements.export(YearMonth, StatementWriter) | ok | own | own | own | own | own | usr | ok | ok
            AccountBilling.page()                              | ok  | ok  | ok  | ok  | ok  | ok  | usr | ok  | ok
            AccountBilling.page(PageRequest)                   | ok  | ok  | ok  | ok  | ok  | ok  | usr | ok  | ok
            OrganizationWorkspace.id()                         | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.organization()               | ok  | ok  | ok  | ok  | org | org | org | ok  | org
            OrganizationWorkspace.members()                    | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.invitations()                | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.administrators()             | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.phoneNumbers()               | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.callTrees()                  | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.sounds()                     | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.resources(ResourceType)      | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.people()                     | ok  | ok  | ok  | ok  | org | ok  | ok  | ok  | ok
            OrganizationWorkspace.mayCall(String)              | ok  | ok  | ok  | ok  | org | org | org | ok  | org
            OrganizationWorkspace.export()                     | ok  | ok  | adm | ok  | org | org | org | ok  | org
            People.list(PageRequest)                           | ok  | ok  | adm | ok  | org | org | org | ok  | org
            Administrators.list(PageRequest)                   | ok  | ok  | adm | ok  | org | org | org | ok  | org
            Administrators.add(UserId)                         | ok  | ok  | adm | ok  | org | org | org | usr | org
            Administrators.remove(UserId)                      | ok  | ok  | adm | ok  | org | org | org | usr | org
            Administrators.remove(UserId) of oneself           | ok  | ok  | adm | ok  | org | org | org | ok  | org
            Members.list(PageRequest)                          | ok  | ok  | ok  | ok  | org | org | org | ok  | org
            Members.add(UserId, String)                        | ok  | ok  | adm | ok  | org | org | org | usr | org
            Members.remove(UserId)                             | ok  | ok  | adm | ok  | org | org | org | usr | org
            Members.remove(UserId) of oneself                  | usr | usr | ok  | ok  | org | org | org | usr | org
            Invitations.list(PageRequest)                      | ok  | ok  | adm | ok  | org | org | org | ok  | org
            Invitations.inviteAdministrator(String)            | ok  | ok  | adm | ok  | org | org | org | ok  | org
            Invitations.inviteMember(String, String)           | ok  | ok  | adm | ok  | org | org | org | ok  | org
            Invitations.revoke(InvitationId)                   | ok  | ok  | adm | ok  | org | org | org | inv | org
            PhoneNumbers.list(PageRequest)                     | ok  | ok  | ok  | ok  | org | org | org | ok  | org
            PhoneNumbers.add(String)                           | ok  | ok  | adm | ok  | org | org | org | ok  | org
            PhoneNumbers.remove(String)                        | ok  | ok  | adm | ok  | org | org | org | pho | org
            PhoneNumbers.move(String, OrganizationId)          | ok  | org | adm | org | org | org | org | pho | org
            PhoneNumbers.get(String)                           | ok  | ok  | ok  | ok  | org | org | org | pho | org
            PhoneNumbers.route(String, DestinationDraft)       | ok  | ok  | adm | ok  | org | org | org | pho | org
            PhoneNumbers.unroute(String)                       | ok  | ok  | adm | ok  | org | org | org | pho | org
            CallTrees.list(PageRequest)                        | ok  | ok  | ok  | ok  | org | org | org | ok  | org
            CallTrees.get(CallTreeId)                          | ok  | ok  | ok  | ok  | org | org | org | res | org
            CallTrees.walk(CallTreeId, String)                 | ok  | ok  | ok  | ok  | org | org | org | res | org
            CallTrees.save(CallTreeDraft)                      | ok  | ok  | adm | ok  | org | org | org | ok  | org
            CallTrees.save(CallTreeId, CallTreeDraft)          | ok  | ok  | adm | ok  | org | org | org | res | org
            CallTrees.remove(CallTreeId)                       | ok  | ok  | adm | ok  | org | org | org | res | org
            Sounds.list(PageRequest)                           | ok  | ok  | ok  | ok  | org | org | org | ok  | org
            Sounds.get(SoundId)                                | ok  | ok  | ok  | ok  | org | org | org | res | org
            Sounds.open(SoundId)                               | ok  | ok  | ok  | ok  | org | org | org | res | org
            Sounds.add(String, InputStream)                    | ok  | ok  | adm | ok  | org | org | org | ok  | org
            Sounds.replace(SoundId, InputStream)               | ok  | ok  | adm | ok  | org | org | org | res | org
            Sounds.rename(SoundId, String)                     | ok  | ok  | adm | ok  | org | org | org | res | org
            Sounds.remove(SoundId)                             | ok  | ok  | adm | ok  | org | org | org | res | org
            Resources.list(PageRequest)                        | ok  | ok  | ok  | ok  | org | org | org | ok  | org
            Resources.get(ResourceId)                          | ok  | ok  | ok  | ok  | org | org | org | res | org
            Resources.add(String, Object)                      | ok  | ok  | adm | ok  | org | org | org | ref | org
            Resources.save(ResourceId, String, Object)         | ok  | ok  | adm | ok  | org | org | org | res | org
            Resources.remove(ResourceId)                       | ok  | ok  | adm | ok  | org | org | org | res | org
            """;

    private static final Map<String, List<String>> ROWS = rows();
    private static final PageRequest PAGE = PageRequest.first(10);
    private static final String NUMBER = "+12025550123";
    private static final CallTreeDraft TREE =
            CallTree.named("Main").menu("main", Menu.saying("Hello").otherwise(hangUp()));

    private static final YearMonth MONTH = YearMonth.of(2026, 1);

    private static final Map<String, Consumer<Cell>> CALLS = calls();

    /** An organization with people of every standing, and somebody who calls. */
    private static final class Cell {

        private final Rig rig = new Rig();
        private final UserSession owner = rig.owner("First", "owner@example.com", "1000.00");
        private final OrganizationId here =
                owner.addOrganization("Here", "standard").id();
        private final UserSession deputy = administrator("deputy@example.com");
        private final UserSession spare = member("spare@example.com", "40");
        private final RingGroup ringing = ringing();
        private final InvitationId invitation = owner.switchTo(here)
                .invitations()
                .inviteAdministrator("invited@example.com")
                .invitation()
                .id();
        private final CallTreeId callTree =
                owner.switchTo(here).callTrees().save(TREE).id();
        private final SoundId sound =
                owner.switchTo(here).sounds().add("Welcome", Rig.wav(1)).id();
        private final ResourceId ringGroup =
                ringGroups(owner.switchTo(here)).add("Everybody", ringing).id();
        private final UserSession strange = rig.owner("Strange", "stranger@example.com", "1000.00");
        private final UserSession caller;
        private final Function<Cell, OrganizationWorkspace> door;

        Cell(As as) {
            owner.switchTo(here).phoneNumbers().add(NUMBER);
            OrganizationId strangers = Rig.first(strange);
            strange.switchTo(strangers)
                    .administrators()
                    .add(rig.user(strange, "other@example.com").user());
            caller = caller(as);
            if (as == As.NEITHER) {
                door = cell -> cell.caller.switchTo(cell.here);
                return;
            }
            OrganizationWorkspace opened = caller.switchTo(as == As.STRANGER ? strangers : here);
            door = cell -> opened;
            switch (as) {
                case REMOVED -> {
                    owner.switchTo(here).administrators().remove(caller.user());
                    owner.switchTo(here).members().remove(caller.user());
                }
                case DEACTIVATED -> owner.users().deactivate(caller.user());
                case CLOSED -> owner.closeOrganization(here);
                default -> {}
            }
        }

        private UserSession caller(As as) {
            return switch (as) {
                case OWNER, CLOSED -> owner;
                case ADMINISTRATOR -> administrator("caller@example.com");
                case MEMBER -> member("caller@example.com", "50");
                case NEITHER -> rig.user(owner, "caller@example.com");
                case STRANGER -> strange;
                case BOTH, REMOVED, DEACTIVATED -> {
                    UserSession both = administrator("caller@example.com");
                    owner.switchTo(here).members().add(both.user(), "50");
                    yield both;
                }
            };
        }

        private UserSession administrator(String email) {
            UserSession user = rig.user(owner, email);
            owner.switchTo(here).administrators().add(user.user());
            return user;
        }

        private UserSession member(String email, String extension) {
            UserSession user = rig.user(owner, email);
            owner.switchTo(here).members().add(user.user(), extension);
            return user;
        }

        /** Rings a member who is of no other use. */
        private RingGroup ringing() {
            member("reachable@example.com", "41");
            return RingGroup.of(ResourceRef.extension(new Extension("41")));
        }

        private OrganizationWorkspace workspace() {
            return door.apply(this);
        }

        /** What is answered. If it is a refusal, nothing has changed, and nothing of another account ever does. */
        String answer(String row) {
            AccountId elsewhere = (caller.equals(strange) ? owner : strange).accountId();
            Everything before = rig.everything(caller.accountId());
            Everything beforeElsewhere = rig.everything(elsewhere);
            String answer = Rig.answer(() -> CALLS.get(row).accept(this));
            assertThat(rig.everything(elsewhere)).as(row).isEqualTo(beforeElsewhere);
            if (!answer.equals(Rig.OK)) {
                assertThat(rig.everything(caller.accountId())).as(row).isEqualTo(before);
            }
            return answer;
        }
    }

    private static Map<String, Consumer<Cell>> calls() {
        Map<String, Consumer<Cell>> calls = new LinkedHashMap<>();
        calls.put("UserSession.ref()", cell -> cell.caller.ref());
        calls.put("UserSession.user()", cell -> cell.caller.user());
        calls.put("UserSession.accountId()", cell -> cell.caller.accountId());
        calls.put("UserSession.account()", cell -> cell.caller.account());
        calls.put("UserSession.organizations()", cell -> cell.caller.organizations());
        calls.put("UserSession.organizations(PageRequest)", cell -> cell.caller.organizations(PAGE));
        calls.put("UserSession.switchTo(OrganizationId)", cell -> cell.caller.switchTo(cell.here));
        calls.put(
                "UserSession.addOrganization(String, String)",
                cell -> cell.caller.addOrganization("Another", "standard"));
        calls.put(
                "UserSession.addOrganization(AddOrganization)",
                cell -> cell.caller.addOrganization(
                        AddOrganization.named("Another").on("standard").key("key")));
        calls.put(
                "UserSession.renameOrganization(OrganizationId, String)",
                cell -> cell.caller.renameOrganization(cell.here, "There"));
        calls.put("UserSession.closeAccount()", cell -> cell.caller.closeAccount());
        calls.put("UserSession.closeOrganization(OrganizationId)", cell -> cell.caller.closeOrganization(cell.here));
        calls.put("UserSession.users()", cell -> cell.caller.users());
        calls.put("UserSession.handOverTo(UserId)", cell -> cell.caller.handOverTo(cell.spare.user()));
        calls.put("AccountUsers.list(PageRequest)", cell -> cell.caller.users().list(PAGE));
        calls.put("AccountUsers.add(String)", cell -> cell.caller.users().add("new@example.com"));
        calls.put("AccountUsers.deactivate(UserId)", cell -> cell.caller.users().deactivate(cell.spare.user()));
        callsOfBilling(calls);
        callsOfWorkspaces(calls);
        callsOfTelephony(calls);
        return calls;
    }

    private static void callsOfBilling(Map<String, Consumer<Cell>> calls) {
        calls.put(
                "AccountBilling.putPaymentMethodOnFile(String)",
                cell -> cell.rig.billing.of(cell.caller).putPaymentMethodOnFile("tok_mastercard"));
        calls.put(
                "AccountBilling.removePaymentMethod()",
                cell -> cell.rig.billing.of(cell.caller).removePaymentMethod());
        calls.put(
                "AccountBilling.recharge(String, Money)",
                cell -> cell.rig.billing.of(cell.caller).recharge("again", Rig.usd("5.00")));
        calls.put(
                "AccountBilling.changePlan(OrganizationId, String, PlanChange)",
                cell -> cell.rig.billing.of(cell.caller).changePlan(cell.here, "large", PlanChange.NOW));
        calls.put(
                "AccountBilling.cancelRecharge(String)",
                cell -> cell.rig.billing.of(cell.caller).cancelRecharge("start"));
        calls.put(
                "AccountBilling.recharges(PageRequest)",
                cell -> cell.rig.billing.of(cell.caller).recharges(PAGE));
        calls.put(
                "AccountBilling.autoRecharge(AutoRecharge)",
                cell -> cell.rig
                        .billing
                        .of(cell.caller)
                        .autoRecharge(
                                AutoRecharge.below("USD 1.00").upTo("USD 2.00").atMostPerMonth("USD 3.00")));
        calls.put(
                "AccountBilling.removeAutoRecharge()",
                cell -> cell.rig.billing.of(cell.caller).removeAutoRecharge());
        calls.put(
                "AccountBilling.autoRecharge()",
                cell -> cell.rig.billing.of(cell.caller).autoRecharge());
        calls.put(
                "AccountBilling.balance()",
                cell -> cell.rig.billing.of(cell.caller).balance());
        calls.put(
                "AccountBilling.entries(PageRequest)",
                cell -> cell.rig.billing.of(cell.caller).entries(PAGE));
        calls.put(
                "AccountBilling.balanceAt(Instant)",
                cell -> cell.rig.billing.of(cell.caller).balanceAt(cell.rig.clock.instant()));
        calls.put(
                "AccountBilling.forecast(int)",
                cell -> cell.rig.billing.of(cell.caller).forecast(3));
        calls.put(
                "AccountBilling.explain(EntryKind, String)",
                cell -> cell.rig.billing.of(cell.caller).explain(EntryKind.PERIOD, cell.here + "/0/0"));
        calls.put(
                "AccountBilling.charges(OrganizationId, PageRequest)",
                cell -> cell.rig.billing.of(cell.caller).charges(cell.here, PAGE));
        calls.put(
                "AccountBilling.statements()",
                cell -> cell.rig.billing.of(cell.caller).statements());
        calls.put(
                "AccountStatements.of(YearMonth)",
                cell -> cell.rig.billing.of(cell.caller).statements().of(MONTH));
        calls.put(
                "AccountStatements.sections(YearMonth, PageRequest)",
                cell -> cell.rig.billing.of(cell.caller).statements().sections(MONTH, PAGE));
        calls.put("AccountStatements.export(YearMonth, StatementWriter)", StandingTableTest::export);
        calls.put(
                "AccountBilling.page()",
                cell -> cell.rig.billing.of(cell.caller).page());
        calls.put(
                "AccountBilling.page(PageRequest)",
                cell -> cell.rig.billing.of(cell.caller).page(PAGE));
    }

    private static void export(Cell cell) {
        try {
            cell.rig
                    .billing
                    .of(cell.caller)
                    .statements()
                    .export(MONTH, CsvStatement.to(OutputStream.nullOutputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void callsOfWorkspaces(Map<String, Consumer<Cell>> calls) {
        calls.put("OrganizationWorkspace.id()", cell -> cell.workspace().id());
        calls.put(
                "OrganizationWorkspace.organization()", cell -> cell.workspace().organization());
        calls.put("OrganizationWorkspace.members()", cell -> cell.workspace().members());
        calls.put(
                "OrganizationWorkspace.phoneNumbers()", cell -> cell.workspace().phoneNumbers());
        calls.put(
                "PhoneNumbers.list(PageRequest)",
                cell -> cell.workspace().phoneNumbers().list(PAGE));
        calls.put(
                "PhoneNumbers.add(String)",
                cell -> cell.workspace().phoneNumbers().add("+12025550124"));
        calls.put(
                "PhoneNumbers.remove(String)",
                cell -> cell.workspace().phoneNumbers().remove(NUMBER));
        calls.put(
                "PhoneNumbers.move(String, OrganizationId)",
                cell -> cell.workspace().phoneNumbers().move(NUMBER, Rig.first(cell.owner)));
        calls.put(
                "OrganizationWorkspace.invitations()", cell -> cell.workspace().invitations());
        calls.put(
                "OrganizationWorkspace.administrators()",
                cell -> cell.workspace().administrators());
        calls.put(
                "Administrators.list(PageRequest)",
                cell -> cell.workspace().administrators().list(PAGE));
        calls.put(
                "Administrators.add(UserId)",
                cell -> cell.workspace().administrators().add(cell.spare.user()));
        calls.put(
                "Administrators.remove(UserId)",
                cell -> cell.workspace().administrators().remove(cell.deputy.user()));
        calls.put(
                "Administrators.remove(UserId) of oneself",
                cell -> cell.workspace().administrators().remove(cell.caller.user()));
        calls.put(
                "Members.list(PageRequest)", cell -> cell.workspace().members().list(PAGE));
        calls.put(
                "Members.add(UserId, String)",
                cell -> cell.workspace().members().add(cell.deputy.user(), "60"));
        calls.put("Members.remove(UserId)", cell -> cell.workspace().members().remove(cell.spare.user()));
        calls.put(
                "Members.remove(UserId) of oneself",
                cell -> cell.workspace().members().remove(cell.caller.user()));
        calls.put(
                "Invitations.list(PageRequest)",
                cell -> cell.workspace().invitations().list(PAGE));
        calls.put(
                "Invitations.inviteAdministrator(String)",
                cell -> cell.workspace().invitations().inviteAdministrator("new@example.com"));
        calls.put(
                "Invitations.inviteMember(String, String)",
                cell -> cell.workspace().invitations().inviteMember("new@example.com", "60"));
        calls.put(
                "Invitations.revoke(InvitationId)",
                cell -> cell.workspace().invitations().revoke(cell.invitation));
    }

    private static void callsOfTelephony(Map<String, Consumer<Cell>> calls) {
        calls.put("OrganizationWorkspace.callTrees()", cell -> cell.workspace().callTrees());
        calls.put("OrganizationWorkspace.sounds()", cell -> cell.workspace().sounds());
        calls.put("OrganizationWorkspace.resources(ResourceType)", cell -> ringGroups(cell.workspace()));
        calls.put("OrganizationWorkspace.people()", cell -> cell.workspace().people());
        calls.put(
                "OrganizationWorkspace.mayCall(String)",
                cell -> cell.workspace().mayCall("911"));
        calls.put("OrganizationWorkspace.export()", cell -> cell.workspace().export());
        calls.put("People.list(PageRequest)", cell -> cell.workspace().people().list(PAGE));
        calls.put(
                "PhoneNumbers.get(String)",
                cell -> cell.workspace().phoneNumbers().get(NUMBER));
        calls.put(
                "PhoneNumbers.route(String, DestinationDraft)",
                cell -> cell.workspace().phoneNumbers().route(NUMBER, Destination.callTree(cell.callTree)));
        calls.put(
                "PhoneNumbers.unroute(String)",
                cell -> cell.workspace().phoneNumbers().unroute(NUMBER));
        calls.put(
                "CallTrees.list(PageRequest)",
                cell -> cell.workspace().callTrees().list(PAGE));
        calls.put(
                "CallTrees.get(CallTreeId)",
                cell -> cell.workspace().callTrees().get(cell.callTree));
        calls.put(
                "CallTrees.walk(CallTreeId, String)",
                cell -> cell.workspace().callTrees().walk(cell.callTree, "1"));
        calls.put(
                "CallTrees.save(CallTreeDraft)",
                cell -> cell.workspace().callTrees().save(TREE.renamed("Another")));
        calls.put(
                "CallTrees.save(CallTreeId, CallTreeDraft)",
                cell -> cell.workspace().callTrees().save(cell.callTree, TREE.renamed("Another")));
        calls.put(
                "CallTrees.remove(CallTreeId)",
                cell -> cell.workspace().callTrees().remove(cell.callTree));
        calls.put("Sounds.list(PageRequest)", cell -> cell.workspace().sounds().list(PAGE));
        calls.put("Sounds.get(SoundId)", cell -> cell.workspace().sounds().get(cell.sound));
        calls.put("Sounds.open(SoundId)", cell -> cell.workspace().sounds().open(cell.sound));
        calls.put(
                "Sounds.add(String, InputStream)",
                cell -> cell.workspace().sounds().add("Another", Rig.wav(2)));
        calls.put(
                "Sounds.replace(SoundId, InputStream)",
                cell -> cell.workspace().sounds().replace(cell.sound, Rig.wav(2)));
        calls.put(
                "Sounds.rename(SoundId, String)",
                cell -> cell.workspace().sounds().rename(cell.sound, "Another"));
        calls.put("Sounds.remove(SoundId)", cell -> cell.workspace().sounds().remove(cell.sound));
        calls.put(
                "Resources.list(PageRequest)",
                cell -> ringGroups(cell.workspace()).list(PAGE));
        calls.put(
                "Resources.get(ResourceId)",
                cell -> ringGroups(cell.workspace()).get(cell.ringGroup));
        calls.put(
                "Resources.add(String, Object)",
                cell -> ringGroups(cell.workspace()).add("Another", cell.ringing));
        calls.put(
                "Resources.save(ResourceId, String, Object)",
                cell -> ringGroups(cell.workspace()).save(cell.ringGroup, "Another", cell.ringing));
        calls.put(
                "Resources.remove(ResourceId)",
                cell -> ringGroups(cell.workspace()).remove(cell.ringGroup));
    }

    private static Resources<RingGroup> ringGroups(OrganizationWorkspace workspace) {
        return workspace.resources(Rig.RING_GROUPS);
    }

    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : TABLE.lines().skip(1).toList()) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            rows.put(cells.get(0), cells.subList(1, cells.size()));
        }
        return rows;
    }

    /** Every answer that is not what the table says. */
    private static void verify(As... columns) {
        List<String> wrong = new ArrayList<>();
        ROWS.forEach((row, expected) -> {
            assertThat(expected).as(row).hasSameSizeAs(As.values());
            for (As as : columns) {
                String code = CODES.get(expected.get(List.of(As.values()).indexOf(as)));
                String answer = new Cell(as).answer(row);
                if (!answer.equals(code)) {
                    wrong.add(row + " as " + as + ": " + answer + " instead of " + code);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void A2_everyPublicMethodOfTheFrontDoorsStandsInTheTable() {
        Set<String> methods = Doors.namesOfUsers();
        assertThat(ROWS.keySet().stream().map(row -> row.replace(" of oneself", "")))
                .as("methods of the front doors that have a row in the table")
                .containsAll(methods)
                .allMatch(methods::contains);
        assertThat(CALLS.keySet()).as("rows that can be called").isEqualTo(ROWS.keySet());
    }

    @Test
    void A2_theOwnerHasAnAdministratorsRightsByOwnershipAndAloneManagesTheAccount() {
        verify(As.OWNER, As.NEITHER);
    }

    @Test
    void M2_administratorAndMemberAreTwoSeparateThings() {
        verify(As.ADMINISTRATOR, As.MEMBER, As.BOTH);
    }

    @Test
    void S3_whoHasLostTheirStandingIsRefusedByTheNextCallOfAnOpenWorkspace() {
        verify(As.REMOVED, As.DEACTIVATED, As.CLOSED);
    }

    @Test
    void I2_toTheOwnerOfAnotherAccountTheIdsOfThisOneWereNeverIssued() {
        verify(As.STRANGER);
    }
}
