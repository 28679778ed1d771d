package com.phoneunite.billing;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingMonth;
import com.phoneunite.billing.page.Statement;
import com.phoneunite.billing.page.StatementWriter;
import com.phoneunite.billing.page.Statements;
import com.phoneunite.input.Conforms;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.PhoneUniteFault;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rule B12: the statements of an account, for its owner or for the host. A statement is of a month of the account's billing time zone,
 * by recorded time. Every method reads the caller's right anew: it answers {@code OWNER_REQUIRED} to a user who is not the owner, {@code
 * USER_NOT_FOUND} to who is not active any more, and {@code ACCOUNT_NOT_FOUND} to an operator. Safe for any number of threads.
 */
public final class AccountStatements {

    private static final int PAGE = PageRequest.MAX_LIMIT;

    private final BillingDesk desk;
    private final AccountId id;
    private final Supplier<Account> authority;
    private final Statements statements;

    AccountStatements(BillingDesk desk, AccountId id, Supplier<Account> authority) {
        this.desk = desk;
        this.id = id;
        this.authority = authority;
        this.statements =
                new Statements(desk.core().organizations(), desk.store().ledger());
    }

    /**
     * The statement of a month, without its entries.
     *
     * @param month of the years 1970 to 9999; a month that is not over is told of as far as it is recorded
     * @throws RefusedException {@code INVALID_INPUT}, and as every method here
     */
    public Statement of(@Nullable YearMonth month) {
        BillingDesk.valid(new Asked(month));
        YearMonth asked = Objects.requireNonNull(month);
        return view(account -> drawUp(account, asked));
    }

    /**
     * The sections of a statement that have entries, with their totals: first that of the account as a whole, then those of the
     * organizations in the order in which they were added, closed ones among them.
     *
     * @throws RefusedException {@code INVALID_INPUT}, and as every method here
     */
    public Page<Statement.Section> sections(@Nullable YearMonth month, PageRequest page) {
        BillingDesk.valid(new Asked(month));
        int after = RefusedException.granted(BillingDesk.valid(page).cursorAs(AccountStatements::ordinal))
                .orElse(Statements.BEFORE_ALL);
        YearMonth asked = Objects.requireNonNull(month);
        return view(account -> Page.of(
                statements.sections(drawUp(account, asked), after, page.limit() + 1),
                page.limit(),
                section -> Integer.toString(section.ordinal())));
    }

    /**
     * Writes a whole statement, section by section, in pieces none of which grows with the account. What is posted meanwhile is not in
     * it. It is not written while a unit of work holds the account, except one of the caller's own.
     *
     * @param writer where to, for example {@code CsvStatement.to(stream)}; it is ended only once everything was written and adds up
     * @throws RefusedException {@code INVALID_INPUT}, and as every method here; once the caller has lost the right to it, in the middle,
     *     too
     * @throws IOException what the writer throws
     */
    public void export(@Nullable YearMonth month, StatementWriter writer) throws IOException {
        BillingDesk.given("writer", writer);
        Statement statement = of(month);
        writer.begin(statement);
        Money sum = statement.opening();
        int after = Statements.BEFORE_ALL;
        List<Statement.Section> sections;
        do {
            int behind = after;
            sections = view(account -> statements.sections(statement, behind, PAGE));
            for (Statement.Section section : sections) {
                writer.section(section);
                sum = sum.plus(write(statement, section, writer));
                after = section.ordinal();
            }
        } while (sections.size() == PAGE);
        require(sum.equals(statement.closing()), statement);
        writer.end(statement);
    }

    private Money write(Statement statement, Statement.Section section, StatementWriter writer) throws IOException {
        Money sum = Money.zero(section.total().getCurrencyUnit());
        long after = 0;
        List<LedgerEntry> entries;
        do {
            long behind = after;
            entries = view(account -> statements.entries(statement, section.organization(), behind, PAGE));
            for (LedgerEntry entry : entries) {
                writer.entry(entry);
                sum = sum.plus(entry.amount());
                after = entry.sequence();
            }
        } while (entries.size() == PAGE);
        require(sum.equals(section.total()), statement);
        return sum;
    }

    private Statement drawUp(Account account, YearMonth month) {
        return statements.of(account, new BillingMonth(month, account.zone()));
    }

    private <T> T view(Function<Account, T> reading) {
        return desk.core().unitOfWork().view(id, () -> reading.apply(authority.get()));
    }

    private static void require(boolean addsUp, Statement statement) {
        if (!addsUp) {
            throw new PhoneUniteFault("the statement of account " + statement.account() + " for "
                    + statement.month().month() + " does not add up (B12)");
        }
    }

    private static int ordinal(String cursor) {
        int ordinal = Integer.parseInt(cursor);
        if (ordinal < -1 || !Integer.toString(ordinal).equals(cursor)) {
            throw new IllegalArgumentException("ordinals count from 0, and the account itself is -1");
        }
        return ordinal;
    }

    private record Asked(
            @Conforms(BillingMonth.Rule.class) @Nullable YearMonth month) {}
}
