package com.phoneunite.resource;

import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A type of things that a host brings, such as ring groups or voicemail boxes, and that belong to organizations. Named to {@code
 * PhoneUnite.builder(store).resources(…)}, its things are kept by the same store in the same units of work as ours, and are ours in
 * every respect: reached only from within their organization (rules I1 to I3), unique by name there, led to by call trees and phone
 * numbers, not removed while in use (rule T5), exported, and told of by events.
 *
 * <p>Implementations keep no state and are safe for any number of threads. They are not given {@code null} and do not answer with it.
 *
 * @param <T> the content of such a thing: immutable, with {@code equals}
 */
public interface ResourceType<T> {

    /** The most characters that {@link #write} may answer with. */
    int MAX_CONTENT_LENGTH = 65_536;

    /** The most references of one thing. */
    int MAX_REFERENCES = 1_000;

    /** The most things of one type that an organization can have. */
    int MAX_PER_ORGANIZATION = 10_000;

    /**
     * Its name, which stands in references, events and exports and is never changed: a lower-case letter, then up to 39 of {@code a-z
     * 0-9 _}, for example {@code "ring_group"}; not one of our own types.
     */
    String name();

    /**
     * Rule X4: reports each constraint that the content violates, as a stable code and a sentence that does not repeat the value. Reads
     * nothing.
     */
    void check(T content, BiConsumer<String, String> report);

    /** The content as a JSON value of at most {@value #MAX_CONTENT_LENGTH} characters, without secrets. */
    String write(T content);

    /** The content that {@link #write} wrote, by this version of the host or by an earlier one. */
    T read(String json);

    /** Rule I3: the things of the same organization that the content refers to: they must be there, and stay while it does. */
    default Set<ResourceRef> refersTo(T content) {
        return Set.of();
    }

    /** Whether calls can be led to such a thing. */
    default boolean isDestination() {
        return true;
    }
}
