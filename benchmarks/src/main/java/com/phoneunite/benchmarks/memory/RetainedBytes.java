package com.phoneunite.benchmarks.memory;

import com.phoneunite.benchmarks.kept.HostOfMany;
import com.phoneunite.benchmarks.kept.Thing;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jol.info.GraphLayout;

/**
 * What the store in memory keeps of a thing, in bytes: the difference between what can be reached from a store with twice as many and
 * from one with as many, for each. Everything is made through the front door, and all events are
 * delivered.
 *
 * @param thing what is kept
 * @param bytes of each
 */
public record RetainedBytes(Thing thing, long bytes) {

    /** Measures all of them, each with so many and with twice as many. */
    public static List<RetainedBytes> all(int count) {
        return Arrays.stream(Thing.values()).map(thing -> of(thing, count)).toList();
    }

    private static RetainedBytes of(Thing thing, int count) {
        InMemoryStore store = InMemoryStore.create();
        HostOfMany host = new HostOfMany(BillingStore.in(store), 1); // many entries of one: lists grow by leaps
        long few = bytes(host, store, thing, count);
        long many = bytes(host, store, thing, count);
        return new RetainedBytes(thing, (many - few) / count);
    }

    private static long bytes(HostOfMany host, InMemoryStore store, Thing thing, int more) {
        host.make(thing, more);
        host.deliver();
        return GraphLayout.parseInstance(store).totalSize();
    }
}
