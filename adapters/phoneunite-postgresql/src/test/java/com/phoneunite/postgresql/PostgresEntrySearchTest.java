package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is searched for by halves is found beside entries that somebody has removed by hand: nothing is told of them, and all of the others. */
class PostgresEntrySearchTest {

    private static final int CALLS = 20;

    private final TestDatabase database = TestDatabase.empty();
    private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    private final PostgresStore store = PostgresStore.on(database.host());

    private AccountId called() {
        Billing billing = Billing.builder(store)
                .plans(BillingPlan.named("standard").monthly(Money.parse("USD 20.00")))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        PhoneUnite phoneUnite = PhoneUnite.builder(store)
                .billing(billing.organizations())
                .clock(clock)
                .build();
        UserSession session = phoneUnite.signIn(phoneUnite
                .openAccount(OpenAccount.named("First")
                        .owner("you@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard"))
                .owner());
        billing.of(session).putPaymentMethodOnFile("tok_visa");
        billing.of(session).recharge("start", Money.parse("USD 100.00"));
        OrganizationId user = session.organizations().items().get(0).id();
        for (int call = 0; call < CALLS; call++) {
            clock.advance(Duration.ofSeconds(2));
            billing.actingAs("meter")
                    .deductUsage(Usage.of(session.accountId(), user, "call-" + call, Money.parse("USD 0.01")));
        }
        return session.accountId();
    }

    private <T> T view(AccountId account, Supplier<T> reading) {
        return store.core().unitOfWork().view(account, reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence < 0",
                "sequence <= 7",
                "sequence BETWEEN 10 AND 13",
                "sequence > 15",
                "sequence % 3 = 0",
                "true"
            })
    void B12_whatIsLeftIsFoundWhereverEntriesAreGone(String gone) {
        AccountId account = called();
        database.execute("SET session_replication_role = replica; DELETE FROM phoneunite.ledger_entry WHERE " + gone);
        List<LedgerEntry> left = view(account, () -> store.ledger().list(account, 0, 100));
        Instant end = clock.instant().plusSeconds(2);
        for (Instant at = Instant.parse("2026-01-31T14:59:59Z"); at.isBefore(end); at = at.plusSeconds(1)) {
            Instant moment = at;
            assertThat(view(account, () -> store.ledger().headBefore(account, moment)))
                    .as("before " + moment)
                    .isEqualTo(left.stream()
                            .filter(one -> one.recordedAt().isBefore(moment))
                            .reduce((earlier, later) -> later)
                            .map(LedgerHead::upTo));
        }
        for (long position = 0; position < 2 * CALLS; position++) {
            long after = position;
            assertThat(view(account, () -> store.ledger().listByPosition(account, after, 3)))
                    .as("behind position " + after)
                    .isEqualTo(left.stream()
                            .filter(one -> one.position() > after)
                            .limit(3)
                            .toList());
        }
    }
}
