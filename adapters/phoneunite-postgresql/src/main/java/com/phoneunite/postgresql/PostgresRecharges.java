package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.Attempt;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.Resolution;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class PostgresRecharges extends Repository implements RechargeRepository {

    private static final String UNRESOLVED = Arrays.stream(RechargeState.values())
            .filter(RechargeState::isUnresolved)
            .map(state -> "'" + state + "'")
            .collect(Collectors.joining(", ", "state IN (", ")"));

    private static final String ALL = "SELECT * FROM phoneunite.recharge WHERE account_id = ?";
    private static final String FIND = ALL + " AND key = ?";
    private static final String FIND_UNRESOLVED = ALL + " AND " + UNRESOLVED;
    private static final String ANY_IN_REVIEW =
            "SELECT key FROM phoneunite.recharge WHERE account_id = ? AND state = 'IN_REVIEW' LIMIT 1";
    private static final String LIST = ALL + " AND (recorded_at, key) > (?, ?) ORDER BY recorded_at, key LIMIT ?";
    private static final String TO_CHECK = ALL + " AND next_check <= ? ORDER BY next_check, key";
    private static final String NEXT_CHECK =
            "SELECT min(next_check) AS moment FROM phoneunite.recharge WHERE account_id = ? AND next_check IS NOT NULL";
    private static final String SUM = """
        SELECT coalesce(sum(amount_minor), 0) AS sum FROM phoneunite.recharge
        WHERE account_id = ? AND recorded_at >= ? AND recorded_at < ? AND state = ANY (?)\
        """;

    /** The last of them are kept. The number of a notification is that of the last one and one. */
    private static final String NOTE = """
        WITH noted AS (
            INSERT INTO phoneunite.recharge_notification (account_id, key, notification, number)
            SELECT ?::uuid, ?::text, ?::text, 1 + coalesce((SELECT max(number) FROM phoneunite.recharge_notification
                WHERE account_id = ? AND key = ?), 0)
            ON CONFLICT DO NOTHING RETURNING account_id, key, number),
        forgotten AS (
            DELETE FROM phoneunite.recharge_notification AS former USING noted
            WHERE former.account_id = noted.account_id AND former.key = noted.key
                AND former.number <= noted.number - ?)
        SELECT number FROM noted\
        """;

    private static final String CARD = "SELECT token FROM phoneunite.card_token WHERE account_id = ?";
    private static final String SAVE_CARD = Upsert.into("card_token", List.of("account_id"), List.of("token"));
    private static final String FORGET_CARD = "DELETE FROM phoneunite.card_token WHERE account_id = ?";

    /** Nothing, where another attempt is unresolved. */
    private static final String SAVE = """
        INSERT INTO phoneunite.recharge (account_id, key, kind, amount, amount_minor, card, actor, recorded_at, state,
            calls, asked_at, changed_at, captured, declined, note, next_check, hinted, resolution_by, resolution_at,
            resolution_evidence, resolution_amount)
        SELECT new.* FROM (VALUES (?::uuid, ?::text, ?::text, ?::text, ?::bigint, ?::text, ?::text, ?::timestamptz,
                ?::text, ?::integer, ?::timestamptz, ?::timestamptz, ?::text, ?::text, ?::text, ?::timestamptz,
                ?::boolean, ?::text, ?::timestamptz, ?::text, ?::text))
            AS new (account_id, key, kind, amount, amount_minor, card, actor, recorded_at, state, calls, asked_at,
                changed_at, captured, declined, note, next_check, hinted, resolution_by, resolution_at,
                resolution_evidence, resolution_amount)
        WHERE NOT new.%1$s OR NOT EXISTS (SELECT FROM phoneunite.recharge other
            WHERE other.account_id = new.account_id AND other.key <> new.key AND other.%1$s)
        ON CONFLICT (account_id, key) DO UPDATE SET kind = EXCLUDED.kind, amount = EXCLUDED.amount,
            amount_minor = EXCLUDED.amount_minor, card = EXCLUDED.card, actor = EXCLUDED.actor,
            recorded_at = EXCLUDED.recorded_at, state = EXCLUDED.state, calls = EXCLUDED.calls,
            asked_at = EXCLUDED.asked_at, changed_at = EXCLUDED.changed_at, captured = EXCLUDED.captured,
            declined = EXCLUDED.declined, note = EXCLUDED.note, next_check = EXCLUDED.next_check,
            hinted = EXCLUDED.hinted, resolution_by = EXCLUDED.resolution_by,
            resolution_at = EXCLUDED.resolution_at, resolution_evidence = EXCLUDED.resolution_evidence,
            resolution_amount = EXCLUDED.resolution_amount\
        """.formatted(UNRESOLVED);

    private final Reviews reviews;

    PostgresRecharges(PostgresUnitOfWork unitOfWork, Directory directory) {
        super(unitOfWork);
        this.reviews = new Reviews(directory, "recharge");
    }

    @Override
    public Optional<Recharge> find(AccountId account, IdempotencyKey key) {
        return in(account).find(FIND, PostgresRecharges::recharge, account.value(), key.value());
    }

    @Override
    public Optional<Recharge> findUnresolved(AccountId account) {
        return in(account).find(FIND_UNRESOLVED, PostgresRecharges::recharge, account.value());
    }

    @Override
    public boolean anyInReview(AccountId account) {
        return in(account)
                .find(ANY_IN_REVIEW, row -> row.text("key"), account.value())
                .isPresent();
    }

    @Override
    public List<Recharge> list(AccountId account, Optional<RechargeCursor> after, int limit) {
        return in(account)
                .list(
                        LIST,
                        PostgresRecharges::recharge,
                        account.value(),
                        after.map(RechargeCursor::recordedAt).orElse(Instant.MIN),
                        after.map(one -> one.key().value()).orElse(""),
                        limit);
    }

    @Override
    public List<Recharge> toCheck(AccountId account, Instant until) {
        return in(account).list(TO_CHECK, PostgresRecharges::recharge, account.value(), until);
    }

    @Override
    public Optional<Instant> nextCheck(AccountId account) {
        return in(account)
                .find(NEXT_CHECK, row -> row.maybeMoment("moment"), account.value())
                .flatMap(one -> one);
    }

    @Override
    public long sumMinor(AccountId account, Instant from, Instant until, Set<RechargeState> states) {
        String[] names = states.stream().map(Enum::name).toArray(String[]::new);
        return in(account)
                .find(SUM, row -> row.large("sum"), account.value(), from, until, names)
                .orElseThrow();
    }

    @Override
    public void save(Recharge one) {
        Attempt attempt = one.attempt();
        int kept = in(one.account())
                .write(
                        SAVE,
                        one.account().value(),
                        one.key().value(),
                        attempt.kind(),
                        attempt.amount(),
                        attempt.amount().getAmountMinorLong(),
                        attempt.card().reveal(),
                        attempt.actor(),
                        attempt.recordedAt(),
                        one.state(),
                        one.calls(),
                        one.askedAt(),
                        one.changedAt(),
                        one.captured(),
                        one.declined(),
                        one.note().map(FreeText::write),
                        one.nextCheck(),
                        one.hinted(),
                        one.resolution().map(Resolution::by),
                        one.resolution().map(Resolution::at),
                        one.resolution().map(decided -> FreeText.write(decided.evidence())),
                        one.resolution().flatMap(Resolution::amount));
        if (kept == 0) {
            throw new PhoneUniteFault("account " + one.account() + " has two unresolved recharges (P5)");
        }
    }

    @Override
    public boolean note(AccountId account, IdempotencyKey attempt, String notification) {
        Session session = in(account);
        boolean isNew = !session.writing(
                        NOTE,
                        row -> row.large("number"),
                        account.value(),
                        attempt.value(),
                        notification,
                        account.value(),
                        attempt.value(),
                        MAX_NOTIFICATIONS)
                .isEmpty();
        session.wrote(isNew ? 1 : 0);
        return isNew;
    }

    @Override
    public Optional<PaymentToken> card(AccountId account) {
        return in(account).find(CARD, row -> PaymentToken.of(row.text("token")), account.value());
    }

    @Override
    public void saveCard(AccountId account, Optional<PaymentToken> token) {
        if (token.isPresent()) {
            in(account).write(SAVE_CARD, account.value(), token.get().reveal());
        } else {
            in(account).write(FORGET_CARD, account.value());
        }
    }

    @Override
    public List<InReview> inReview(Optional<InReview> after, int limit) {
        return reviews.list(after, limit);
    }

    private static Recharge recharge(Row row) throws SQLException {
        Attempt attempt = new Attempt(
                row.account(),
                row.key("key"),
                row.one(RechargeKind.class, "kind"),
                row.money("amount"),
                PaymentToken.of(row.text("card")),
                row.actor("actor"),
                row.moment("recorded_at"));
        return new Recharge(
                attempt,
                row.one(RechargeState.class, "state"),
                row.number("calls"),
                row.moment("asked_at"),
                row.moment("changed_at"),
                row.maybeMoney("captured"),
                row.maybeText("declined").map(DeclineReason::valueOf),
                row.maybeText("note").map(FreeText::read),
                row.maybeMoment("next_check"),
                row.flag("hinted"),
                BillingRows.resolution(row));
    }
}
