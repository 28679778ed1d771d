package com.phoneunite.billing.page;

import static com.phoneunite.billing.Examples.ACCOUNT;
import static com.phoneunite.billing.Examples.cents;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.account.Actor;
import com.phoneunite.account.UserId;
import java.time.YearMonth;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Rule B12: what a statement can be. */
class StatementTest {

    private static final BillingMonth MONTH = new BillingMonth(YearMonth.of(2026, 1), UTC);

    @Test
    void B12_aMonthEndsWhereItBeginsAtTheEarliest() {
        assertThat(statement(cents(0), 0, 0).entries()).isZero();
        assertThat(statement(cents(0), 3, 5).entries()).isEqualTo(2);
        assertRejected(() -> statement(cents(0), -1, 0));
        assertRejected(() -> statement(cents(0), 3, 2));
    }

    @Test
    void A3_anAccountHasOneCurrency() {
        assertRejected(() -> statement(Money.parse("EUR 0.00"), 0, 0));
    }

    @Test
    void X5_monthsAreOfTheYears1970To9999() {
        assertThat(new BillingMonth(YearMonth.of(1970, 1), UTC).from()).isEqualTo("1970-01-01T00:00:00Z");
        assertRejected(() -> new BillingMonth(YearMonth.of(1969, 12), UTC));
        assertRejected(() -> new BillingMonth(YearMonth.of(10_000, 1), UTC));
    }

    @Test
    void B12_aCellThatASpreadsheetTakesForAFormulaIsGuardedAndNoOther() {
        assertThat(CsvStatement.text("")).isEqualTo("\"\"");
        assertThat(CsvStatement.text("plain")).isEqualTo("\"plain\"");
        assertThat(CsvStatement.text("=1+1")).isEqualTo("\"'=1+1\"");
    }

    private static Statement statement(Money closing, long after, long until) {
        return new Statement(ACCOUNT, MONTH, cents(0), closing, after, until);
    }

    private static void assertRejected(Runnable making) {
        assertThatIllegalArgumentException().isThrownBy(making::run);
    }

    @Test
    void X3_whoeverDidItIsToldByKindAndName() {
        UserId user = new UserId(new UUID(1, 2));
        assertThat(Exported.actor(Actor.user(user))).isEqualTo("user:" + user);
        assertThat(Exported.actor(Actor.operator("Ann"))).isEqualTo("operator:Ann");
        assertThat(Exported.actor(Actor.system())).isEqualTo("system");
    }
}
