package com.phoneunite.isolation;

import com.phoneunite.AddOrganization;
import com.phoneunite.Invitations;
import com.phoneunite.OrganizationSummary;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.RecordedEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Tuple;

/**
 * A host that follows a list of commands, and writes down what the people of organization A see. Another organization of the same
 * account is B, one more is added by the program, and one is of another account.
 *
 * <p>The exceptions of rule I4 are taken out, each in one place: an account that is not rich hides states and billing ({@link
 * #money}), and for a rich one what is due is charged as soon as the clock has moved, for otherwise whatever is done in any organization
 * may settle it; whoever stands elsewhere, too, is asked for A only ({@link Seen#standsElsewhere}); people who come into the account
 * through an invitation have one id, whichever organization invites them first, are not added by the owner, and a deactivation that is
 * refused for the sake of another organization is left out ({@link #notDeactivated}); no two organizations want the same phone number;
 * the owner is no observer; and one organization
 * that nobody works in stays open, so that A is never the last one.
 *
 * <p>Ids and random bytes are told by the place of the command in the program, so that what is seen can be compared as it is.
 */
final class Program {

    /** Users from the start, and people who have only an e-mail address. */
    private static final int USERS = 6;

    static final int PEOPLE = 9;

    /** Numbers of people beyond {@link #PEOPLE} are those who manage where the command leads to. */
    static final int ACTORS = 18;

    private static final Set<Operation> BY_HOST =
            Set.of(Operation.USE, Operation.RUN, Operation.MOVE_CLOCK, Operation.DISPATCH);

    private static final List<String> EXTENSIONS = List.of("10", "12", "20", "201", "30", "300", "31", "40");

    /** The organization that something is done in. */
    enum Place {
        /** Organization A. */
        HERE,
        /** Organization B. */
        THERE,
        /** The organization that the program added last. */
        ADDED,
        /** An organization of another account. */
        FAR,
        /** The account as a whole. */
        ACCOUNT
    }

    enum Operation {
        ADD_ADMINISTRATOR(4),
        REMOVE_ADMINISTRATOR(4),
        ADD_MEMBER(6),
        REMOVE_MEMBER(4),
        INVITE_ADMINISTRATOR(3),
        INVITE_MEMBER(4),
        REVOKE(3),
        ACCEPT(6),
        LIST_ADMINISTRATORS(2),
        LIST_MEMBERS(3),
        LIST_INVITATIONS(2),
        ADD_NUMBER(4),
        REMOVE_NUMBER(3),
        LIST_NUMBERS(2),
        SWITCH(2),
        USE(2),
        RENAME(2),
        CLOSE(1),
        LIST_ORGANIZATIONS(2, Place.ACCOUNT),
        BILLING_PAGE(2, Place.ACCOUNT),
        ADD_ORGANIZATION(2, Place.ACCOUNT),
        ADD_USER(1, Place.ACCOUNT),
        LIST_USERS(1, Place.ACCOUNT),
        DEACTIVATE(1, Place.ACCOUNT),
        HAND_OVER(1, Place.ACCOUNT),
        ACCOUNT(1, Place.ACCOUNT),
        PUT_CARD(1, Place.ACCOUNT),
        REMOVE_CARD(1, Place.ACCOUNT),
        RECHARGE(2, Place.ACCOUNT),
        BALANCE(1, Place.ACCOUNT),
        ENTRIES(1, Place.ACCOUNT),
        RUN(2, Place.ACCOUNT),
        MOVE_CLOCK(3, Place.ACCOUNT),
        DISPATCH(1, Place.ACCOUNT);

        private final int weight;
        private final boolean ofAccount;

        Operation(int weight) {
            this.weight = weight;
            this.ofAccount = false;
        }

        Operation(int weight, Place place) {
            this.weight = weight;
            this.ofAccount = place == Place.ACCOUNT;
        }

        int weight() {
            return weight;
        }

        /** Where some program has to succeed with it; a card is not removed while a further organization is open (rule P3). */
        List<Place> places() {
            if (this == REMOVE_CARD) {
                return List.of();
            }
            return ofAccount ? List.of(Place.ACCOUNT) : List.of(Place.HERE, Place.THERE);
        }
    }

    /** Plain data: who does what, where, to whom, and a number for whatever else is to be chosen. */
    record Command(Operation operation, Place where, int who, int whom, int number) {

        Place place() {
            return operation.ofAccount ? Place.ACCOUNT : where;
        }

        /** Whether it is left out: it concerns organizations other than A. */
        boolean elsewhere() {
            return operation == Operation.ADD_ORGANIZATION || (place() != Place.HERE && place() != Place.ACCOUNT);
        }
    }

