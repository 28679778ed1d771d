package com.phoneunite.billing;

import com.phoneunite.RefusedException;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Actor;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.LedgerProof;
import com.phoneunite.billing.page.LedgerProofs;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.List;
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
        UsageOutcome outcome = meter().deduct(List.of(usage)).get(0);
        RefusedException.throwIf(outcome.refusal());
        return outcome.entry();
    }

    /**
     * Rule B10: deducts much usage in one go, of one account or of many. Each usage is decided by itself, in the order in which they
     * were given: what is refused keeps none of the others from being deducted. The usage of one account is one change, and the
     * accounts are independent of each other: where one fails, the others are done, and its fault is thrown at the end. To ask for all
     * of it again is harmless.
     *
     * @param usages 1 to 1,000
     * @return what became of each, in their order
     * @throws RefusedException {@code INVALID_INPUT}, naming everything that is wrong with any of them; then nothing was deducted
     * @throws com.phoneunite.store.UnitOfWorkFault at the end, inside a unit of work, if some of it is of other accounts than its own. In a
     *     transaction of the host's all of it is done, and kept or taken back with it
     */
    public List<UsageOutcome> deductUsages(List<Usage> usages) {
        BillingDesk.valid(new UsageBatch(usages));
        return meter().deduct(List.copyOf(usages));
    }

    /**
     * Rules B2, B3 and B5: recomputes the books of an account, and tells every difference: of sums, of the chain of balances, of
     * sequences, references and recorded times, of periods and what was charged for them, of what counts as paid. Changes nothing, and
     * does not keep the account from being used meanwhile.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}
     */
    public LedgerProof verify(AccountId account) {
        BillingDesk.given("account", account);
        return proofs().of(account).orElseThrow(() -> new RefusedException(new AccountRefusal.AccountNotFound()));
    }

    /**
     * The same for all accounts, a page at a time, in the order of their ids.
     *
     * @throws RefusedException {@code INVALID_INPUT}
     * @throws com.phoneunite.store.UnitOfWorkFault inside a unit of work, if the page has another account than its own. In a
     *     transaction of the host's it works, over the accounts that were committed before
     */
    public Page<LedgerProof> verifyAll(PageRequest page) {
        Optional<AccountId> after =
                RefusedException.granted(BillingDesk.valid(page).cursorAs(AccountId::parse));
        return Page.of(desk.store().ledger().accounts(after, page.limit() + 1), page.limit(), AccountId::toString)
                .map(this::verify);
    }

    private LedgerProofs proofs() {
        return new LedgerProofs(
                desk.core().unitOfWork(),
                desk.core().organizations(),
                desk.store().ledger(),
                desk.store().subscriptions(),
                desk.store().chargeFacts());
    }

    /** Rule B12: the statements of an account. */
    public AccountStatements statements(AccountId account) {
        BillingDesk.given("account", account);
        return new AccountStatements(desk, account, () -> desk.account(account));
    }

    private UsageMeter meter() {
        return new UsageMeter(desk, operator);
    }

    /** Payments of all accounts, as far as they are the host's to decide: refunds, disputes, and what needs review. */
    public OperatorPayments payments() {
        return new OperatorPayments(desk, operator);
    }

    /**
     * Rule B2: the balance of an account.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}
     */
    public Money balance(AccountId account) {
        BillingDesk.given("account", account);
        return desk.core()
                .unitOfWork()
                .view(account, () -> desk.ledger(desk.account(account).id()).balance());
    }
}
