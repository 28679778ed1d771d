package com.phoneunite.isolation;

import static com.phoneunite.telephony.Destination.hangUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.phoneunite.CallTrees;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.RefusedException;
import com.phoneunite.Resources;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuDraft;
import com.phoneunite.telephony.SoundId;
import com.phoneunite.testkit.CapturedLogs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule I2: the id of somebody else's thing is answered for exactly like an id that was never given out. */
class ForeignIdTest {

    /** Who calls. */
    private enum As {
        OWNER,
        ADMINISTRATOR,
        MEMBER
    }

    /** Ids of one kind of place: of another organization of the account, of another account, or of nowhere. */
    private record Ids(
            OrganizationId organization,
            UserId user,
            InvitationId invitation,
            CallTreeId callTree,
            SoundId sound,
            ResourceId ringGroup,
            String extension,
            String number,
            String recharge,
            Map<EntryKind, String> entries) {

        /** A reference of every kind that somebody may try; a new kind does not compile before it has one here. */
        ResourceRef ref(OwnedKind kind) {
            return switch (kind) {
                case ADMINISTRATION -> new ResourceRef(kind.type(), user.toString());
                case MEMBERSHIP -> new ResourceRef(kind.type(), extension);
                case INVITATION -> new ResourceRef(kind.type(), invitation.toString());
                case PHONE_NUMBER -> new ResourceRef(kind.type(), number);
                case CALL_TREE -> callTree.ref();
                case SOUND -> sound.ref();
                case RESOURCE -> new ResourceRef(Rig.RING_GROUPS.name(), ringGroup.toString());
            };
        }

        /** A destination of each kind that is something of an organization. */
        Optional<DestinationDraft> destination(DestinationDraft.Kind kind) {
            return switch (kind) {
                case EXTENSION -> Optional.of(Destination.extension(extension));
                case VOICEMAIL -> Optional.of(Destination.voicemail(extension));
                case CALL_TREE -> Optional.of(Destination.callTree(callTree));
                case RESOURCE -> Optional.of(Destination.resource(ref(OwnedKind.RESOURCE)));
                case MENU, PHONE_NUMBER, HANG_UP -> Optional.empty();
            };
        }

        /** The reference of an entry of every kind, of one that was never posted where there is none. */
        String entry(EntryKind kind) {
            return entries.getOrDefault(kind, number + "/" + kind);
        }

        String without(String text) {
            String rest = entries.values().stream().reduce(text, (soFar, entry) -> soFar.replace(entry, "entry"));
            return Stream.of(organization, user, invitation, callTree, sound, ringGroup)
                    .map(Object::toString)
                    .reduce(rest, (soFar, id) -> soFar.replace(id, "id"))
                    .replace("extension:" + extension, "extension")
                    .replace(number, "number")
                    .replace(recharge, "recharge");
        }
    }

    /** Who calls, and what there is in their own organization. */
    private record Caller(Rig rig, UserSession session, OrganizationWorkspace workspace, Ids own) {

        Resources<RingGroup> ringGroups() {
            return workspace.resources(Rig.RING_GROUPS);
        }

        CallTrees callTrees() {
            return workspace.callTrees();
        }
    }

    @FunctionalInterface
    private interface Call {
        void with(Caller caller, Ids ids);
    }

    private static final MenuDraft MENU = Menu.saying("Hello").otherwise(hangUp());

    private static final String EXPLAIN =
            "AccountBilling.explain(EntryKind, String): AccountBilling.explain(EntryKind, String)#1 as ";
    private static final Set<EntryKind> OF_ORGANIZATIONS =
            Set.of(EntryKind.PERIOD, EntryKind.USAGE, EntryKind.PLAN_CHARGE, EntryKind.PLAN_CREDIT);
    private static final String EXPLAINED_TO_THE_OWNER = "OWNER " + EXPLAIN;

    private static final Map<String, Call> CALLS = calls();

