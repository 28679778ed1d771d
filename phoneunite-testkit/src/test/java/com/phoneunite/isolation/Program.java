package com.phoneunite.isolation;

import com.phoneunite.RefusedException;
import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.isolation.Seen.Shown;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.telephony.TelephonyEvent;
import com.phoneunite.testkit.CapturedLogs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * A host that follows a list of commands, and writes down what the people of organization A see. Another organization of the same
 * account is B, one more is added by the program, and one is of another account.
 *
 * <p>The exceptions of rule I4 are taken out, each in one place: an account that is not rich hides states and billing ({@link
 * Scene#money} and {@link DeepText}), and suspends A alone when it did
 * with everything done ({@link SharedBalance}), and for a rich one what is due is charged as soon as the clock has moved ({@link Scene#settle}),
 * for otherwise whatever is done in any organization may settle it; whoever stands elsewhere, too, is asked for A only ({@link
 * Seen#standsElsewhere}); people who come into the account through an invitation have one id, whichever organization invites them first
 * ({@link Scene#bringing}), are not added by the owner ({@link Turn#person}), and a deactivation that is refused for the sake of another
 * organization is left out ({@link Crossings}); no two organizations want the same phone number ({@link Turn#phoneNumber}), and one that
 * is moved comes or goes ({@link NumberActs#moveNumber}); the owner is no observer; and one organization that nobody works in stays
 * open, so that A is never the last one.
 */
final class Program {

    /**
     * What of a program reaches into A from outside by right.
     *
     * @param notDeactivated the commands that would have deactivated somebody and were refused
     * @param moved the commands that moved a phone number into A or out of it
     * @param suspended the commands at which A was suspended
     */
    record Crossings(Set<Integer> notDeactivated, Set<Integer> moved, Set<Integer> suspended) {

        static Crossings none() {
            return new Crossings(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    private final boolean everything;
    private final List<Command> commands;
    private final Crossings crossings;
    private final Crossings found = Crossings.none();
    private final Scene scene;
    private final Marks marks;
    private final DeepText text;
    private final Tally tally;
    private final boolean rich;
    private final List<Seen> seen = new ArrayList<>();
    private final List<String> eventsOfHere = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();

    private Program(
            boolean firstEver,
            boolean rich,
            boolean everything,
            List<Command> commands,
            Crossings crossings,
            Tally tally) {
        this.everything = everything;
        this.rich = rich;
        this.commands = commands;
        this.crossings = crossings;
        this.tally = tally;
        text = new DeepText(
                rich
                        ? Set.of()
                        : Set.of(
                                OrganizationState.class,
                                BillingPeriod.class,
                                Money.class,
                                LocalDate.class,
                                PlanName.class));
        marks = new Marks(firstEver, commands);
        scene = new Scene(firstEver, rich, everything, commands, crossings.moved(), this::handle);
    }

    /** Everything is done. Counts how each operation ended. */
    static Program full(boolean firstEver, boolean rich, List<Command> commands, Tally tally) {
        Program program = new Program(firstEver, rich, true, commands, Crossings.none(), tally);
        program.run();
        return program;
    }

    /** Only what concerns A is done. */
    static Program alone(boolean firstEver, boolean rich, List<Command> commands, Crossings crossings) {
        Program program = new Program(firstEver, rich, false, commands, crossings, new Tally());
        program.run();
        return program;
    }

    List<Seen> seen() {
        return seen;
    }

    /** Whatever was seen in one organization and tells of another one. */
    List<String> leaks() {
        return leaks;
    }

    Crossings crossings() {
        return found;
    }

    private void run() {
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            boolean leftOut =
                    command.elsewhere() && !everything && !crossings.moved().contains(i);
            if (!leftOut && !crossings.notDeactivated().contains(i)) {
                noteMarks();
                scene.at(Steps.of(i));
                run(i, command);
            }
        }
        noteMarks();
        for (int who = 0; who < Cast.PEOPLE; who++) {
            boolean standsHere = scene.standsHere(who);
            for (Operation look : standsHere ? Operation.LOOKS : Operation.LOOKS_FROM_OUTSIDE) {
                scene.at(Steps.of(commands.size()));
                run(commands.size(), new Command(look, Place.HERE, who, 0, who));
            }
            for (int target = 0; target < Place.OF_ORGANIZATIONS.size(); target++) {
                scene.at(Steps.of(commands.size()));
                run(commands.size(), new Command(Operation.EXPLAIN, Place.ACCOUNT, who, 0, target));
            }
        }
        scene.at(Steps.of(commands.size()));
        run(commands.size(), new Command(Operation.DISPATCH, Place.ACCOUNT, 0, 0, 0));
        seen.add(new Seen("events", eventsOfHere.toString(), eventsOfHere.toString(), false));
    }

    private void noteMarks() {
        if (everything) {
            marks.note(scene);
        }
    }

    private void run(int index, Command command) {
        Turn turn = new Turn(scene, command, scene.cast().actor(command), index);
        boolean observed = isObserver(command, turn.who());
        if (everything) {
            if (scene.sharedBalance().hasSuspended()) {
                found.suspended().add(index);
            }
            List<String> log = CapturedLogs.ownDuring(() -> run(turn, observed));
            look(String.join("\n", log), command.place(), command);
        } else if (command.operation().ofMoney()) {
            run(turn, observed);
        } else {
            scene.sharedBalance().during(crossings.suspended().contains(index), () -> run(turn, observed));
        }
    }

    private void run(Turn turn, boolean observed) {
        Command command = turn.command();
        String answer = Rig.OK;
        Object value;
        try {
            value = command.operation().perform(turn);
        } catch (RefusedException refused) {
            answer = refused.code();
            value = refused.getMessage() + text.of(refused.refusal().facts());
        }
        tally.count(command.operation(), command.place(), answer);
        note(turn, answer.equals(Rig.OK));
        String all = text.of(value instanceof Shown shown ? shown.all() : value);
        look(all, command.answersFor(), command);
        if (observed) {
            tally.seen(answer);
            String ofHere = value instanceof Shown shown ? text.of(shown.ofHere()) : all;
            seen.add(new Seen(
                    answer,
                    command + " " + answer + " " + all,
                    command.crosses() ? command.toString() : command + " " + answer + " " + ofHere,
                    scene.standsElsewhere(turn.who())));
        }
    }

    private void note(Turn turn, boolean succeeded) {
        Command command = turn.command();
        Operation operation = command.operation();
        if (operation == Operation.DEACTIVATE && turn.who() == scene.cast().owner() && !succeeded) {
            found.notDeactivated().add(turn.index());
        }
        if (operation == Operation.HAND_OVER && succeeded) {
            scene.cast().handedTo(command.whom() % Cast.USERS);
        }
        if (operation == Operation.MOVE_NUMBER && command.crosses() && succeeded) {
            found.moved().add(turn.index());
        }
        boolean invites = operation == Operation.INVITE_ADMINISTRATOR || operation == Operation.INVITE_MEMBER;
        if (invites && succeeded) {
            marks.invited(command.place(), command.whom());
        }
    }

    /** Property 15: what is seen in an organization, or logged of what is done there, and tells of another one. */
    private void look(String told, Place place, Object seenAt) {
        if (everything && place != Place.ACCOUNT) {
            marks.in(told, place, scene)
                    .forEach(mark -> leaks.add(mark + " is seen in " + place + " at " + seenAt + ": " + told));
        }
    }

    /** Rule I4 speaks of administrators and members. What the owner, the host and people without any user see is no part of it. */
    private boolean isObserver(Command command, int who) {
        return !command.elsewhere()
                && !command.operation().ofHost()
                && (rich || command.operation() != Operation.EXPLAIN)
                && who != scene.cast().owner()
                && (who < Cast.USERS || scene.standsHere(who));
    }

    /** Entries of the ledger tell of the shared balance, and states of what it pays for. */
    private void handle(RecordedEvent event) {
        event.organization().flatMap(marks::placeOf).ifPresent(place -> {
            String told = text.of(event.event()) + " by " + text.of(event.actor()) + " at " + event.at();
            look(told, place, "dispatch");
        });
        boolean ofHere = event.organization()
                .filter(scene.organizationAt(Place.HERE)::equals)
                .isPresent();
        boolean comparable = event.event() instanceof MembershipEvent
                || event.event() instanceof TelephonyEvent
                || event.event() instanceof ResourceEvent
                || (event.event() instanceof OrganizationEvent && rich);
        if (ofHere && comparable) {
            eventsOfHere.add(text.of(event.event()) + " by " + text.of(event.actor()) + " at " + event.at());
        }
    }
}
