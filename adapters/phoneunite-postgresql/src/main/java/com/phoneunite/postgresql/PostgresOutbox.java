package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Events by account and position; how far they go, and who delivers them, stands in the account's head. */
final class PostgresOutbox extends Repository implements Outbox {

    private static final String TAKE = """
        UPDATE phoneunite.account_head SET position = position + 1, last_at = greatest(last_at, ?)
        WHERE account_id = ? RETURNING position, last_at\
        """;
    private static final String APPEND = """
        WITH place AS (
            UPDATE phoneunite.account_head SET position = position + 1, last_at = greatest(last_at, ?)
            WHERE account_id = ? RETURNING account_id, position, last_at)
        INSERT INTO phoneunite.event (account_id, position, organization_id, actor, recorded_at, type, payload)
        SELECT account_id, position, ?::uuid, ?, last_at, ?, ?::jsonb FROM place RETURNING position, recorded_at AS last_at\
        """;
    private static final String READ = """
        SELECT * FROM phoneunite.event WHERE account_id = ? AND position > ? ORDER BY position LIMIT ?\
        """;
    private static final String WAITING = """
        SELECT account_id FROM phoneunite.account_head
        WHERE waiting AND account_id > ?
        ORDER BY account_id LIMIT ?\
        """;
    private static final String LEASE = """
        UPDATE phoneunite.account_head SET lease_holder = ?, lease_until = ?
        WHERE account_id = ? AND (lease_holder IS NULL OR lease_holder = ? OR lease_until <= ? OR lease_until > ?)
        RETURNING position, delivered\
        """;
    private static final String DELIVERED = """
        WITH held AS (
            UPDATE phoneunite.account_head SET delivered = greatest(delivered, least(?, position))
            WHERE account_id = ? AND lease_holder = ? RETURNING account_id, delivered),
        forgotten AS (
            DELETE FROM phoneunite.event USING held
            WHERE event.account_id = held.account_id AND event.position <= held.delivered)
        SELECT account_id FROM held\
        """;
    private static final String RELEASE = """
        UPDATE phoneunite.account_head SET lease_holder = NULL, lease_until = NULL
        WHERE account_id = ? AND lease_holder = ?\
        """;

    private final Directory directory;

    PostgresOutbox(PostgresUnitOfWork unitOfWork, Directory directory) {
        super(unitOfWork);
        this.directory = directory;
    }

    @Override
    public RecordedEvent append(Change change, Optional<OrganizationId> organization, DomainEvent event) {
        AccountId account = change.account();
        Optional<AccountRows> ahead = writingAhead(account);
        if (ahead.isPresent()) {
            LedgerAhead ledger = ahead.get().ledger();
            RecordedEvent recorded = recorded(change, organization, ledger.next(change.at()), event);
            ledger.events().add(recorded);
            return recorded;
        }
        Session session = in(account);
        Place place = session.writing(
                        APPEND,
                        PostgresOutbox::place,
                        change.at(),
                        account.value(),
                        organization.map(OrganizationId::value),
                        change.actor(),
                        EventTypes.nameOf(event),
                        EventTypes.write(event))
                .get(0);
        session.wrote(1);
        return recorded(change, organization, place, event);
    }

    private static RecordedEvent recorded(
            Change change, Optional<OrganizationId> organization, Place place, DomainEvent event) {
        return new RecordedEvent(change.account(), place.position(), organization, change.actor(), place.at(), event);
    }

    @Override
    public Place take(AccountId account, Instant at) {
        Session session = in(account);
        Place place = session.writing(TAKE, PostgresOutbox::place, at, account.value())
                .get(0);
        session.wrote(1);
        return place;
    }

    @Override
    public List<RecordedEvent> read(AccountId account, long afterPosition, int limit) {
        return in(account).list(READ, PostgresOutbox::event, account.value(), afterPosition, limit);
    }

    @Override
    public List<AccountId> waiting(Optional<AccountId> after, int limit) {
        return directory.list(WAITING, Row::account, Values.after(after.map(AccountId::value)), limit);
    }

    @Override
    public Optional<Head> lease(AccountId account, UUID holder, Instant now, Instant until) {
        Session session = in(account);
        Optional<Head> head = session
                .writing(
                        LEASE,
                        row -> new Head(row.large("position"), row.large("delivered")),
                        holder,
                        until,
                        account.value(),
                        holder,
                        now,
                        until.plus(Duration.between(now, until)))
                .stream()
                .findFirst();
        session.wrote(head.isPresent() ? 1 : 0);
        return head;
    }

    @Override
    public boolean delivered(AccountId account, UUID holder, long position) {
        Session session = in(account);
        boolean held = !session.writing(DELIVERED, Row::account, position, account.value(), holder)
                .isEmpty();
        session.wrote(held ? 1 : 0);
        return held;
    }

    @Override
    public boolean release(AccountId account, UUID holder) {
        return in(account).write(RELEASE, account.value(), holder) > 0;
    }

    private static Place place(Row row) throws SQLException {
        return new Place(row.large("position"), row.moment("last_at"));
    }

    private static RecordedEvent event(Row row) throws SQLException {
        return new RecordedEvent(
                row.account(),
                row.large("position"),
                row.maybeOrganization(),
                row.actor("actor"),
                row.moment("recorded_at"),
                EventTypes.read(row.text("type"), row.text("payload")));
    }
}
