package com.phoneunite.billing.store;

import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/** A directory over all accounts of what is in review; it follows each account's own facts once they are committed. */
final class MemoryReviews {

    private final InMemoryStore store;
    private final NavigableSet<InReview> directory = new ConcurrentSkipListSet<>();

    MemoryReviews(InMemoryStore store) {
        this.store = store;
    }

    void list(InReview one, boolean wasListed, boolean isListed) {
        if (wasListed != isListed) {
            store.afterCommit(one.account(), () -> {
                if (isListed) {
                    directory.add(one);
                } else {
                    directory.remove(one);
                }
            });
        }
    }

    List<InReview> list(Optional<InReview> after, int limit) {
        NavigableSet<InReview> behind =
                after.map(one -> directory.tailSet(one, false)).orElse(directory);
        return behind.stream().limit(limit).toList();
    }
}