    /**
     * What one of the people of A saw.
     *
     * @param answer {@code ok} or a code
     * @param all everything
     * @param ofHere what concerns A
     * @param standsElsewhere whether they stand in another organization, too, and see that as well
     */
    record Seen(String answer, String all, String ofHere, boolean standsElsewhere) {}

    private record Shown(Object all, Object ofHere) {
        static Shown of(Object both) {
            return new Shown(both, both);
        }
    }

    private final boolean rich;
    private final boolean everything;
    private final Rig rig;
    private final List<UserId> users = new ArrayList<>();
    private final List<UserSession> sessions = new ArrayList<>();
    private final Map<Place, OrganizationId> organizations = new EnumMap<>(Place.class);
    private final Map<Place, List<Invitations.Made>> made = new EnumMap<>(Place.class);
    private final Map<UserId, OrganizationWorkspace> opened = new HashMap<>();
    private final UserSession far;
    private final List<Seen> seen = new ArrayList<>();
    private final List<Tuple.Tuple2<Operation, Place>> succeeded = new ArrayList<>();
    private final Set<Integer> notDeactivated = new HashSet<>();
    private final List<String> eventsOfHere = new ArrayList<>();
    private int owner;
    private long step;
    private long drawn;

    /**
     * @param firstEver whether A is the account's first organization, and on trial
     * @param rich whether the balance is never short
     * @param everything whether there is an organization B, and what concerns others than A is done
     */
    Program(boolean firstEver, boolean rich, boolean everything) {
        this.rich = rich;
        this.everything = everything;
        rig = new Rig(builder -> builder.ids(this::id).randomness(this::random));
        UserSession you = rig.owner("First", email(0), rich ? "1000000.00" : "150.00");
        users.add(you.user());
        sessions.add(you);
        for (int i = 1; i < USERS; i++) {
            at(-100 + i);
            sessions.add(rig.user(you, email(i)));
            users.add(sessions.get(i).user());
        }
        for (int i = USERS; i < PEOPLE; i++) {
            users.add(new UserId(newcomer(i)));
        }
        at(-50);
        OrganizationId first = Rig.first(you);
        rig.clock.advance(Duration.ofHours(1));
        OrganizationId second = you.addOrganization("Second", "standard").id();
        organizations.put(Place.HERE, firstEver ? first : second);
        populate(Place.HERE, 1);
        at(-40);
        far = rig.owner("Far", "far@example.com", "1000.00");
        if (everything) {
            at(-30);
            organizations.put(Place.FAR, Rig.first(far));
            organizations.put(
                    Place.THERE, you.addOrganization("Third", "standard").id());
            populate(Place.THERE, 2);
        }
    }

    /** An administrator, a member, and both; the owner is there by ownership alone. */
    private void populate(Place place, int from) {
        OrganizationWorkspace workspace = sessions.get(0).switchTo(organizations.get(place));
        workspace.administrators().add(users.get(from));
        workspace.members().add(users.get(from + 1), "10");
        workspace.administrators().add(users.get(from + 2));
        workspace.members().add(users.get(from + 2), "12");
        workspace.administrators().remove(users.get(0));
    }

    private void at(long now) {
        step = now;
        drawn = 0;
    }

    private UUID id() {
        return new UUID(0x0190_b1a0_0000_7000L + step, 0x8000_0000_0000_0000L + drawn++);
    }

    private byte[] random() {
        return ByteBuffer.allocate(32).putLong(step).putLong(drawn++).array();
    }

    private static UUID newcomer(int person) {
        return new UUID(0x0190_b1a0_0000_7000L, 0x8000_0000_0000_ffffL - person);
    }

    private static String email(int person) {
        return "person" + person + "@example.com";
    }

    List<Seen> seen() {
        return seen;
    }

    List<Tuple.Tuple2<Operation, Place>> succeeded() {
        return succeeded;
    }

    /** The commands that would have deactivated somebody and were refused. */
    Set<Integer> notDeactivated() {
        return notDeactivated;
    }