    /** Texts that name nothing that is there, but something new; what is called or counted; and the numbers that anybody may want. */
    private static final Set<String> NO_IDS = Set.of(
            "AddOrganization.name",
            "AddOrganization.plan",
            "AddOrganization.key",
            "UserSession.addOrganization(String, String)#0",
            "UserSession.addOrganization(String, String)#1",
            "UserSession.renameOrganization(OrganizationId, String)#1",
            "AccountUsers.add(String)#0",
            "AccountBilling.putPaymentMethodOnFile(String)#0",
            "AccountBilling.recharge(String, Money)#0",
            "AccountBilling.changePlan(OrganizationId, String, PlanChange)#1",
            "Usage.reference",
            "OrganizationWorkspace.mayCall(String)#0",
            "Members.add(UserId, String)#1",
            "Invitations.inviteAdministrator(String)#0",
            "Invitations.inviteMember(String, String)#0",
            "Invitations.inviteMember(String, String)#1",
            "PhoneNumbers.add(String)#0",
            "CallTreeDraft.name",
            "CallTreeDraft.root",
            "CallTreeDraft.menus",
            "MenuDraft.say",
            "MenuDraft.keys",
            "CallTrees.walk(CallTreeId, String)#1",
            "Sounds.add(String, InputStream)#0",
            "Sounds.rename(SoundId, String)#1",
            "Resources.add(String, Object)#0",
            "Resources.save(ResourceId, String, Object)#1");

    /** Rules A2, M1 and B10: to the owner and to the host, another organization of the account and its people are no strangers. */
    private static final Set<String> NOT_FOREIGN_IN_THE_ACCOUNT = Set.of(
            "OWNER UserSession.switchTo(OrganizationId): OrganizationId",
            "OWNER UserSession.renameOrganization(OrganizationId, String): OrganizationId",
            "OWNER UserSession.closeOrganization(OrganizationId): OrganizationId",
            "OWNER AccountBilling.changePlan(OrganizationId, String, PlanChange): OrganizationId",
            "OWNER AccountBilling.charges(OrganizationId, PageRequest): OrganizationId",
            "OWNER AccountBilling.cancelRecharge(String): AccountBilling.cancelRecharge(String)#0",
            EXPLAINED_TO_THE_OWNER + "PERIOD",
            EXPLAINED_TO_THE_OWNER + "USAGE",
            EXPLAINED_TO_THE_OWNER + "PLAN_CHARGE",
            EXPLAINED_TO_THE_OWNER + "PLAN_CREDIT",
            EXPLAINED_TO_THE_OWNER + "RECHARGE",
            EXPLAINED_TO_THE_OWNER + "REFUND",
            "OWNER UserSession.handOverTo(UserId): UserId",
            "OWNER AccountUsers.deactivate(UserId): UserId",
            "OWNER Administrators.add(UserId): UserId",
            "OWNER Members.add(UserId, String): UserId",
            "OWNER PhoneNumbers.move(String, OrganizationId): OrganizationId",
            "OWNER BillingOperator.deductUsages(List): OrganizationId",
            "ADMINISTRATOR BillingOperator.deductUsages(List): OrganizationId",
            "MEMBER BillingOperator.deductUsages(List): OrganizationId",
            "OWNER BillingOperator.deductUsage(Usage): OrganizationId",
            "ADMINISTRATOR BillingOperator.deductUsage(Usage): OrganizationId",
            "MEMBER BillingOperator.deductUsage(Usage): OrganizationId");

    /** All that a caller can tell of an answer, and all that a log tells of it, but for the ids that the caller gave. */
    private record Told(
            Class<?> type, String code, String rule, String message, String text, String facts, String log) {}

