package com.phoneunite.isolation;

import com.phoneunite.Invitations;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.UserSession;
import com.phoneunite.account.UserId;
import com.phoneunite.isolation.Seen.Shown;
import com.phoneunite.membership.Extension;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The host of a program, its organizations, and what has been made in them so far. Organization A is {@link Place#HERE}. */
final class Scene {

    private final boolean rich;
    private final Rig rig;
    private final Steps steps = new Steps();
    private final Cast cast;
    private final List<Command> commands;
    private final Set<Integer> crossed;
    private final Consumer<RecordedEvent> events;
    private final Map<Place, OrganizationId> organizations = new EnumMap<>(Place.class);
    private final Map<Place, List<Invitations.Made>> invitations = new EnumMap<>(Place.class);
    private final Map<Place, Map<Operation, List<UUID>>> made = new EnumMap<>(Place.class);
    private final Map<UserId, OrganizationWorkspace> opened = new HashMap<>();
    private final Set<String> given = new TreeSet<>();

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
        rig = new Rig(builder -> builder.ids(steps::id).randomness(steps::random));
        cast = new Cast(rig, steps, rich);
        UserSession you = cast.session(Place.ACCOUNT, 0);
        at(Steps.BEGINNING);
        OrganizationId first = Rig.first(you);
        rig.clock.advance(Duration.ofHours(1));
        OrganizationId second = you.addOrganization("Second", "standard").id();
        organizations.put(Place.HERE, firstEver ? first : second);
        populate(Place.HERE, 1);
        if (everything) {
            populateFar();
            at(Steps.THERE_BEGINS);
            organizations.put(
                    Place.THERE, you.addOrganization("Third", "standard").id());
            populate(Place.THERE, 2);
            at(Steps.ADDED_BEGINS);
            organizations.put(
                    Place.ADDED, you.addOrganization("Extra", "standard").id());
            populate(Place.ADDED, 3);
        }
    }

    /** An owner who is a member, an administrator who is one, too, and somebody who may not enter. */
    private void populateFar() {
        UserSession stranger = cast.session(Place.FAR, 0);
        organizations.put(Place.FAR, Rig.first(stranger));
        OrganizationWorkspace workspace = stranger.switchTo(organizations.get(Place.FAR));
        workspace.members().add(stranger.user(), "10");
        workspace.administrators().add(cast.user(Place.FAR, 1));
        workspace.members().add(cast.user(Place.FAR, 1), "12");
        stranger.addOrganization("Far too", "standard");
        furnish(Place.FAR);
    }

    /** An administrator, a member, and both; the owner is there by ownership alone. */
    private void populate(Place place, int from) {
        OrganizationWorkspace workspace = cast.session(place, 0).switchTo(organizations.get(place));
        workspace.administrators().add(cast.user(from));
        workspace.members().add(cast.user(from + 1), "10");
        workspace.administrators().add(cast.user(from + 2));
        workspace.members().add(cast.user(from + 2), "12");
        workspace.administrators().remove(cast.user(0));
        furnish(place);
    }

    /** A thing of each kind, a phone number that leads somewhere, and an invitation for one who is invited everywhere. */
    private void furnish(Place place) {
        OrganizationWorkspace workspace = cast.session(place, 0).switchTo(organizations.get(place));
        furnish(
                place,
                Operation.SAVE_TREE,
                () -> workspace
                        .callTrees()
                        .save(CallTree.named("Common")
                                .menu("main", Menu.saying("Hello").otherwise(Destination.hangUp()))));
        furnish(
                place,
                Operation.ADD_SOUND,
                () -> workspace.sounds().add("Common", Rig.wav(SoundActs.ofPlace(place, 0))));
        furnish(
                place,
                Operation.ADD_GROUP,
                () -> workspace
                        .resources(Rig.RING_GROUPS)
                        .add("Common", RingGroup.of(ResourceRef.extension(new Extension("10")))));
        workspace.phoneNumbers().add(phoneNumber(place, 0));
        workspace.phoneNumbers().route(phoneNumber(place, 0), Destination.extension("10"));
        furnish(
                place,
                Operation.INVITE_ADMINISTRATOR,
                () -> invitations.put(
                        place,
                        new ArrayList<>(List.of(
                                workspace.invitations().inviteAdministrator(Cast.email(Cast.INVITED_EVERYWHERE))))));
    }

    private void furnish(Place place, Operation making, Runnable make) {
        long step = Steps.furnishing(place, making);
        at(step);
        make.run();
        made(place, making).add(Steps.firstOf(step));
    }

    void at(long step) {
        steps.at(step);
        given.clear();
    }

    /** No two places want the same number. */
    static String phoneNumber(Place place, int number) {
        return "+1202555" + (1_000 + 10 * place.code() + number % 3);
    }

    Command command(int index) {
        return commands.get(index);
    }

    Rig rig() {
        return rig;
    }

    Cast cast() {
        return cast;
    }

    OrganizationId organization(Place place) {
        return noted(organizationAt(place));
    }

    /** Without being named by the one who acts. */
    OrganizationId organizationAt(Place place) {
        return organizations.getOrDefault(place, Rig.noOrganization());
    }

    /** What the one who acts has named: it may stand in the answer. */
    String given(String text) {
        given.add(text);
        return text;
    }

    /** What the one who acts has named. */
    <T> T noted(T id) {
        given.add(id.toString());
        return id;
    }

    Set<String> given() {
        return given;
    }

    OrganizationWorkspace workspace(Command command, int who) {
        UserId user = cast.user(who);
        OrganizationWorkspace former = opened.get(user);
        if (command.place() == Place.HERE && former != null && command.number() % 2 == 0) {
            return former;
        }
        OrganizationWorkspace workspace = cast.session(command.place(), who).switchTo(organizationAt(command.place()));
        if (command.place() == Place.HERE) {
            opened.put(user, workspace);
        }
        return workspace;
    }

    boolean standsHere(int who) {
        return cast.held(who).contains(organizations.get(Place.HERE));
    }

    boolean standsElsewhere(int who) {
        return cast.held(who).stream().anyMatch(one -> !one.equals(organizations.get(Place.HERE)));
    }

    /** A newcomer has one id, whoever brings them into the account. */
    <T> T bringing(int person, Supplier<T> work) {
        return person < Cast.USERS ? work.get() : steps.bringing(person, work);
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
        for (Place place : List.of(Place.HERE, Place.THERE, Place.ADDED, Place.FAR)) {
            if (place != turn.place()) {
                all.add(Steps.firstOf(Steps.furnishing(place, making)));
            }
        }
        for (int i = 0; i < turn.index(); i++) {
            if (commands.get(i).operation() == making && commands.get(i).place() != turn.place()) {
                all.add(Steps.firstOf(Steps.of(i)));
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

    SharedBalance sharedBalance() {
        return new SharedBalance(
                rig.store.core(), cast.session(Place.ACCOUNT, 0).accountId(), organizationAt(Place.HERE));
    }

    /** The shared balance: where it may be short, what it pays for depends on all organizations. */
    Object money(Object ofBilling) {
        return rich ? ofBilling : new Shown("", "");
    }
}
