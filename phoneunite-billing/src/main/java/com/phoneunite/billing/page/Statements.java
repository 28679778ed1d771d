package com.phoneunite.billing.page;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.paging.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rule B12: draws up statements, in parts of which none grows with the account. Thread-safe; each method runs inside a unit of work
 * that is open on the account, and what is posted between two calls shows in none of the parts of a statement drawn up before.
 */
public final class Statements {

    /** What a list of sections starts behind. */
    public static final int BEFORE_ALL = -2;

    private static final int ACCOUNT_ITSELF = -1;

    private final OrganizationRepository organizations;
    private final LedgerRepository ledger;

    public Statements(OrganizationRepository organizations, LedgerRepository ledger) {
        this.organizations = organizations;
        this.ledger = ledger;
    }

    /** The statement of a month, without its sections. */
    public Statement of(Account account, BillingMonth month) {
        Optional<LedgerHead> before = ledger.headBefore(account.id(), month.from());
        Optional<LedgerHead> last = ledger.headBefore(account.id(), month.until());
        return new Statement(
                account.id(),
                month,
                balance(account, before),
                balance(account, last),
                before.map(LedgerHead::entries).orElse(0L),
                last.map(LedgerHead::entries).orElse(0L));
    }

    /** The balance at a moment: after everything that had been recorded then, that moment included. */
    public Money balanceAt(Account account, Instant moment) {
        return balance(account, ledger.headBefore(account.id(), moment.plusNanos(1_000)));
    }

    /** What was posted for each of some organizations in a month, read at once: negative where more was deducted. */
    public Map<OrganizationId, Money> postedFor(
            Account account, Collection<OrganizationId> organizations, BillingMonth month) {
        Statement statement = of(account, month);
        Map<OrganizationId, Money> posted = new HashMap<>();
        ledger.sumsMinor(account.id(), organizations, statement.afterSequence(), statement.untilSequence())
                .forEach((id, minor) -> posted.put(id, Money.ofMinor(account.currency(), minor)));
        return posted;
    }

    /**
     * The sections of a statement that have entries: first that of the account as a whole, then those of the organizations in the order
     * in which they were added, closed ones among them.
     *
     * @param afterOrdinal only those with a higher ordinal; {@link #BEFORE_ALL} for all
     * @param limit at most so many
     */
    public List<Statement.Section> sections(Statement statement, int afterOrdinal, int limit) {
        List<Statement.Section> sections = new ArrayList<>();
        if (afterOrdinal < ACCOUNT_ITSELF && hasEntries(statement, Optional.empty())) {
            sections.add(new Statement.Section(
                    Optional.empty(), Optional.empty(), ACCOUNT_ITSELF, total(statement, Optional.empty())));
        }
        int after = Math.max(afterOrdinal, ACCOUNT_ITSELF);
        while (sections.size() < limit) {
            List<Organization> read = organizations.list(statement.account(), after, PageRequest.MAX_LIMIT);
            if (read.isEmpty()) {
                break;
            }
            read.stream()
                    .filter(one -> hasEntries(statement, Optional.of(one.id())))
                    .limit(limit - sections.size())
                    .forEach(one -> sections.add(section(statement, one)));
            after = read.get(read.size() - 1).ordinal();
        }
        return List.copyOf(sections);
    }

    /**
     * The entries of a section.
     *
     * @param organization whose; empty for the account as a whole
     * @param afterSequence only those with a higher sequence; 0 for all
     * @param limit at most so many
     */
    public List<LedgerEntry> entries(
            Statement statement, Optional<OrganizationId> organization, long afterSequence, int limit) {
        long after = Math.max(afterSequence, statement.afterSequence());
        return ledger.listOf(statement.account(), organization, after, limit).stream()
                .takeWhile(entry -> entry.sequence() <= statement.untilSequence())
                .toList();
    }

    private Statement.Section section(Statement statement, Organization one) {
        return new Statement.Section(
                Optional.of(one.id()), Optional.of(one.name()), one.ordinal(), total(statement, Optional.of(one.id())));
    }

    private boolean hasEntries(Statement statement, Optional<OrganizationId> organization) {
        return !entries(statement, organization, 0, 1).isEmpty();
    }

    private Money total(Statement statement, Optional<OrganizationId> organization) {
        AccountId account = statement.account();
        long minor = ledger.sumMinor(account, organization, statement.afterSequence(), statement.untilSequence());
        return Money.ofMinor(statement.opening().getCurrencyUnit(), minor);
    }

    private static Money balance(Account account, Optional<LedgerHead> last) {
        return last.map(LedgerHead::balance).orElse(Money.zero(account.currency()));
    }
}
