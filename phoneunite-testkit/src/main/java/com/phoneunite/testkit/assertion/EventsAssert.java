package com.phoneunite.testkit.assertion;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.RecordedEvent;
import java.util.List;
import java.util.Optional;

/** Says what was recorded (rule X3), for example what a handler was given. */
public final class EventsAssert extends SpokenAssert<EventsAssert, List<RecordedEvent>> {

    EventsAssert(List<RecordedEvent> actual) {
        super(actual, EventsAssert.class);
    }

    /** These kinds, in this order and no others: {@code "organization.added"}. */
    public EventsAssert areExactly(String... types) {
        isNotNull();
        return holds(types().equals(List.of(types)), "these events:" + Words.lines(List.of(types)) + "\n", there());
    }

    /** Such a one is among them. */
    public EventsAssert contain(String type) {
        isNotNull();
        return holds(types().contains(type), "an event " + type, there());
    }

    /** No such one is among them. */
    public EventsAssert doNotContain(String type) {
        isNotNull();
        return holds(!types().contains(type), "no event " + type, there());
    }

    /** Rule I5: each is about that organization. */
    public EventsAssert areAllAbout(OrganizationId organization) {
        isNotNull();
        List<String> others = actual.stream()
                .filter(one -> !one.organization().equals(Optional.of(organization)))
                .map(one -> one.event().type())
                .toList();
        return holds(
                others.isEmpty(),
                "events about organization " + organization + " alone (I5)",
                "these are not:" + Words.lines(others));
    }

    /** Rule X3: they come in the order of their account, each once. */
    public EventsAssert areInOrder() {
        isNotNull();
        for (int i = 1; i < actual.size(); i++) {
            RecordedEvent before = actual.get(i - 1);
            RecordedEvent event = actual.get(i);
            holds(
                    !before.account().equals(event.account()) || before.position() < event.position(),
                    "events in order, each once (X3)",
                    "position " + event.position() + " comes after " + before.position());
        }
        return this;
    }

    private List<String> types() {
        return actual.stream().map(one -> one.event().type()).toList();
    }

    private String there() {
        return "there are:" + Words.lines(types());
    }
}