    void run(List<Command> commands, Set<Integer> leftOut) {
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            if (!(command.elsewhere() && !everything) && !leftOut.contains(i)) {
                at(i + 1);
                run(i, command);
            }
        }
        at(commands.size() + 1);
        for (int who = 0; who < PEOPLE; who++) {
            for (Operation look : List.of(
                    Operation.SWITCH,
                    Operation.LIST_ORGANIZATIONS,
                    Operation.LIST_ADMINISTRATORS,
                    Operation.LIST_MEMBERS,
                    Operation.LIST_NUMBERS,
                    Operation.LIST_INVITATIONS,
                    Operation.BILLING_PAGE)) {
                run(-1, new Command(look, Place.HERE, who, 0, who));
            }
        }
        run(-1, new Command(Operation.DISPATCH, Place.ACCOUNT, 0, 0, 0));
        seen.add(new Seen("events", eventsOfHere.toString(), eventsOfHere.toString(), false));
    }

    private void run(int index, Command command) {
        int who = actor(command);
        boolean observed = !command.elsewhere() && isObserver(command, who);
        String answer = Rig.OK;
        Shown shown = Shown.of("");
        try {
            shown = perform(command, who);
            succeeded.add(Tuple.of(command.operation(), command.place()));
        } catch (RefusedException refused) {
            answer = refused.code();
            shown = Shown.of(refused.getMessage() + refused.refusal().facts());
        }
        if (command.operation() == Operation.DEACTIVATE && who == owner && !answer.equals(Rig.OK)) {
            notDeactivated.add(index);
        }
        if (command.operation() == Operation.HAND_OVER && answer.equals(Rig.OK)) {
            owner = command.whom() % USERS;
        }
        if (observed) {
            String prefix = command + " " + answer + " ";
            seen.add(new Seen(answer, prefix + shown.all(), prefix + shown.ofHere(), standsElsewhere(who)));
        }
    }

    /** Rule I4 speaks of administrators and members. What the owner, the host and people without any user see is no part of it. */
    private boolean isObserver(Command command, int who) {
        return !BY_HOST.contains(command.operation()) && who != owner && (who < USERS || standsHere(who));
    }

    private boolean standsHere(int who) {
        return rig.store
                .core()
                .unitOfWork()
                .view(sessions.get(0).accountId(), () -> held(who).contains(organizations.get(Place.HERE)));
    }

    private boolean standsElsewhere(int who) {
        return rig.store
                .core()
                .unitOfWork()
                .view(
                        sessions.get(0).accountId(),
                        () -> held(who).stream().anyMatch(one -> !one.equals(organizations.get(Place.HERE))));
    }

    private Set<OrganizationId> held(int who) {
        Set<OrganizationId> held = new HashSet<>();
        UserRef user = ref(who);
        rig.store
                .core()
                .administrations()
                .heldBy(user.account(), user.user())
                .forEach(one -> held.add(one.organization()));
        rig.store.core().memberships().heldBy(user.account(), user.user()).forEach(one -> held.add(one.organization()));
        return held;
    }

    private UserRef ref(int who) {
        return new UserRef(sessions.get(0).accountId(), users.get(who));
    }

    /** What only the owner may do is mostly done by the owner, and now and then tried by somebody else. */
    private int actor(Command command) {
        boolean owners = Set.of(
                        Operation.RENAME,
                        Operation.CLOSE,
                        Operation.ADD_ORGANIZATION,
                        Operation.ADD_USER,
                        Operation.LIST_USERS,
                        Operation.DEACTIVATE,
                        Operation.HAND_OVER,
                        Operation.ACCOUNT,
                        Operation.PUT_CARD,
                        Operation.REMOVE_CARD,
                        Operation.RECHARGE,
                        Operation.BALANCE,
                        Operation.ENTRIES)
                .contains(command.operation());
        if (owners) {
            return command.who() % 3 > 0 ? owner : command.who() % USERS;
        }
        if (command.who() < PEOPLE) {
            return command.who();
        }
        return switch (command.place()) {
            case HERE -> 1 + command.who() % 2 * 2;
            case THERE -> 2 + command.who() % 2 * 2;
            default -> owner;
        };
    }

    private UserSession session(Place place, int who) {
        if (place == Place.FAR) {
            return far;
        }
        return who < USERS ? sessions.get(who) : rig.phoneUnite.signIn(ref(who));
    }

    private OrganizationId organization(Place place) {
        return organizations.getOrDefault(place, Rig.noOrganization());
    }

    /** A workspace that was opened long ago, or a new one. */
    private OrganizationWorkspace workspace(Command command, int who) {
        OrganizationWorkspace former = opened.get(users.get(who));
        if (command.place() == Place.HERE && former != null && command.number() % 2 == 0) {
            return former;
        }
        OrganizationWorkspace workspace = session(command.place(), who).switchTo(organization(command.place()));
        if (command.place() == Place.HERE) {
            opened.put(users.get(who), workspace);
        }
        return workspace;
    }

    private Shown perform(Command command, int who) {
        Place place = command.place();
        int number = command.number();
        return switch (command.operation()) {
            case ADD_ADMINISTRATOR ->
                Shown.of(workspace(command, who).administrators().add(whom(command, who)));
            case REMOVE_ADMINISTRATOR ->
                Shown.of(workspace(command, who).administrators().remove(whom(command, who)));
            case ADD_MEMBER -> Shown.of(workspace(command, who).members().add(whom(command, who), extension(number)));
            case REMOVE_MEMBER -> Shown.of(workspace(command, who).members().remove(whom(command, who)));
            case INVITE_ADMINISTRATOR ->
                invited(place, workspace(command, who).invitations().inviteAdministrator(email(command.whom())));
            case INVITE_MEMBER ->
                invited(
                        place,
                        workspace(command, who).invitations().inviteMember(email(command.whom()), extension(number)));
            case REVOKE ->
                Shown.of(workspace(command, who)
                        .invitations()
                        .revoke(invitation(place, number)
                                .map(one -> one.invitation().id())
                                .orElseGet(Rig::noInvitation)));
            case ACCEPT -> accept(command);
            case LIST_ADMINISTRATORS ->
                Shown.of(pages(number, workspace(command, who).administrators()::list));
            case LIST_MEMBERS -> Shown.of(pages(number, workspace(command, who).members()::list));
            case LIST_INVITATIONS ->
                Shown.of(pages(number, workspace(command, who).invitations()::list).stream()
                        .map(page -> page.map(Program::withHidden))
                        .toList());
            case ADD_NUMBER -> Shown.of(workspace(command, who).phoneNumbers().add(phoneNumber(place, number)));
            case REMOVE_NUMBER ->
                Shown.of(workspace(command, who).phoneNumbers().remove(phoneNumber(place, number)));
            case LIST_NUMBERS -> Shown.of(pages(number, workspace(command, who).phoneNumbers()::list));
            case SWITCH -> Shown.of(shown(workspace(command, who).organization()));
            case USE -> use(place, number);
            case RENAME -> Shown.of(session(place, who).renameOrganization(organization(place), place + " " + number));
            case CLOSE -> Shown.of(session(place, who).closeOrganization(organization(place)));
            default -> performInAccount(command, who);
        };
    }

    /** No two places want the same number: that one is not available may be seen (rule I4). */
    private static String phoneNumber(Place place, int number) {
        return "+1202555" + (1_000 + 10 * List.of(Place.values()).indexOf(place) + Math.floorMod(number, 3));
    }

    private Shown performInAccount(Command command, int who) {
        // What the host does, it does whoever is a user.
        UserSession session = BY_HOST.contains(command.operation()) ? sessions.get(0) : session(Place.ACCOUNT, who);
        int number = command.number();
        return switch (command.operation()) {
            case LIST_ORGANIZATIONS -> organizations(pages(number, session::organizations));
            case BILLING_PAGE -> billing(session, number);
            case ADD_ORGANIZATION -> {
                organizations.put(
                        Place.ADDED,
                        session.addOrganization(
                                        AddOrganization.named("Added " + step).on("standard"))
                                .id());
                made.remove(Place.ADDED);
                yield Shown.of("added");
            }
            case ADD_USER -> Shown.of(addUser(session, command.whom()));
            case LIST_USERS -> Shown.of(pages(number, session.users()::list));
            case DEACTIVATE -> Shown.of(session.users().deactivate(users.get(command.whom() % USERS)));
            case HAND_OVER -> Shown.of(session.handOverTo(users.get(command.whom() % USERS)));
            case ACCOUNT -> Shown.of(session.account());
            case PUT_CARD -> Shown.of(rig.billing.of(session).putPaymentMethodOnFile("tok_mastercard"));
            case REMOVE_CARD -> {
                rig.billing.of(session).removePaymentMethod();
                yield Shown.of("removed");
            }
            case RECHARGE -> Shown.of(rig.billing.of(session).recharge("key" + step, Rig.usd(10 + number * 5 + ".00")));
            case BALANCE -> Shown.of(rig.billing.of(session).balance());
            case ENTRIES -> Shown.of(pages(number, rig.billing.of(session)::entries));
            case RUN -> Shown.of(rig.billing.run());
            case MOVE_CLOCK -> {
                rig.clock.advance(number > 8 ? Duration.ofDays(number) : Duration.ofHours(number * 5L));
                if (rich) {
                    rig.billing.run();
                }
                yield Shown.of("moved");
            }
            case DISPATCH ->
                Shown.of(rig.phoneUnite
                        .dispatcher(this::handle, rig.billing.events())
                        .run());
            default -> throw new IllegalStateException(command.toString());
        };
    }

    private void handle(RecordedEvent event) {
        if (event.organization().equals(Optional.of(organizations.get(Place.HERE)))
                && event.event() instanceof MembershipEvent) {
            eventsOfHere.add(event.event() + " by " + event.actor() + " at " + event.at());
        }
    }

    /** The owner adds only who is a user in any case: whether newcomers are is a matter of who invited them. */
    private UserId whom(Command command, int who) {
        boolean byOwner = who == owner && command.place() == Place.HERE;
        return users.get(byOwner ? command.whom() % USERS : command.whom());
    }

    private static String extension(int number) {
        return EXTENSIONS.get(number % EXTENSIONS.size());
    }

    private Object addUser(UserSession session, int person) {
        return withIdOf(person, () -> session.users().add(email(person)));
    }

    /** A newcomer has one id, whoever brings them into the account. */
    private <T> T withIdOf(int person, Supplier<T> work) {
        long former = step;
        if (person >= USERS) {
            step = 0;
            drawn = 0xffffL - person;
        }
        try {
            return work.get();
        } finally {
            at(former);
        }
    }

    private Shown invited(Place place, Invitations.Made one) {
        made.computeIfAbsent(place, key -> new ArrayList<>()).add(one);
        return Shown.of(withHidden(one.invitation()) + one.token().reveal());
    }

    /** With what its text hides. */
    private static String withHidden(Invitation one) {
        return one + " " + one.email().value() + one.extension() + one.tokenHash() + one.invitedBy() + one.at();
    }

    /** One of the last few that were made there. */
    private Optional<Invitations.Made> invitation(Place place, int number) {
        List<Invitations.Made> all = made.getOrDefault(place, List.of());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1 - number % Math.min(3, all.size())));
    }

    private Shown accept(Command command) {
        Invitations.Made one = invitation(command.place(), command.number())
                .orElseThrow(() -> new RefusedException(new MembershipRefusal.InvitationNotValid()));
        String email = one.invitation().email().value();
        int person = email.charAt("person".length()) - '0';
        return Shown.of(withIdOf(
                person,
                () -> rig.phoneUnite.acceptInvitation(
                        one.token().reveal(), command.number() == 11 ? email(command.whom()) : email)));
    }

    private Shown use(Place place, int number) {
        UserSession of = place == Place.FAR ? far : sessions.get(0);
        return Shown.of(rig.billing
                .actingAs("meter")
                .deductUsage(Usage.of(of.accountId(), organization(place), "use" + step, Rig.usd(number + 1 + ".00"))));
    }

    private static <T> List<Page<T>> pages(int number, Function<PageRequest, Page<T>> list) {
        List<Page<T>> pages = new ArrayList<>();
        PageRequest request = PageRequest.first(1 + number % 3);
        while (true) {
            Page<T> page = list.apply(request);
            pages.add(page);
            if (page.next().isEmpty()) {
                return pages;
            }
            request = request.after(page.next().get());
        }
    }

    private Shown organizations(List<Page<OrganizationSummary>> pages) {
        List<Page<String>> all =
                pages.stream().map(page -> page.map(this::shown)).toList();
        List<String> here = pages.stream()
                .flatMap(page -> page.items().stream())
                .filter(one -> one.id().equals(organizations.get(Place.HERE)))
                .map(this::shown)
                .toList();
        return new Shown(all, here);
    }

    private String shown(OrganizationSummary one) {
        return one.id() + " " + one.name() + " " + one.plan() + " " + one.standing() + money(one.state());
    }

    private Shown billing(UserSession session, int number) {
        List<BillingPage> read = new ArrayList<>();
        List<Page<BillingPage.Line>> pages = pages(number, request -> {
            BillingPage page = rig.billing.of(session).page(request);
            read.add(page);
            return page.organizations();
        });
        List<Page<String>> all =
                pages.stream().map(page -> page.map(this::shown)).toList();
        List<String> here = pages.stream()
                .flatMap(page -> page.items().stream())
                .filter(one -> one.organization().equals(organizations.get(Place.HERE)))
                .map(this::shown)
                .toList();
        return new Shown(all + " " + read.stream().map(BillingPage::account).toList(), here);
    }

    private String shown(BillingPage.Line one) {
        return one.organization() + " " + one.name() + " " + one.plan() + money(one);
    }

    /** The shared balance: where it may be short, what it pays for depends on all organizations. */
    private String money(Object ofBilling) {
        return rich ? " " + ofBilling : "";
    }
}
