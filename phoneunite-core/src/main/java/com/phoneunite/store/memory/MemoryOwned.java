package com.phoneunite.store.memory;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Things of one kind: in the order of type and id, and looked up by their references and by their names. To look one up is what nearly
 * every call does, so it goes through no tree.
 */
class MemoryOwned<T extends OwnedThing> implements OwnedRepository<T> {

    private final MemoryTable<TextKey, T> inOrder;
    private final MemoryIndex<OwnedKey, T> byRef;
    private final MemoryIndex<TextKey, T> byName;
    private final MemoryIndex<TextKey, Integer> counts;

    MemoryOwned(InMemoryStore store) {
        inOrder = store.table();
        byRef = store.index();
        byName = store.index();
        counts = store.index();
    }

    /**
     * One thing within an account. In an order, so that those whose hashes collide make a tree; with the texts of its reference, as the
     * reference would be one more thing to fetch from memory.
     */
    private record OwnedKey(OrganizationId organization, String type, String id) implements Comparable<OwnedKey> {

        private static final Comparator<OwnedKey> ORDER = Comparator.comparing(OwnedKey::organization)
                .thenComparing(OwnedKey::type)
                .thenComparing(OwnedKey::id);

        static OwnedKey of(OwnedThing thing) {
            return of(thing.organization(), thing.ref());
        }

        static OwnedKey of(OrganizationId organization, ResourceRef ref) {
            return new OwnedKey(organization, ref.type(), ref.id());
        }

        @Override
        public int compareTo(OwnedKey other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public Optional<T> find(OrganizationScope scope, ResourceRef ref) {
        return byRef.find(scope.account(), OwnedKey.of(scope.organizationId(), ref));
    }

    @Override
    public Optional<T> findByName(OrganizationScope scope, String type, DisplayName name) {
        return byName.find(scope.account(), nameKey(scope.organizationId(), type, name));
    }

    @Override
    public List<T> list(OrganizationScope scope, String type, Optional<String> after, int limit) {
        String begin = type + ':';
        TextKey from = new TextKey(scope.organizationId(), begin + after.orElse(""));
        TextKey beginning = new TextKey(scope.organizationId(), begin);
        return inOrder.listAfter(scope.account(), from, beginning::isPrefixOf, limit);
    }

    @Override
    public int count(OrganizationScope scope, String type) {
        return counts.find(scope.account(), new TextKey(scope.organizationId(), type))
                .orElse(0);
    }

    @Override
    public void save(T thing) {
        byName.find(thing.account(), nameKey(thing))
                .filter(holder -> !holder.ref().equals(thing.ref()))
                .ifPresent(holder -> {
                    throw new PhoneUniteFault("the name of " + thing.ref() + " of organization " + thing.organization()
                            + " is not unique (T4)");
                });
        remove(thing);
        inOrder.put(thing.account(), orderKey(thing), thing);
        byRef.put(thing.account(), OwnedKey.of(thing), thing);
        byName.put(thing.account(), nameKey(thing), thing);
        count(thing, 1);
        saved(thing);
    }

    @Override
    public void remove(T thing) {
        OwnedKey key = OwnedKey.of(thing);
        byRef.find(thing.account(), key).ifPresent(kept -> {
            inOrder.remove(thing.account(), orderKey(thing));
            byRef.remove(thing.account(), key);
            byName.remove(thing.account(), nameKey(kept));
            count(kept, -1);
            removed(kept);
        });
    }

    /** The thing is kept now. */
    void saved(T thing) {}

    /** The thing that was kept is not any more. */
    void removed(T thing) {}

    private void count(T thing, int difference) {
        TextKey key = new TextKey(thing.organization(), thing.ref().type());
        int count = counts.find(thing.account(), key).orElse(0);
        counts.put(thing.account(), key, count + difference);
    }

    private TextKey nameKey(T thing) {
        return nameKey(thing.organization(), thing.ref().type(), thing.name());
    }

    private static TextKey nameKey(OrganizationId organization, String type, DisplayName name) {
        return new TextKey(organization, type + ':' + name.key());
    }

    private TextKey orderKey(T thing) {
        return new TextKey(thing.organization(), thing.ref().toString());
    }
}
