package com.phoneunite.postgresql;

import com.phoneunite.billing.cycle.PaidTerms;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.RecordedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what was noted of several accounts: one statement for each kind of rows. */
final class TogetherWrites {

    private static final ManyRows HEADS = new ManyRows(
            "account_head",
            List.of("account_id uuid"),
            List.of(
                    "position bigint",
                    "last_at timestamptz",
                    "entries bigint",
                    "balance_minor bigint",
                    "recorded_at timestamptz"));
    private static final ManyRows ENTRIES = new ManyRows(
            "ledger_entry",
            List.of("account_id uuid", "sequence bigint"),
            List.of(
                    "position bigint",
                    "kind text",
                    "signed_minor bigint",
                    "balance_after_minor bigint",
                    "organization_id uuid",
                    "organization_sum_minor numeric",
                    "actor text",
                    "happened_at timestamptz",
                    "recorded_at timestamptz",
                    "reference text"));
    private static final ManyRows EVENTS = new ManyRows(
            "event",
            List.of("account_id uuid", "position bigint"),
            List.of("organization_id uuid", "actor text", "recorded_at timestamptz", "type text", "payload jsonb"));
    private static final ManyRows DUES =
            new ManyRows("due_account", List.of("account_id uuid", "directory text"), List.of("due timestamptz"));

    /** What most periods that are paid change of a subscription. */
    private static final ManyRows DUE_NEXT = new ManyRows(
            "subscription",
            List.of("account_id uuid", "organization_id uuid"),
            List.of("next_period integer", "next_due timestamptz", "paid_days_left integer"));

    private static final String UNSCHEDULE = """
        DELETE FROM phoneunite.due_account WHERE directory = 'DUES' AND account_id = ANY (?)\
        """;

    private static final String MOVE_HEADS = HEADS.update();
    private static final String ENTER = ENTRIES.insert();
    private static final String RECORD = EVENTS.insert();
    private static final String SAVE_ORGANIZATIONS = PostgresOrganizations.ROWS.upsert();
    private static final String GO_ON = DUE_NEXT.update();
    private static final String SAVE_SUBSCRIPTIONS = PostgresSubscriptions.ROWS.upsert();
    private static final String SAVE_TERMS = PostgresChargeFacts.TERMS.upsert();
    private static final String SCHEDULE = DUES.upsert();

    private final Statements statements;
    private final List<AccountRows> accounts;

    TogetherWrites(Statements statements, List<AccountRows> accounts) {
        this.statements = statements;
        this.accounts = accounts;
    }

    void run() {
        update(
                HEADS,
                MOVE_HEADS,
                rows(one -> Stream.of(one).filter(moved -> moved.ledger().hasMoved()), TogetherWrites::head));
        write(
                PostgresOrganizations.ROWS,
                SAVE_ORGANIZATIONS,
                rows(AccountRows::savedOrganizations, PostgresOrganizations::values));
        write(ENTRIES, ENTER, rows(one -> one.ledger().entries().stream(), LedgerAhead::values));
        write(EVENTS, RECORD, rows(one -> one.ledger().events().stream(), TogetherWrites::event));
        update(DUE_NEXT, GO_ON, rows(one -> one.subscriptions().saved(true), TogetherWrites::goingOn));
        write(
                PostgresSubscriptions.ROWS,
                SAVE_SUBSCRIPTIONS,
                rows(one -> one.subscriptions().saved(false), PostgresSubscriptions::values));
        write(
                PostgresChargeFacts.TERMS,
                SAVE_TERMS,
                rows(one -> one.savedTerms().stream(), PostgresChargeFacts::values));
        write(DUES, SCHEDULE, rows(one -> isDue(one, true), TogetherWrites::due));
        unschedule(accounts.stream().flatMap(one -> isDue(one, false)).toList());
    }

    private <T> List<@Nullable Object[]> rows(
            Function<AccountRows, Stream<T>> of, Function<T, @Nullable Object[]> values) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        accounts.forEach(one -> of.apply(one).map(values).forEach(rows::add));
        return rows;
    }

    private void write(ManyRows kind, String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            statements.write(sql, kind.columns(rows));
        }
    }

    private void update(ManyRows kind, String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Object[] values = Stream.concat(Arrays.stream(kind.columns(rows)), Stream.of((Object) ids(accounts)))
                .toArray();
        int written = statements.write(sql, values);
        if (written != rows.size()) {
            throw new PhoneUniteFault("of " + rows.size() + " rows of " + kind.table() + " that were read " + written
                    + " were there to be written");
        }
    }

    private void unschedule(List<AccountRows> done) {
        if (!done.isEmpty()) {
            statements.write(UNSCHEDULE, (Object) ids(done));
        }
    }

    private static @Nullable Object[] head(AccountRows one) {
        LedgerAhead ledger = one.ledger();
        return new Object[] {
            id(one),
            ledger.last().position(),
            ledger.last().at(),
            ledger.head().entries(),
            PostgresLedger.keptBalance(ledger.head()),
            ledger.head().recordedAt()
        };
    }

    private static @Nullable Object[] goingOn(Subscription one) {
        return new Object[] {
            one.account().value(),
            one.organization().value(),
            one.nextPeriod(),
            one.nextDue(),
            one.paid().map(PaidTerms::daysLeft)
        };
    }

    private static @Nullable Object[] event(RecordedEvent one) {
        return new Object[] {
            one.account().value(),
            one.position(),
            one.organization().map(OrganizationId::value),
            one.actor(),
            one.at(),
            EventTypes.nameOf(one.event()),
            EventTypes.write(one.event())
        };
    }

    private static Stream<AccountRows> isDue(AccountRows one, boolean is) {
        return one.due().filter(due -> due.isPresent() == is).map(due -> one).stream();
    }

    private static @Nullable Object[] due(AccountRows one) {
        return new Object[] {id(one), PostgresDueAccounts.Kind.DUES, one.due().flatMap(Function.identity())};
    }

    private static UUID id(AccountRows one) {
        return one.account().id().value();
    }

    private static UUID[] ids(List<AccountRows> accounts) {
        return accounts.stream().map(TogetherWrites::id).toArray(UUID[]::new);
    }
}
