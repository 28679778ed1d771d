package com.phoneunite.testkit;

import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditTerms;
import com.phoneunite.testkit.audit.AuditorModel;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Somebody between a store and its auditor, who tells one lie. */
final class Liar {

    final AuditedStory story = new AuditedStory();
    final LyingStore store = new LyingStore(story.story.store);
    AuditTerms terms = AuditTerms.of(story.story.plans::values).gateway(story.story.gateway.capabilities());

    /** Tells the whole story with the lie in it. */
    void tell() {
        story.tell(auditor());
    }

    Audit auditor() {
        return AuditorModel.of(store.store(), story.story.gateway.book(), terms);
    }

    /** Tells of that entry another one, and of balances that go with it. */
    void entry(long position, UnaryOperator<LedgerEntry> lie) {
        store.ledger(entries -> LyingStore.chained(changed(entries, position, lie)));
    }

    /** Tells of that entry another one, and of nothing else. */
    void entryAlone(long position, UnaryOperator<LedgerEntry> lie) {
        store.ledger(entries -> changed(entries, position, lie));
    }

    private static List<LedgerEntry> changed(List<LedgerEntry> entries, long position, UnaryOperator<LedgerEntry> lie) {
        return entries.stream()
                .map(one -> one.position() == position ? lie.apply(one) : one)
                .toList();
    }

    /** At the end of the story, tells of a further entry, which is made of one that is there. */
    void entryAtTheEnd(long from, UnaryOperator<LedgerEntry> lie) {
        store.ledger(entries -> {
            List<LedgerEntry> all = new ArrayList<>(entries);
            LedgerEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
            if (last != null && last.position() == AuditedStory.LAST) {
                entries.stream()
                        .filter(one -> one.position() == from)
                        .map(one -> with(
                                lie.apply(one),
                                "position",
                                last.position() + 1,
                                "sequence",
                                last.sequence() + 1,
                                "recordedAt",
                                last.recordedAt()))
                        .forEach(all::add);
            }
            return LyingStore.chained(all);
        });
    }

    /** The entry as one of usage: what it was for is not told. */
    static LedgerEntry asUsage(LedgerEntry entry, Optional<OrganizationId> organization) {
        return with(
                entry,
                "kind",
                EntryKind.USAGE,
                "signedMinor",
                -Math.abs(entry.signedMinor()),
                "reference",
                "lie",
                "organization",
                organization);
    }

    /** Tells of that event another one. */
    void event(long position, UnaryOperator<DomainEvent> lie) {
        events(one -> one.position() == position, one -> with(one, "event", lie.apply(one.event())));
    }

    void events(Predicate<RecordedEvent> which, UnaryOperator<RecordedEvent> lie) {
        store.events(events -> events.stream()
                .map(one -> which.test(one) ? lie.apply(one) : one)
                .toList());
    }

    /** The record with other values of some components, told as name, value, name, value. */
    @SuppressWarnings("unchecked")
    static <T extends Record> T with(T record, Object... changes) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                int change = Arrays.asList(changes).indexOf(components[i].getName());
                values[i] = change < 0 ? components[i].getAccessor().invoke(record) : changes[change + 1];
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
