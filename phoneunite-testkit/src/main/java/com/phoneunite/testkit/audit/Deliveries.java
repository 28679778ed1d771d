package com.phoneunite.testkit.audit;

import com.phoneunite.store.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Rule X3: the events of one account that were delivered to the host: each at least once, in order, and none left out. */
final class Deliveries {

    private final NavigableMap<Long, Happening> kept = new TreeMap<>();
    private long last;
    private Optional<String> fault = Optional.empty();
    private boolean told;

    /** Whether the host tells of deliveries. */
    boolean areTold() {
        return told;
    }

    /** The host tells of deliveries from now on, of this account or of another one. */
    void hostTells(boolean isSo) {
        told = isSo;
    }

    void add(RecordedEvent event) {
        long position = event.position();
        if (position > last + 1 && fault.isEmpty()) {
            fault = Optional.of("the event at position " + position + " was delivered after the one at " + last);
        }
        last = Math.max(last, position);
        EvidenceOfEvents.happening(event).ifPresent(one -> kept.put(position, one));
    }

    /** What was read of the store behind that position, and what was delivered of it and may be gone from there. */
    List<Happening> addTo(List<Happening> read, long after) {
        NavigableMap<Long, Happening> fresh = kept.tailMap(after, false);
        if (fresh.isEmpty()) {
            kept.clear();
            return read;
        }
        List<Happening> all = new ArrayList<>(read);
        read.forEach(one -> fresh.remove(one.position()));
        all.addAll(fresh.values());
        all.sort((one, other) -> Long.compare(one.position(), other.position()));
        kept.clear();
        return all;
    }

    void verify(Look look) {
        if (fault.isPresent()) {
            throw look.breach("X3", fault.get());
        }
    }
}
