package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rule X3: one row an account says how far its events go, and beside it stand those that are not delivered. */
record EventOutbox(H2UnitOfWork work) implements Outbox {

    @Override
    public RecordedEvent append(Change change, Optional<OrganizationId> organization, DomainEvent event) {
        Place place = take(change.account(), change.at());
        RecordedEvent recorded =
                new RecordedEvent(change.account(), place.position(), organization, change.actor(), place.at(), event);
        work.on(change.account())
                .update("INSERT INTO outbox_event VALUES (?, ?, ?)", place.position(), Codec.write(recorded));
        return recorded;
    }

    // tag::take
    @Override
    public Place take(AccountId account, Instant at) {
        Scoped here = work.on(account);
        Optional<Place> last = here.row(
                row -> new Place(row.getLong(1), row.getObject(2, Instant.class)),
                "SELECT position, last_at FROM outbox WHERE account = ? AND position > 0");
        Place next = new Place(
                last.map(Place::position).orElse(0L) + 1,
                last.map(place -> Moments.later(place.at(), at)).orElse(at));
        begin(here);
        here.update("UPDATE outbox SET position = ?2, last_at = ?3 WHERE account = ?1", next.position(), next.at());
        return next;
    }
    // end::take

    /** The row of an account of which nothing was recorded yet. */
    private static void begin(Scoped here) {
        if (!here.exists("SELECT 1 FROM outbox WHERE account = ?")) {
            here.update("INSERT INTO outbox (account, position, delivered) VALUES (?, 0, 0)");
        }
    }

    @Override
    public List<RecordedEvent> read(AccountId account, long afterPosition, int limit) {
        return work.on(account)
                .page(RecordedEvent.class, "outbox_event WHERE account = ?", "position", afterPosition, limit);
    }

    @Override
    public List<AccountId> waiting(Optional<AccountId> after, int limit) {
        return work.apart(sql -> sql.rows(
                row -> new AccountId(row.getObject(1, UUID.class)),
                "SELECT account FROM outbox WHERE waiting AND account > ? ORDER BY account LIMIT ?",
                after.map(AccountId::value).orElse(Sql.BEFORE_ALL),
                limit));
    }

    @Override
    public Optional<Head> lease(AccountId account, UUID holder, Instant now, Instant until) {
        Scoped here = work.on(account);
        begin(here);
        int leased = here.update(
                "UPDATE outbox SET holder = ?2, leased_until = ?3 WHERE account = ?1"
                        + " AND (holder IS NULL OR holder = ?2 OR leased_until <= ?4 OR leased_until > ?5)",
                holder,
                until,
                now,
                until.plus(Duration.between(now, until)));
        return leased == 0
                ? Optional.empty()
                : here.row(
                        row -> new Head(row.getLong(1), row.getLong(2)),
                        "SELECT position, delivered FROM outbox WHERE account = ?");
    }

    @Override
    public boolean delivered(AccountId account, UUID holder, long position) {
        Scoped here = work.on(account);
        boolean held = here.exists("SELECT 1 FROM outbox WHERE account = ? AND holder = ?", holder);
        if (held) {
            here.update("DELETE FROM outbox_event WHERE account = ? AND position <= ?", position);
            here.update(
                    "UPDATE outbox SET delivered = GREATEST(delivered, LEAST(?2, position)) WHERE account = ?1",
                    position);
        }
        return held;
    }

    @Override
    public boolean release(AccountId account, UUID holder) {
        return work.on(account)
                        .update(
                                "UPDATE outbox SET holder = NULL, leased_until = NULL WHERE account = ? AND holder = ?",
                                holder)
                == 1;
    }
}
