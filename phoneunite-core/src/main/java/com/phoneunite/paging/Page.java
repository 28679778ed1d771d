package com.phoneunite.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rule X5: one page of a list.
 *
 * @param items the items of this page in the list's order, unmodifiable
 * @param next the cursor to ask for the page after this one with; empty on the last page
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what was read, which is one item more than asked for where there is a further page.
     *
     * @param read at most {@code limit + 1} items
     * @param limit how many items the page may hold
     * @param cursor what tells the place of an item in the list
     */
    public static <T> Page<T> of(List<T> read, int limit, Function<? super T, String> cursor) {
        if (read.size() <= limit) {
            return new Page<>(read, Optional.empty());
        }
        List<T> items = read.subList(0, limit);
        return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
    }

    /** The same page of something else. */
    public <U> Page<U> map(Function<? super T, ? extends U> as) {
        return new Page<>(items.stream().<U>map(as).toList(), next);
    }
}
