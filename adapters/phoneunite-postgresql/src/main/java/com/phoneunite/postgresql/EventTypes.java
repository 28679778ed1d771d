package com.phoneunite.postgresql;

import com.phoneunite.account.AccountEvent;
import com.phoneunite.billing.cycle.CycleEvent;
import com.phoneunite.billing.recharge.RechargeEvent;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.telephony.TelephonyEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events that an outbox keeps, by names that are stored and never renamed: the interface that seals them and the record. Entries of
 * the ledger are events of their own, and none of these.
 */
final class EventTypes {

    private static final Map<String, Class<?>> TYPES = Stream.of(
                    AccountEvent.class,
                    OrganizationEvent.class,
                    MembershipEvent.class,
                    TelephonyEvent.class,
                    ResourceEvent.class,
                    CycleEvent.class,
                    RechargeEvent.class)
            .flatMap(sealing -> Arrays.stream(sealing.getPermittedSubclasses()))
            .collect(Collectors.toUnmodifiableMap(EventTypes::name, Function.identity()));

    private EventTypes() {}

    static Map<String, Class<?>> all() {
        return TYPES;
    }

    static String nameOf(DomainEvent event) {
        String name = name(event.getClass());
        if (!TYPES.containsKey(name)) {
            throw new PhoneUniteFault("an event of type " + event.type() + " is none that the outbox keeps");
        }
        return name;
    }

    static DomainEvent read(String name, String payload) {
        Class<?> type = TYPES.get(name);
        if (type == null) {
            throw new PhoneUniteFault("an event is named " + name + ": a newer release kept it");
        }
        return (DomainEvent) RecordJson.read(type, payload);
    }

    static String write(DomainEvent event) {
        return RecordJson.write((Record) event);
    }

    private static String name(Class<?> record) {
        Class<?> sealing = record.getDeclaringClass();
        return (sealing == null ? "" : sealing.getSimpleName() + '.') + record.getSimpleName();
    }
}
