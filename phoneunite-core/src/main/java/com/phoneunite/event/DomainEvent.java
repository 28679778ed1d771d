package com.phoneunite.event;

/**
 * Rule X3: something changed. Each feature seals its own events; the store wraps each with who, when, where and its place in
 * the account's order. Implementations are immutable and contain no secret, no e-mail address and no card data.
 */
public interface DomainEvent {

    /** The stable name of the kind of event, in lower case with dots, for example {@code "organization.added"}. */
    String type();
}
