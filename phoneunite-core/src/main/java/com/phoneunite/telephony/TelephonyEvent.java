package com.phoneunite.telephony;

import com.phoneunite.event.DomainEvent;
import java.util.Optional;

/** What happens to what can be dialled. Which organization it is about is told by the record that carries the event (rule I5). */
public sealed interface TelephonyEvent extends DomainEvent {

    /**
     * Rule T1: the organization holds a phone number.
     *
     * @param number the number
     */
    record PhoneNumberAdded(PhoneNumber number) implements TelephonyEvent {
        @Override
        public String type() {
            return "phone_number.added";
        }
    }

    /**
     * Rule T1: the organization does not hold a phone number any more.
     *
     * @param number the number
     */
    record PhoneNumberRemoved(PhoneNumber number) implements TelephonyEvent {
        @Override
        public String type() {
            return "phone_number.removed";
        }
    }

    /**
     * Rule T1: calls to a phone number go somewhere else from now on.
     *
     * @param number the number
     * @param destination where they go; empty where they go nowhere
     */
    record PhoneNumberRouted(PhoneNumber number, Optional<Destination> destination) implements TelephonyEvent {
        @Override
        public String type() {
            return "phone_number.routed";
        }
    }
}
