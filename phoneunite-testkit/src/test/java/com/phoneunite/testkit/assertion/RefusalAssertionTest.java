package com.phoneunite.testkit.assertion;

import static com.phoneunite.testkit.assertion.PhoneUniteAssertions.assertThat;
import static com.phoneunite.testkit.assertion.PhoneUniteAssertions.assertThatRefused;
import static com.phoneunite.testkit.assertion.Wrong.says;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.RefusedException;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RefusalAssertionTest {

    private final PhoneUniteFixture fixture =
            PhoneUniteFixture.given().balance("USD 15.00").ready();

    private void add() {
        fixture.session().addOrganization("Services Experts, LLC", "standard");
    }

    @Test
    void B2_aRefusalIsToldWithCodeRuleFactsAndThatNothingChanged() {
        assertThatRefused(fixture::observe, this::add)
                .hasCode("BALANCE_TOO_LOW")
                .isOfRule("B2")
                .isShortBy("USD 5.01")
                .hasFact("balance", Money.parse("USD 15.00"))
                .changedNothing();
        assertThatRefused(() -> {
                    throw new RefusedException(new AccountRefusal.AccountNotFound());
                })
                .hasCode("ACCOUNT_NOT_FOUND")
                .hasNoFacts();
        RefusedException caught = catchThrowableOfType(RefusedException.class, this::add);
        assertThat(caught).hasCode("BALANCE_TOO_LOW");
    }

    @Test
    void B2_whatIsWrongWithARefusalIsSaid() {
        RefusalAssert refused = assertThatRefused(this::add);
        says(
                "expected to be refused with ACCOUNT_PAST_DUE, but rule B2 refused it with BALANCE_TOO_LOW: "
                        + "the balance stays above zero: USD 5.01 is short",
                () -> refused.hasCode("ACCOUNT_PAST_DUE"));
        says("expected rule O3 to say no, but it was B2", () -> refused.isOfRule("O3"));
        says(
                "expected BALANCE_TOO_LOW to tell shortfall = USD 5.00, but it tells shortfall = USD 5.01",
                () -> refused.isShortBy("USD 5.00"));
        says(
                "expected ACCOUNT_NOT_FOUND to tell what = 1, but it tells {}",
                () -> assertThat(new RefusedException(new AccountRefusal.AccountNotFound()))
                        .hasFact("what", 1));
        assertThatThrownBy(refused::hasNoFacts)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("expected BALANCE_TOO_LOW to tell no facts, but it tells {");
        says(
                "adding",
                "expected rule O3 to say no, but it was B2",
                () -> refused.as("adding").isOfRule("O3"));
    }

    @Test
    void X1_whatChangedInARefusalIsNamed() {
        says(
                "expected ACCOUNT_NOT_FOUND to change nothing, but these changed: the account, the card on file, the"
                        + " events",
                () -> assertThatRefused(fixture::observe, () -> {
                            fixture.mine().removePaymentMethod();
                            throw new RefusedException(new AccountRefusal.AccountNotFound());
                        })
                        .changedNothing());
        AtomicInteger mails = new AtomicInteger();
        says(
                "expected ACCOUNT_NOT_FOUND to change nothing, but what is observed has changed",
                () -> assertThatRefused(mails::get, () -> {
                            mails.incrementAndGet();
                            throw new RefusedException(new AccountRefusal.AccountNotFound());
                        })
                        .changedNothing());
        assertThatThrownBy(() -> assertThatRefused(this::add).changedNothing())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("say what is observed: assertThatRefused(fixture::observe, …)");
    }

    @Test
    void X1_whatIsAllowedAndWhatFailsIsNoRefusal() {
        says(
                "expected a rule to refuse it, but it was allowed",
                () -> assertThatRefused(() -> fixture.mine().balance()));
        assertThatThrownBy(() -> assertThatRefused(() -> {
                    throw new IllegalStateException("tok_secret");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected a rule to refuse it, but it failed with java.lang.IllegalStateException");
    }
}
