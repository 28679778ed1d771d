package com.phoneunite.testkit.assertion;

import com.phoneunite.RefusedException;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.page.Statement;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;

/**
 * Where assertions on what PhoneUnite answers begin. To be imported statically, beside AssertJ's own.
 *
 * <pre>{@code
 * assertThatRefused(fixture::observe, () -> you.addOrganization("Services Experts, LLC", "standard"))
 *         .hasCode("BALANCE_TOO_LOW").isShortBy("USD 5.01").changedNothing();
 * assertThat(billing.of(you).page()).showsBalance("USD 80.00").organization("First, LLC").isDueOn("2026-02-14");
 * }</pre>
 */
public final class PhoneUniteAssertions {

    private PhoneUniteAssertions() {}

    /**
     * On the refusal that this is answered with.
     *
     * @throws AssertionError if it is allowed, or fails in another way
     */
    public static RefusalAssert assertThatRefused(ThrowingCallable call) {
        return new RefusalAssert(refusal(call), Optional.empty());
    }

    /**
     * The same, with a look before and after it, so that {@link RefusalAssert#changedNothing()} can be said.
     *
     * @param observed what is to stay the same, by {@code equals}: {@code fixture::observe}, or anything of the host's
     */
    public static RefusalAssert assertThatRefused(Supplier<?> observed, ThrowingCallable call) {
        Object before = observed.get();
        Refusal refusal = refusal(call);
        return new RefusalAssert(refusal, Optional.of(new RefusalAssert.Observed(before, observed.get())));
    }

    /** On a refusal that was caught. */
    public static RefusalAssert assertThat(RefusedException refused) {
        return new RefusalAssert(refused.refusal(), Optional.empty());
    }

    /** On an amount of money, for example a balance. */
    public static MoneyAssert assertThat(Money amount) {
        return new MoneyAssert(amount);
    }

    /** On what has become of a recharge. */
    public static RechargeOutcomeAssert assertThat(RechargeOutcome outcome) {
        return new RechargeOutcomeAssert(outcome);
    }

    /** On what has become of a usage. */
    public static UsageOutcomeAssert assertThat(UsageOutcome outcome) {
        return new UsageOutcomeAssert(outcome);
    }

    /** On what a billing run did. */
    public static BillingRunAssert assertThat(BillingRun.Result result) {
        return new BillingRunAssert(result);
    }

    /** On a billing page. */
    public static BillingPageAssert assertThat(BillingPage page) {
        return new BillingPageAssert(page);
    }

    /** On a statement. */
    public static StatementAssert assertThat(Statement statement) {
        return new StatementAssert(statement);
    }

    /** On a state of an organization. */
    public static OrganizationStateAssert assertThat(OrganizationState state) {
        return new OrganizationStateAssert(state, "the organization");
    }

    /** On the state of an organization, which is told by its name. */
    public static OrganizationStateAssert assertThatState(Organization organization) {
        return new OrganizationStateAssert(
                organization.state(), organization.name().value());
    }

    /** On an entry of a ledger. */
    public static LedgerEntryAssert assertThat(LedgerEntry entry) {
        return new LedgerEntryAssert(entry);
    }

    /** On entries of a ledger. */
    public static LedgerAssert assertThatEntries(List<LedgerEntry> entries) {
        return new LedgerAssert(List.copyOf(entries));
    }

    /** On events, for example those that a handler was given. */
    public static EventsAssert assertThatEvents(List<RecordedEvent> events) {
        return new EventsAssert(List.copyOf(events));
    }

    /** Names what else was thrown by its type alone: what it says may be anything. */
    private static Refusal refusal(ThrowingCallable call) {
        try {
            call.call();
        } catch (RefusedException refused) {
            return refused.refusal();
        } catch (Throwable other) {
            throw new AssertionError(
                    "expected a rule to refuse it, but it failed with "
                            + other.getClass().getName(),
                    other);
        }
        throw new AssertionError("expected a rule to refuse it, but it was allowed");
    }
}
