package com.phoneunite.billing;

import static java.util.Objects.requireNonNull;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationRefusal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Billing in the hands of a person or a program of the host, whose name is recorded with everything that they do. Safe for any
 * number of threads.
 */
public final class BillingOperator {

    private final BillingDesk desk;
    private final Actor operator;

    BillingOperator(BillingDesk desk, Actor operator) {
        this.desk = desk;
        this.operator = operator;
    }

    /**
     * Rule B10: deducts usage as it happens, in any open state of the organization. The same reference again changes nothing. Never
     * calls the payment gateway.
     *
     * @return the entry, posted now or before; empty where the amount is zero, which posts none
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}, {@code ORGANIZATION_NOT_FOUND}, {@code
     *     CURRENCY_MISMATCH}, {@code REFERENCE_REUSED}, {@code BALANCE_TOO_LOW}
     */
    public Optional<LedgerEntry> deductUsage(Usage usage) {
        BillingDesk.valid(usage);
        AccountId account = requireNonNull(usage.account());
        return desk.core().unitOfWork().change(account, () -> deduct(desk.account(account), usage));
    }

    /** Payments of all accounts, as far as they are the host's to decide: refunds, disputes, and what needs review. */
    public OperatorPayments payments() {
        return new OperatorPayments(desk, operator);
    }

    /**
     * Rule B2: the balance of an account.
     *
     * @throws RefusedException {@code ACCOUNT_NOT_FOUND}
     */
    public Money balance(AccountId account) {
        BillingDesk.given("account", account);
        return desk.core()
                .unitOfWork()
                .view(account, () -> desk.ledger(desk.account(account).id()).balance());
    }

    private Optional<LedgerEntry> deduct(Account account, Usage usage) {
        Organization user = desk.core()
                .organizations()
                .find(account.id(), requireNonNull(usage.organization()))
                .filter(Organization::isOpen)
                .orElseThrow(() -> new RefusedException(new OrganizationRefusal.NotFound()));
        Change change = desk.change(account.id(), operator);
        Instant happenedAt = Objects.requireNonNullElse(usage.happenedAt(), change.at());
        Posting posting = new Posting(
                change,
                EntryKind.USAGE,
                Optional.of(user.id()),
                requireNonNull(usage.amount()),
                requireNonNull(usage.reference()),
                happenedAt);
        return desk.store().ledger().post(posting).fold(Optional::of, Optional::empty, refusal -> {
            throw new RefusedException(refusal);
        });
    }
}
