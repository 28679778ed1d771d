package com.phoneunite.postgresql;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
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
    private static final String UNSCHEDULE = """
        DELETE FROM phoneunite.due_account WHERE directory = 'DUES' AND account_id = ANY (?::text[]::uuid[])\
        """;

    private static final String MOVE_HEADS = HEADS.update();
    private static final String ENTER = ENTRIES.insert();
    private static final String RECORD = EVENTS.insert();
    private static final String SAVE_ORGANIZATIONS = PostgresOrganizations.ROWS.upsert();
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
        write(
                MOVE_HEADS,
                rows(one -> Stream.of(one).filter(moved -> moved.ledger().hasMoved()), TogetherWrites::head));
        write(SAVE_ORGANIZATIONS, rows(AccountRows::savedOrganizations, PostgresOrganizations::values));
        write(ENTER, rows(one -> one.ledger().entries().stream(), LedgerAhead::values));
        write(RECORD, rows(one -> one.ledger().events().stream(), TogetherWrites::event));
        write(SAVE_SUBSCRIPTIONS, rows(one -> one.subscriptions().saved(), PostgresSubscriptions::values));
        write(SAVE_TERMS, rows(one -> one.savedTerms().stream(), PostgresChargeFacts::values));
        write(SCHEDULE, rows(one -> isDue(one, true), TogetherWrites::due));
        write(UNSCHEDULE, rows(one -> isDue(one, false), one -> new Object[] {id(one)}));
    }

    private <T> List<@Nullable Object[]> rows(
            Function<AccountRows, Stream<T>> of, Function<T, @Nullable Object[]> values) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        accounts.forEach(one -> of.apply(one).map(values).forEach(rows::add));
        return rows;
    }

    private void write(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            statements.write(sql, ManyRows.columns(rows));
        }
    }

    private static @Nullable Object[] head(AccountRows one) {
        LedgerAhead ledger = one.ledger();
        return new Object[] {
            id(one),
            ledger.last().position(),
            ledger.last().at(),
            ledger.head().entries(),
            ledger.head().balanceMinor(),
            ledger.head().recordedAt()
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

    private static Object id(AccountRows one) {
        return one.account().id().value();
    }
}
