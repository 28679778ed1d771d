package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.DerivedId;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Rule X3: an event as it was recorded, in the same step as the change that it tells of. Immutable.
 *
 * @param account the account that changed
 * @param position its place in the account's order of events, from 1, shared with the entries of the ledger, which are events of
 *     their own
 * @param organization the organization that it is about (rule I5); empty where it is about the account
 * @param actor who did it
 * @param at when it was recorded; never before the event before it
 * @param event what happened
 */
public record RecordedEvent(
        AccountId account,
        long position,
        Optional<OrganizationId> organization,
        Actor actor,
        Instant at,
        DomainEvent event) {

    public RecordedEvent {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(event, "event");
        if (position < 1) {
            throw new IllegalArgumentException("positions count from 1");
        }
    }

    /** The id that never changes, however often the event is delivered. */
    public UUID id() {
        return idAt(account, position);
    }

    /** The id of whatever event stands at that position of the account. */
    public static UUID idAt(AccountId account, long position) {
        return DerivedId.of("event", account.toString(), Long.toString(position));
    }
}
