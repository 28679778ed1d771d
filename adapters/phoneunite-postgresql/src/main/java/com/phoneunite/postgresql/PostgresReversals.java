package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Resolution;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.billing.recharge.ReversalState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class PostgresReversals extends Repository implements ReversalRepository {

    private static final List<String> RESOLUTION =
            List.of("resolution_by", "resolution_at", "resolution_evidence", "resolution_amount");

    private static final String REFUNDS = "SELECT * FROM phoneunite.refund WHERE account_id = ?";
    private static final String FIND_REFUND = REFUNDS + " AND key = ?";
    private static final String REFUNDS_OF = REFUNDS + " AND recharge_key = ? ORDER BY key";
    private static final String TO_CHECK = REFUNDS + " AND next_check <= ? ORDER BY next_check, key";
    private static final String NEXT_CHECK =
            "SELECT min(next_check) AS moment FROM phoneunite.refund WHERE account_id = ? AND next_check IS NOT NULL";
    private static final String SAVE_REFUND = Upsert.into(
            "refund",
            List.of("account_id", "key"),
            with(
                    "recharge_key",
                    "amount",
                    "actor",
                    "state",
                    "calls",
                    "recorded_at",
                    "asked_at",
                    "changed_at",
                    "next_check"));

    private static final String REVERSALS = "SELECT * FROM phoneunite.reversal WHERE account_id = ?";
    private static final String FIND_REVERSAL = REVERSALS + " AND key = ?";
    private static final String REVERSALS_OF = REVERSALS + " AND recharge_key = ? ORDER BY key";
    private static final String SAVE_REVERSAL = Upsert.into(
            "reversal",
            List.of("account_id", "key"),
            with("kind", "reference", "recharge_key", "amount", "state", "recorded_at"));

    private final Reviews refundReviews;
    private final Reviews reversalReviews;

    PostgresReversals(PostgresUnitOfWork unitOfWork, Directory directory) {
        super(unitOfWork);
        this.refundReviews = new Reviews(directory, "refund");
        this.reversalReviews = new Reviews(directory, "reversal");
    }

    private static List<String> with(String... columns) {
        return Stream.concat(Arrays.stream(columns), RESOLUTION.stream()).toList();
    }

    @Override
    public Optional<Refund> findRefund(AccountId account, IdempotencyKey key) {
        return in(account).find(FIND_REFUND, PostgresReversals::refund, account.value(), key.value());
    }

    @Override
    public List<Refund> refundsOf(AccountId account, IdempotencyKey recharge) {
        return in(account).list(REFUNDS_OF, PostgresReversals::refund, account.value(), recharge.value());
    }

    @Override
    public List<Refund> refundsToCheck(AccountId account, Instant until) {
        return in(account).list(TO_CHECK, PostgresReversals::refund, account.value(), until);
    }

    @Override
    public Optional<Instant> nextCheck(AccountId account) {
        return in(account)
                .find(NEXT_CHECK, row -> row.maybeMoment("moment"), account.value())
                .flatMap(one -> one);
    }

    @Override
    public void save(Refund one) {
        in(one.account())
                .write(
                        SAVE_REFUND,
                        one.account().value(),
                        one.key().value(),
                        one.recharge().value(),
                        one.amount(),
                        one.actor(),
                        one.state(),
                        one.calls(),
                        one.recordedAt(),
                        one.askedAt(),
                        one.changedAt(),
                        one.nextCheck(),
                        one.resolution().map(Resolution::by),
                        one.resolution().map(Resolution::at),
                        one.resolution().map(decided -> FreeText.write(decided.evidence())),
                        one.resolution().flatMap(Resolution::amount));
    }

    @Override
    public Optional<Reversal> findReversal(AccountId account, ReportedReversal.Kind kind, String reference) {
        return in(account).find(FIND_REVERSAL, PostgresReversals::reversal, account.value(), key(kind, reference));
    }

    @Override
    public List<Reversal> reversalsOf(AccountId account, IdempotencyKey recharge) {
        return in(account).list(REVERSALS_OF, PostgresReversals::reversal, account.value(), recharge.value());
    }

    @Override
    public void save(Reversal one) {
        in(one.account())
                .write(
                        SAVE_REVERSAL,
                        one.account().value(),
                        key(one.kind(), one.reference()),
                        one.kind(),
                        one.reference(),
                        one.recharge().value(),
                        one.amount(),
                        one.state(),
                        one.recordedAt(),
                        one.resolution().map(Resolution::by),
                        one.resolution().map(Resolution::at),
                        one.resolution().map(decided -> FreeText.write(decided.evidence())),
                        one.resolution().flatMap(Resolution::amount));
    }

    @Override
    public List<InReview> refundsInReview(Optional<InReview> after, int limit) {
        return refundReviews.list(after, limit);
    }

    @Override
    public List<InReview> reversalsInReview(Optional<InReview> after, int limit) {
        return reversalReviews.list(after, limit);
    }

    private static String key(ReportedReversal.Kind kind, String reference) {
        return kind + "/" + reference;
    }

    private static Refund refund(Row row) throws SQLException {
        return new Refund(
                row.account(),
                row.key("key"),
                row.key("recharge_key"),
                row.money("amount"),
                row.actor("actor"),
                row.one(RefundState.class, "state"),
                row.number("calls"),
                row.moment("recorded_at"),
                row.moment("asked_at"),
                row.moment("changed_at"),
                row.maybeMoment("next_check"),
                BillingRows.resolution(row));
    }

    private static Reversal reversal(Row row) throws SQLException {
        return new Reversal(
                row.account(),
                row.one(ReportedReversal.Kind.class, "kind"),
                row.text("reference"),
                row.key("recharge_key"),
                row.money("amount"),
                row.one(ReversalState.class, "state"),
                row.moment("recorded_at"),
                BillingRows.resolution(row));
    }
}
