package com.phoneunite.isolation;

import com.phoneunite.Invitations;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.UserSession;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.isolation.Seen.Shown;
import com.phoneunite.membership.Extension;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
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
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The host of a program, its people and organizations, and what has been made so far. Organization A is {@link Place#HERE}.
 *
 * <p>Ids and random bytes are told by the place of the command in the program, so that what is seen can be compared as it is, and so
 * that an attacker can name what somebody else may have made, whether they have or not.
 */
final class Scene {

    /** Users from the start, and people who have only an e-mail address. */
    static final int USERS = 6;

    static final int PEOPLE = 9;

    static final int INVITED_EVERYWHERE = PEOPLE - 1;

    static final int ACTORS = 18;

    private static final long FIRST_ID = 0x0190_b1a0_0000_7000L;
    private static final long LAST_HALF = 0x8000_0000_0000_0000L;

    /** The step in which the other account begins, and the one after it. */
    private static final long FAR_BEGINS = -40;

    private static final long FAR_ENDS = -30;

    /** The step in which the first thing of each place is made; two more follow. */
    private static final Map<Place, Integer> POPULATED =
            Map.of(Place.HERE, -20, Place.ADDED, -16, Place.THERE, -10, Place.FAR, -6);

    private static final List<Operation> MAKING =
            List.of(Operation.SAVE_TREE, Operation.ADD_SOUND, Operation.ADD_GROUP);

    private final boolean rich;
    private final Rig rig;
    private final List<Command> commands;
    private final Set<Integer> crossed;
    private final Consumer<RecordedEvent> events;
    private final List<UserId> users = new ArrayList<>();
    private final List<UserSession> sessions = new ArrayList<>();
    private final List<UserSession> far = new ArrayList<>();
    private final Map<Place, OrganizationId> organizations = new EnumMap<>(Place.class);
    private final Map<Place, List<Invitations.Made>> invitations = new EnumMap<>(Place.class);
    private final Map<Place, Map<Operation, List<UUID>>> made = new EnumMap<>(Place.class);
    private final Map<UserId, OrganizationWorkspace> opened = new HashMap<>();
    private final Set<String> given = new TreeSet<>();
    private int owner;
    private long step;
    private long drawn;

    /**
     * @param firstEver whether A is the account's first organization, and on trial
     * @param rich whether the balance is never short
     * @param everything whether there is an organization B, and what concerns others than A is done
     * @param crossed which commands moved a phone number into A or out of it, where everything was done
     */
    Scene(
            boolean firstEver,
            boolean rich,
            boolean everything,
            List<Command> commands,
            Set<Integer> crossed,
            Consumer<RecordedEvent> events) {
        this.rich = rich;
        this.commands = commands;
        this.crossed = crossed;
        this.events = events;
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
            users.add(new UserId(new UUID(FIRST_ID, LAST_HALF + newcomer(i))));
        }
        at(-50);
        OrganizationId first = Rig.first(you);
        rig.clock.advance(Duration.ofHours(1));
        OrganizationId second = you.addOrganization("Second", "standard").id();
        organizations.put(Place.HERE, firstEver ? first : second);
        populate(Place.HERE, 1);
        at(FAR_BEGINS);
        UserSession stranger = rig.owner("Far", "far@example.com", "1000000.00");
        far.add(stranger);
        far.add(rig.user(stranger, "far1@example.com"));
        far.add(rig.user(stranger, "far2@example.com"));
        if (everything) {
            populateFar(stranger);
            at(-30);
            organizations.put(
                    Place.THERE, you.addOrganization("Third", "standard").id());
            populate(Place.THERE, 2);
            at(-25);
            organizations.put(
                    Place.ADDED, you.addOrganization("Extra", "standard").id());
            populate(Place.ADDED, 3);
        }
    }

    /** An owner who is a member, an administrator, and somebody who may not enter. */
    private void populateFar(UserSession stranger) {
        organizations.put(Place.FAR, Rig.first(stranger));
        OrganizationWorkspace workspace = stranger.switchTo(organizations.get(Place.FAR));
        workspace.members().add(stranger.user(), "10");
        workspace.administrators().add(far.get(1).user());
        workspace.members().add(far.get(1).user(), "12");
        stranger.addOrganization("Far too", "standard");
        furnish(Place.FAR, stranger);
    }

    /** An administrator, a member, and both; the owner is there by ownership alone. */
    private void populate(Place place, int from) {
        OrganizationWorkspace workspace = sessions.get(0).switchTo(organizations.get(place));
        workspace.administrators().add(users.get(from));
        workspace.members().add(users.get(from + 1), "10");
        workspace.administrators().add(users.get(from + 2));
        workspace.members().add(users.get(from + 2), "12");
        workspace.administrators().remove(users.get(0));
        furnish(place, sessions.get(0));
    }

    /** A thing of each kind, a phone number that leads somewhere, and an invitation for one who is invited everywhere. */
    private void furnish(Place place, UserSession by) {
        OrganizationWorkspace workspace = by.switchTo(organizations.get(place));
        int from = POPULATED.get(place);
        at(from);
        workspace
                .callTrees()
                .save(CallTree.named("Common").menu("main", Menu.saying("Hello").otherwise(Destination.hangUp())));
        at(from + 1L);
        workspace.sounds().add("Common", Rig.wav(SoundActs.ofPlace(place, 0)));
        at(from + 2L);
        workspace.resources(Rig.RING_GROUPS).add("Common", RingGroup.of(ResourceRef.extension(new Extension("10"))));
        workspace.phoneNumbers().add(phoneNumber(place, 0));
        workspace.phoneNumbers().route(phoneNumber(place, 0), Destination.extension("10"));
        at(from + 3L);
        invitations.put(
                place,
                new ArrayList<>(List.of(workspace.invitations().inviteAdministrator(email(INVITED_EVERYWHERE)))));
        for (Operation making : MAKING) {
            made(place, making).add(populated(place, making));
        }
    }

    private static UUID populated(Place place, Operation making) {
        return firstOf(POPULATED.get(place) + MAKING.indexOf(making));
    }

    void at(long now) {
        step = now;
        drawn = 0;
        given.clear();
    }

    private UUID id() {
        return new UUID(FIRST_ID + step, LAST_HALF + drawn++);
    }

    private byte[] random() {
        return ByteBuffer.allocate(32).putLong(step).putLong(drawn++).array();
    }

    /** The first id that is drawn in a step. */
    private static UUID firstOf(long step) {
        return new UUID(FIRST_ID + step, LAST_HALF);
    }

    /** The step that an id was drawn in. */
    static long stepOf(UUID id) {
        return id.getMostSignificantBits() - FIRST_ID;
    }

    /** Which organization something that was made in a step before the program belongs to. */
    static Optional<Place> placeBefore(long step) {
        if (step >= FAR_BEGINS && step < FAR_ENDS) {
            return Optional.of(Place.FAR);
        }
        return POPULATED.keySet().stream()
                .filter(place -> step >= POPULATED.get(place) && step <= POPULATED.get(place) + MAKING.size())
                .findFirst();
    }

    private static long newcomer(int person) {
        return 0xffffL - person;
    }

    /** No two places want the same number. */
    static String phoneNumber(Place place, int number) {
        return "+1202555" + (1_000 + 10 * place.ordinal() + number % 3);
    }

    static String email(int person) {
        return "person" + person + "@example.com";
    }

    Rig rig() {
        return rig;
    }

    int owner() {
        return owner;
    }

    void handedTo(int person) {
        owner = person;
    }

    UserId user(int person) {
        return noted(userAt(person));
    }

    OrganizationId organization(Place place) {
        return noted(organizationAt(place));
    }

    /** Without being named by the one who acts. */
    OrganizationId organizationAt(Place place) {
        return organizations.getOrDefault(place, Rig.noOrganization());
    }

    /** Somebody to be brought into an organization, or removed from it; in the other account that is mostly one of theirs. */
    UserId person(Place place, int person) {
        return place == Place.FAR && person % 4 < far.size()
                ? far.get(person % 4).user()
                : user(person);
    }

    /** Without being named by the one who acts. */
    UserId userAt(int person) {
        return users.get(person);
    }

    /** What the one who acts has named: it may stand in the answer. */
    String given(String text) {
        given.add(text);
        return text;
    }

    private <T> T noted(T id) {
        given.add(id.toString());
        return id;
    }

    Set<String> given() {
        return given;
    }

    UserSession session(Place place, int who) {
        if (place == Place.FAR) {
            return far.get(who % far.size());
        }
        return who < USERS ? sessions.get(who) : rig.phoneUnite.signIn(ref(who));
    }

    private UserRef ref(int who) {
        return new UserRef(sessions.get(0).accountId(), users.get(who));
    }

    OrganizationWorkspace workspace(Command command, int who) {
        OrganizationWorkspace former = opened.get(users.get(who));
        if (command.place() == Place.HERE && former != null && command.number() % 2 == 0) {
            return former;
        }
        OrganizationWorkspace workspace = session(command.place(), who).switchTo(organizationAt(command.place()));
        if (command.place() == Place.HERE) {
            opened.put(users.get(who), workspace);
        }
        return workspace;
    }

    /** What only the owner may do is mostly done by the owner, and now and then tried by somebody else. */
    int actor(Command command) {
        if (command.operation().ofOwner() && command.place() != Place.FAR) {
            return command.who() % 3 > 0 ? owner : command.who() % USERS;
        }
        if (command.who() < PEOPLE) {
            return command.who();
        }
        return switch (command.place()) {
            case HERE -> 1 + command.who() % 2 * 2;
            case THERE -> 2 + command.who() % 2 * 2;
            case ADDED -> 3 + command.who() % 2 * 2;
            case FAR -> command.operation().ofOwner() ? command.who() % 3 : command.who() % 2;
            case ACCOUNT -> owner;
        };
    }

    /** The organizations that somebody administers or is a member of. */
    Set<OrganizationId> held(int who) {
        UserRef user = ref(who);
        return rig.store.core().unitOfWork().view(user.account(), () -> {
            Set<OrganizationId> held = new HashSet<>();
            rig.store
                    .core()
                    .administrations()
                    .heldBy(user.account(), user.user())
                    .forEach(one -> held.add(one.organization()));
            rig.store
                    .core()
                    .memberships()
                    .heldBy(user.account(), user.user())
                    .forEach(one -> held.add(one.organization()));
            return held;
        });
    }

    boolean standsIn(Place place, int who) {
        return held(who).contains(organizations.get(place));
    }

    boolean standsElsewhere(int who) {
        return held(who).stream().anyMatch(one -> !one.equals(organizations.get(Place.HERE)));
    }

    /** A newcomer has one id, whoever brings them into the account. */
    <T> T withIdOf(int person, Supplier<T> work) {
        long formerStep = step;
        long formerlyDrawn = drawn;
        if (person >= USERS) {
            step = 0;
            drawn = newcomer(person);
        }
        try {
            return work.get();
        } finally {
            step = formerStep;
            drawn = formerlyDrawn;
        }
    }

    Object invited(Turn turn, Invitations.Made one) {
        invitations.computeIfAbsent(turn.place(), key -> new ArrayList<>()).add(one);
        return one;
    }

    /** One of the last few that were made there. */
    Optional<Invitations.Made> invitation(Turn turn) {
        return lastOf(invitations.getOrDefault(turn.place(), List.of()), turn.number());
    }

    private static <T> Optional<T> lastOf(List<T> all, int number) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1 - number % Math.min(3, all.size())));
    }

    /** Something was made there. */
    void made(Turn turn, UUID id) {
        made(turn.place(), turn.command().operation()).add(id);
    }

    private List<UUID> made(Place place, Operation making) {
        return made.computeIfAbsent(place, key -> new EnumMap<>(Operation.class))
                .computeIfAbsent(making, key -> new ArrayList<>());
    }

    /**
     * One of the last few that were made there; now and then something that was, or could have been, made in another place: an attacker
     * has learnt its id.
     */
    UUID thing(Turn turn, Operation making) {
        List<UUID> foreign = turn.number() % 4 == 3 ? madeElsewhere(turn, making) : List.of();
        UUID id = foreign.isEmpty()
                ? lastOf(made(turn.place(), making), turn.number())
                        .orElseGet(() -> Rig.noSound().value())
                : foreign.get((turn.number() + 5 * turn.whom() + turn.command().who()) % foreign.size());
        return noted(id);
    }

    private List<UUID> madeElsewhere(Turn turn, Operation making) {
        List<UUID> all = new ArrayList<>();
        for (Place place : List.of(Place.HERE, Place.THERE, Place.FAR)) {
            if (place != turn.place()) {
                all.add(populated(place, making));
            }
        }
        for (int i = 0; i < turn.index(); i++) {
            if (commands.get(i).operation() == making && commands.get(i).place() != turn.place()) {
                all.add(firstOf(i + 1L));
            }
        }
        return all;
    }

    /** Whether the command moved a phone number into A or out of it, with everything done; A alone then sees it come or go. */
    boolean hasCrossed(Turn turn) {
        return crossed.contains(turn.index());
    }

    /** There is a further organization, in which nothing has been made. */
    void added(OrganizationId organization) {
        organizations.put(Place.ADDED, organization);
        invitations.remove(Place.ADDED);
        made.remove(Place.ADDED);
    }

    void handle(RecordedEvent event) {
        events.accept(event);
    }

    /** Where the balance is never short, what is due is charged at once, so that nothing else settles it. */
    void settle() {
        if (rich) {
            rig.billing.run();
        }
    }

    /** The shared balance: where it may be short, what it pays for depends on all organizations. */
    Object money(Object ofBilling) {
        return rich ? ofBilling : new Shown("", "");
    }
}
