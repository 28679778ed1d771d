package com.phoneunite.isolation;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneNumbers;
import com.phoneunite.isolation.Seen.Shown;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.HeldPhoneNumber;

/** How phone numbers are held, led somewhere, and moved. */
final class NumberActs {

    private NumberActs() {}

    static Object addNumber(Turn turn) {
        return turn.workspace().phoneNumbers().add(turn.phoneNumber());
    }

    static Object removeNumber(Turn turn) {
        return turn.workspace().phoneNumbers().remove(turn.phoneNumber());
    }

    static Object getNumber(Turn turn) {
        return turn.workspace().phoneNumbers().get(turn.phoneNumber());
    }

    static Object listNumbers(Turn turn) {
        return turn.pages(turn.workspace().phoneNumbers()::list);
    }

    static Object route(Turn turn) {
        return turn.workspace().phoneNumbers().route(turn.phoneNumber(), destination(turn));
    }

    static Object unroute(Turn turn) {
        return turn.workspace().phoneNumbers().unroute(turn.phoneNumber());
    }

    /**
     * A number that nobody else wants is added and then moved. With the other organization left out, what A sees of it is that the
     * number goes, or comes.
     */
    static Object moveNumber(Turn turn) {
        Command command = turn.command();
        String number = turn.scene().given("+1202556" + (1_000 + turn.index()));
        if (turn.scene().hasCrossed(turn) && command.place() != Place.HERE) {
            OrganizationWorkspace here = turn.scene()
                    .cast()
                    .session(Place.HERE, turn.who())
                    .switchTo(turn.scene().organization(Place.HERE));
            return new Shown(here.phoneNumbers().add(number), "");
        }
        PhoneNumbers numbers = turn.workspace().phoneNumbers();
        HeldPhoneNumber held = numbers.add(number);
        HeldPhoneNumber moved = turn.scene().hasCrossed(turn)
                ? numbers.remove(number)
                : numbers.move(number, turn.scene().organization(command.target()));
        return new Shown(held.number() + " moved to " + moved.organization(), held.number());
    }

    /** Something that calls may be led to: of the place or of another one, or nothing at all. */
    static DestinationDraft destination(Turn turn) {
        return switch (turn.whom() % 4) {
            case 0 -> Destination.extension(turn.extension());
            case 1 -> Destination.voicemail(turn.extension());
            case 2 -> Destination.callTree(turn.callTree());
            default ->
                Destination.resource(
                        new ResourceRef(Rig.RING_GROUPS.name(), turn.ringGroup().toString()));
        };
    }
}