    /** By the method, and the place in its arguments that has the id. */
    private static Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        callsAboutPeople(calls);
        callsAboutMoney(calls);
        callsAboutPhoneNumbers(calls);
        callsAboutCallTrees(calls);
        callsAboutSounds(calls);
        callsAboutRingGroups(calls);
        return calls;
    }

    private static void callsAboutPeople(Map<String, Call> calls) {
        calls.put(
                "UserSession.switchTo(OrganizationId): OrganizationId",
                (caller, ids) -> caller.session().switchTo(ids.organization()));
        calls.put(
                "UserSession.renameOrganization(OrganizationId, String): OrganizationId",
                (caller, ids) -> caller.session().renameOrganization(ids.organization(), "Renamed"));
        calls.put(
                "UserSession.closeOrganization(OrganizationId): OrganizationId",
                (caller, ids) -> caller.session().closeOrganization(ids.organization()));
        calls.put(
                "UserSession.handOverTo(UserId): UserId",
                (caller, ids) -> caller.session().handOverTo(ids.user()));
        calls.put(
                "AccountUsers.deactivate(UserId): UserId",
                (caller, ids) -> caller.session().users().deactivate(ids.user()));
        calls.put(
                "Administrators.add(UserId): UserId",
                (caller, ids) -> caller.workspace().administrators().add(ids.user()));
        calls.put(
                "Administrators.remove(UserId): UserId",
                (caller, ids) -> caller.workspace().administrators().remove(ids.user()));
        calls.put(
                "Members.add(UserId, String): UserId",
                (caller, ids) -> caller.workspace().members().add(ids.user(), "80"));
        calls.put(
                "Members.remove(UserId): UserId",
                (caller, ids) -> caller.workspace().members().remove(ids.user()));
        calls.put(
                "Invitations.revoke(InvitationId): InvitationId",
                (caller, ids) -> caller.workspace().invitations().revoke(ids.invitation()));
    }

    private static void callsAboutMoney(Map<String, Call> calls) {
        calls.put(
                "AccountBilling.charges(OrganizationId, PageRequest): OrganizationId",
                (caller, ids) ->
                        caller.rig().billing.of(caller.session()).charges(ids.organization(), PageRequest.first(10)));
        calls.put(
                "AccountBilling.changePlan(OrganizationId, String, PlanChange): OrganizationId",
                (caller, ids) -> caller.rig()
                        .billing
                        .of(caller.session())
                        .changePlan(ids.organization(), "large", PlanChange.NOW));
        calls.put(
                "AccountBilling.cancelRecharge(String): AccountBilling.cancelRecharge(String)#0",
                (caller, ids) -> caller.rig().billing.of(caller.session()).cancelRecharge(ids.recharge()));
        for (EntryKind kind : EntryKind.values()) {
            calls.put(
                    EXPLAIN + kind,
                    (caller, ids) -> caller.rig().billing.of(caller.session()).explain(kind, ids.entry(kind)));
        }
        calls.put(
                "BillingOperator.deductUsage(Usage): OrganizationId",
                (caller, ids) -> caller.rig().billing.actingAs("meter").deductUsage(usage(caller, ids)));
        calls.put(
                "BillingOperator.deductUsages(List): OrganizationId",
                (caller, ids) -> caller.rig()
                        .billing
                        .actingAs("meter")
                        .deductUsages(List.of(usage(caller, ids)))
                        .forEach(outcome -> RefusedException.throwIf(outcome.refusal())));
    }

    private static Usage usage(Caller caller, Ids ids) {
        return Usage.of(caller.session().accountId(), ids.organization(), "call-1", Rig.usd("0.10"));
    }

    private static void callsAboutPhoneNumbers(Map<String, Call> calls) {
        calls.put(
                "PhoneNumbers.get(String): PhoneNumbers.get(String)#0",
                (caller, ids) -> caller.workspace().phoneNumbers().get(ids.number()));
        calls.put(
                "PhoneNumbers.remove(String): PhoneNumbers.remove(String)#0",
                (caller, ids) -> caller.workspace().phoneNumbers().remove(ids.number()));
        calls.put(
                "PhoneNumbers.unroute(String): PhoneNumbers.unroute(String)#0",
                (caller, ids) -> caller.workspace().phoneNumbers().unroute(ids.number()));
        calls.put(
                "PhoneNumbers.move(String, OrganizationId): PhoneNumbers.move(String, OrganizationId)#0",
                (caller, ids) -> caller.workspace()
                        .phoneNumbers()
                        .move(ids.number(), caller.own().organization()));
        calls.put(
                "PhoneNumbers.move(String, OrganizationId): OrganizationId",
                (caller, ids) ->
                        caller.workspace().phoneNumbers().move(caller.own().number(), ids.organization()));
        String route = "PhoneNumbers.route(String, DestinationDraft): ";
        calls.put(
                route + "PhoneNumbers.route(String, DestinationDraft)#0",
                (caller, ids) -> caller.workspace()
                        .phoneNumbers()
                        .route(ids.number(), Destination.callTree(caller.own().callTree())));
        forEachDestination((kind, destination) -> calls.put(
                route + "DestinationDraft.value as " + kind,
                (caller, ids) ->
                        caller.workspace().phoneNumbers().route(caller.own().number(), destination.of(ids))));
    }

    private static void callsAboutCallTrees(Map<String, Call> calls) {
        calls.put(
                "CallTrees.get(CallTreeId): CallTreeId",
                (caller, ids) -> caller.callTrees().get(ids.callTree()));
        calls.put(
                "CallTrees.remove(CallTreeId): CallTreeId",
                (caller, ids) -> caller.callTrees().remove(ids.callTree()));
        calls.put(
                "CallTrees.walk(CallTreeId, String): CallTreeId",
                (caller, ids) -> caller.callTrees().walk(ids.callTree(), "1"));
        calls.put(
                "CallTrees.save(CallTreeId, CallTreeDraft): CallTreeId",
                (caller, ids) -> caller.callTrees().save(ids.callTree(), tree(MENU)));
        callsWithMenu(calls, "MenuDraft.play", ids -> Menu.playing(ids.sound()).otherwise(hangUp()));
        forEachDestination((kind, destination) -> {
            String place = "DestinationDraft.value as " + kind;
            callsWithMenu(calls, place + " of a key", ids -> MENU.on('1', destination.of(ids)));
            callsWithMenu(calls, place + " on timeout", ids -> MENU.onTimeout(destination.of(ids)));
            callsWithMenu(calls, place + " on an invalid key", ids -> MENU.onInvalid(destination.of(ids)));
        });
    }

    @FunctionalInterface
    private interface Of<T> {
        T of(Ids ids);
    }

    @FunctionalInterface
    private interface EachDestination {
        void accept(DestinationDraft.Kind kind, Of<DestinationDraft> destination);
    }

    private static void forEachDestination(EachDestination each) {
        for (DestinationDraft.Kind kind : DestinationDraft.Kind.values()) {
            if (nowhere().destination(kind).isPresent()) {
                each.accept(kind, ids -> ids.destination(kind).orElseThrow());
            }
        }
    }

    private static CallTreeDraft tree(MenuDraft menu) {
        return CallTree.named("Another").menu("main", menu);
    }

    private static void callsWithMenu(Map<String, Call> calls, String place, Of<MenuDraft> menu) {
        calls.put(
                "CallTrees.save(CallTreeDraft): " + place,
                (caller, ids) -> caller.callTrees().save(tree(menu.of(ids))));
        calls.put(
                "CallTrees.save(CallTreeId, CallTreeDraft): " + place,
                (caller, ids) -> caller.callTrees().save(caller.own().callTree(), tree(menu.of(ids))));
    }

    private static void callsAboutSounds(Map<String, Call> calls) {
        calls.put(
                "Sounds.get(SoundId): SoundId",
                (caller, ids) -> caller.workspace().sounds().get(ids.sound()));
        calls.put(
                "Sounds.open(SoundId): SoundId",
                (caller, ids) -> caller.workspace().sounds().open(ids.sound()));
        calls.put(
                "Sounds.remove(SoundId): SoundId",
                (caller, ids) -> caller.workspace().sounds().remove(ids.sound()));
        calls.put(
                "Sounds.rename(SoundId, String): SoundId",
                (caller, ids) -> caller.workspace().sounds().rename(ids.sound(), "Another"));
        calls.put(
                "Sounds.replace(SoundId, InputStream): SoundId",
                (caller, ids) -> caller.workspace().sounds().replace(ids.sound(), Rig.wav(9)));
    }

    private static void callsAboutRingGroups(Map<String, Call> calls) {
        calls.put(
                "Resources.get(ResourceId): ResourceId",
                (caller, ids) -> caller.ringGroups().get(ids.ringGroup()));
        calls.put(
                "Resources.remove(ResourceId): ResourceId",
                (caller, ids) -> caller.ringGroups().remove(ids.ringGroup()));
        calls.put(
                "Resources.save(ResourceId, String, Object): ResourceId",
                (caller, ids) -> caller.ringGroups()
                        .save(
                                ids.ringGroup(),
                                "Another",
                                RingGroup.of(caller.own().ref(OwnedKind.MEMBERSHIP))));
        for (OwnedKind kind : OwnedKind.values()) {
            calls.put(
                    "Resources.add(String, Object): T as " + kind,
                    (caller, ids) -> caller.ringGroups().add("Another", RingGroup.of(ids.ref(kind))));
            calls.put(
                    "Resources.save(ResourceId, String, Object): T as " + kind,
                    (caller, ids) ->
                            caller.ringGroups().save(caller.own().ringGroup(), "Another", RingGroup.of(ids.ref(kind))));
        }
    }

    private final Rig rig = new Rig();
    private final UserSession owner = owner("Here", "owner@example.com");
    private final UserSession stranger = owner("Far", "stranger@example.com");
    private final Ids here = populated(
            owner, owner.addOrganization("Around", "standard").id(), "here@example.com", "50", "+12025550123");
    private final List<Ids> foreign = List.of(
            populated(owner, owner.addOrganization("Near", "standard").id(), "near@example.com", "70", "+12025550170"),
            populated(
                    stranger,
                    stranger.addOrganization("Farther", "standard").id(),
                    "far@example.com",
                    "71",
                    "+12025550171"),
            nowhere());

    /** Whoever has also paid under a key that nobody else has used. */
    private UserSession owner(String organization, String email) {
        UserSession session = rig.owner(organization, email, "1000.00");
        rig.billing.of(session).recharge("paid-by-" + email, Rig.usd("20.00"));
        return session;
    }

    private static Ids nowhere() {
        return new Ids(
                Rig.noOrganization(),
                Rig.nobody(),
                Rig.noInvitation(),
                Rig.noCallTree(),
                Rig.noSound(),
                Rig.noRingGroup(),
                "77",
                "+12025550177",
                "never",
                Map.of());
    }

    /** An organization with an administrator who is also a member, with an invitation, and with a thing of each kind. */
    private Ids populated(UserSession by, OrganizationId organization, String email, String extension, String number) {
        UserSession user = rig.user(by, email);
        OrganizationWorkspace there = by.switchTo(organization);
        there.administrators().add(user.user());
        there.members().add(user.user(), extension);
        InvitationId invitation = there.invitations()
                .inviteAdministrator("invited" + number + "@example.com")
                .invitation()
                .id();
        there.phoneNumbers().add(number);
        return new Ids(
                organization,
                user.user(),
                invitation,
                there.callTrees()
                        .save(CallTree.named("Tree " + number).menu("main", MENU))
                        .id(),
                there.sounds().add("Sound " + number, Rig.wav(1)).id(),
                there.resources(Rig.RING_GROUPS)
                        .add("Group " + number, RingGroup.of(new ResourceRef(OwnedKind.MEMBERSHIP.type(), extension)))
                        .id(),
                extension,
                number,
                waiting(by),
                entries(by, organization, number));
    }

    /** The key of a recharge that waits for the owner. */
    private String waiting(UserSession by) {
        String key = "waits-" + by.accountId();
        rig.billing.of(by).putPaymentMethodOnFile("tok_confirm");
        rig.billing.of(by).recharge(key, Rig.usd("20.00"));
        return key;
    }

    /** An entry of each kind that an organization has, and of some that only the account has. */
    private Map<EntryKind, String> entries(UserSession by, OrganizationId organization, String number) {
        rig.billing
                .actingAs("meter")
                .deductUsage(Usage.of(by.accountId(), organization, "used-" + number, Rig.usd("0.10")));
        rig.billing.of(by).changePlan(organization, "large", PlanChange.NOW);
        rig.billing.of(by).changePlan(organization, "standard", PlanChange.NOW);
        rig.billing.actingAs("clerk").payments().refund(by.accountId(), "back-" + number, "start", Rig.usd("1.00"));
        return rig.billing.of(by).entries(PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
                .filter(entry -> entry.organization().isEmpty()
                        || entry.organization().get().equals(organization))
                .collect(Collectors.toMap(LedgerEntry::kind, LedgerEntry::reference, (one, later) -> later));
    }

    private Caller caller(As as) {
        UserSession session = switch (as) {
            case OWNER -> owner;
            case ADMINISTRATOR -> {
                UserSession user = rig.user(owner, "administrator@example.com");
                owner.switchTo(here.organization()).administrators().add(user.user());
                yield user;
            }
            case MEMBER -> {
                UserSession user = rig.user(owner, "member@example.com");
                owner.switchTo(here.organization()).members().add(user.user(), "51");
                yield user;
            }
        };
        return new Caller(rig, session, session.switchTo(here.organization()), here);
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
                ids.without(refused.refusal().message()),
                ids.without(String.valueOf(refused.getMessage())),
                ids.without(refused.refusal().facts().toString()),
                ids.without(String.join("\n", log)));
    }

    @Test
    void I2_everyPlaceForAnIdIsTriedWithForeignOnes() {
        Set<String> places = new TreeSet<>();
        Stream.concat(Doors.OF_USERS.stream(), Stream.of(BillingOperator.class))
                .flatMap(Doors::methods)
                .forEach(method -> IdsIn.of(method).stream()
                        .filter(place -> !NO_IDS.contains(place) && !place.equals(ForeignCursorTest.CURSOR))
                        .forEach(place -> places.add(Doors.name(method) + ": " + place)));
        assertThat(CALLS.keySet().stream().map(one -> one.replaceFirst(" as .*", "")))
                .as("places for an id, with sample arguments")
                .containsAll(places)
                .allMatch(places::contains);
        assertThat(NOT_FOREIGN_IN_THE_ACCOUNT).allMatch(one -> CALLS.containsKey(one.substring(one.indexOf(' ') + 1)));
    }

    @Test
    void I2_aForeignIdIsAnsweredForLikeOneThatWasNeverIssued() {
        for (As as : As.values()) {
            Caller caller = caller(as);
            CALLS.forEach((place, call) -> {
                String name = as + " " + place;
                int first = NOT_FOREIGN_IN_THE_ACCOUNT.contains(name) ? 1 : 0;
                Set<Told> told = foreign.subList(first, foreign.size()).stream()
                        .map(ids -> told(caller, ids, call, name))
                        .collect(Collectors.toSet());
                assertThat(told).as(name).hasSize(1);
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

    /** Or the refusals above would be of other reasons than the ids. */
    @Test
    void I2_withIdsOfTheirOwnTheSameCallsOfAnAdministratorAreNotRefusedAsForeign() {
        CALLS.forEach((place, call) -> {
            ForeignIdTest fresh = new ForeignIdTest();
            Caller caller = fresh.caller(As.ADMINISTRATOR);
            Throwable foreign = catchThrowable(() -> call.with(caller, fresh.foreign.get(2)));
            Ids more =
                    fresh.populated(fresh.owner, fresh.here.organization(), "more@example.com", "52", "+12025550124");
            Throwable own = catchThrowable(() -> call.with(caller, more));
            if (own != null) {
                assertThat(own).as(place).isInstanceOf(RefusedException.class);
                assertThat(((RefusedException) own).code())
                        .as(place)
                        .matches(code -> NOT_BECAUSE_OF_THE_ID.contains(code)
                                || (SAME_FOR_OWN_IDS.contains(place)
                                        && code.equals(((RefusedException) foreign).code())));
            }
        });
    }

    /** Of a thing that is there, and is in use, or is what it is to become. */
    private static final Set<String> NOT_BECAUSE_OF_THE_ID =
            Set.of("OWNER_REQUIRED", "RESOURCE_IN_USE", "ALREADY_MEMBER", "LAST_ADMINISTRATOR");

    /** Nothing refers to administrations and invitations; what an account pays and is paid is its owner's alone. */
    private static final Set<String> SAME_FOR_OWN_IDS = Stream.concat(
                    Stream.of(OwnedKind.ADMINISTRATION, OwnedKind.INVITATION)
                            .flatMap(kind -> Stream.of(
                                    "Resources.add(String, Object): T as " + kind,
                                    "Resources.save(ResourceId, String, Object): T as " + kind)),
                    Stream.of(EntryKind.values())
                            .filter(kind -> !OF_ORGANIZATIONS.contains(kind))
                            .map(kind -> EXPLAIN + kind))
            .collect(Collectors.toUnmodifiableSet());
}
