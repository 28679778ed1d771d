package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.page.LedgerProof;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.testkit.SandboxGateway;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Design, "How a change runs": a change inside a transaction that the host has open, kept or taken back with the host's own writes. */
class PostgresHostTransactionTest {

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcTransactions host = new JdbcTransactions(database.owner());
    private final PostgresStore store =
            PostgresStore.builder(database.host()).joining(host).build();
    private final Billing billing = Billing.builder(store)
            .plans(BillingPlan.named("standard").monthly(Money.parse("USD 20.00")))
            .paymentGateway(SandboxGateway.create())
            .build();
    private final PhoneUnite phoneUnite =
            PhoneUnite.builder(store).billing(billing.organizations()).build();

    @BeforeEach
    void aTableOfTheHosts() {
        database.execute(
                "DROP TABLE IF EXISTS public.customer",
                "CREATE TABLE public.customer (name text PRIMARY KEY, account uuid)");
    }

    private Account openInside(Connection connection, String name) throws SQLException {
        Account account = phoneUnite.openAccount(OpenAccount.named(name)
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("standard"));
        try (var insert = connection.prepareStatement("INSERT INTO public.customer VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setObject(2, account.id().value());
            insert.executeUpdate();
        }
        return account;
    }

    private List<String> customers() throws SQLException {
        return database.names(
                "SELECT name FROM public.customer c JOIN phoneunite.account a ON a.account_id = c.account");
    }

    private long accounts() throws SQLException {
        return database.names("SELECT account_id::text FROM phoneunite.account").size();
    }

    @Test
    void X1_aChangeIsKeptWithTheHostsOwnWrites() throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, "Kept"));
        assertThat(customers()).containsExactly("Kept");
        assertThat(phoneUnite.account(account.id())).contains(account);
    }

    @Test
    void X1_aChangeIsTakenBackWithTheHostsOwnWrites() throws SQLException {
        assertThatThrownBy(() -> host.transaction(connection -> {
                    openInside(connection, "Gone");
                    throw new IllegalStateException("the host has changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(customers()).isEmpty();
        assertThat(accounts()).isZero();
    }

    @Test
    void X1_theHostIsItselfAgainAfterEachChange() throws SQLException {
        host.transaction(connection -> {
            openInside(connection, "First");
            try (var statement = connection.createStatement();
                    var results = statement.executeQuery(
                            "SELECT current_user, current_setting('phoneunite_at.account_id', true)")) {
                assertThat(results.next()).isTrue();
                assertThat(results.getString(1)).isEqualTo("postgres");
                assertThat(results.getString(2)).isEmpty();
            }
            openInside(connection, "Second");
            return true;
        });
        assertThat(customers()).containsExactlyInAnyOrder("First", "Second");
    }

    @Test
    void X1_aRefusalBeforeAnyWriteLeavesTheHostsTransactionAlone() throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, "Kept"));
        host.transaction(connection -> {
            assertThatThrownBy(() -> phoneUnite.signIn(account.owner()).addOrganization("Second", "standard"))
                    .isInstanceOf(RefusedException.class);
            return openInside(connection, "Also kept");
        });
        assertThat(customers()).containsExactlyInAnyOrder("Kept", "Also kept");
    }

    @Test
    void X1_aFailureAfterAWriteTakesTheHostsTransactionBack() throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, "Kept"));
        assertThatThrownBy(() -> host.transaction(connection -> {
                    openInside(connection, "Gone");
                    assertThatThrownBy(() -> store.unitOfWork().execute(account.id(), () -> {
                                store.accounts().save(account.withoutPaymentMethod());
                                throw new IllegalStateException("half-way");
                            }))
                            .hasMessage("half-way");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("rollback only");
        assertThat(customers()).containsExactly("Kept");
    }

    @Test
    void P5_noGatewayIsCalledInsideAHostsTransaction() throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, "Kept"));
        host.transaction(connection -> {
            assertThat(store.unitOfWork().isOpen()).isTrue();
            assertThatThrownBy(billing::run).isInstanceOf(UnitOfWorkFault.class);
            assertThatThrownBy(billing::reconcile).isInstanceOf(UnitOfWorkFault.class);
            assertThatThrownBy(
                            () -> billing.of(phoneUnite.signIn(account.owner())).putPaymentMethodOnFile("tok_visa"))
                    .isInstanceOf(UnitOfWorkFault.class);
            return true;
        });
        assertThat(store.unitOfWork().isOpen()).isFalse();
        assertThat(billing.run().failed()).isEmpty();
    }

    @Test
    void X1_aConnectionThatCommitsByItselfIsRefusedBeforeAnything() throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, "Kept"));
        try (Connection committing = database.host().getConnection()) {
            PostgresStore joined = PostgresStore.builder(database.host())
                    .joining(joining(committing, () -> {
                        throw new AssertionError("there is nothing to take back");
                    }))
                    .build();
            AtomicInteger works = new AtomicInteger();
            for (ThrowingCallable one : List.<ThrowingCallable>of(
                    () -> joined.unitOfWork().change(account.id(), works::incrementAndGet),
                    () -> joined.unitOfWork().view(account.id(), works::incrementAndGet),
                    () -> joined.unitOfWork().isOpen())) {
                assertThatThrownBy(one)
                        .isInstanceOf(PhoneUniteFault.class)
                        .hasMessage("the connection of HostTransaction commits by itself: begin your transaction first"
                                + " (setAutoCommit(false))");
            }
            assertThat(works).hasValue(0);
        }
    }

    @Test
    void X1_whatCannotBeMadeRollbackOnlyHidesNoFaultAndTheRoleIsTheHostsAgain() throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, "Kept"));
        IllegalStateException halfWay = new IllegalStateException("half-way");
        IllegalStateException noStatus = new IllegalStateException("no transaction status in scope");
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            PostgresStore joined = PostgresStore.builder(database.host())
                    .joining(joining(connection, () -> {
                        throw noStatus;
                    }))
                    .build();
            assertThatThrownBy(() -> joined.unitOfWork().execute(account.id(), () -> {
                        joined.accounts().save(account.withoutPaymentMethod());
                        throw halfWay;
                    }))
                    .isSameAs(halfWay)
                    .satisfies(fault -> assertThat(fault.getSuppressed()).containsExactly(noStatus));
            assertThat(HandWritten.firstColumn(connection, "SELECT current_user::text"))
                    .containsExactly("postgres");
            connection.rollback();
        }
    }

    private static PostgresStore.HostTransaction joining(Connection connection, Runnable rollbackOnly) {
        return new PostgresStore.HostTransaction() {
            @Override
            public Optional<Connection> connection() {
                return Optional.of(connection);
            }

            @Override
            public void setRollbackOnly() {
                rollbackOnly.run();
            }
        };
    }

    @Test
    void X1_whatTheHostUndoesToASavepointIsGoneAndTheNextChangeGoesOn() throws SQLException {
        host.transaction(connection -> {
            openInside(connection, "Kept");
            Savepoint before = connection.setSavepoint();
            openInside(connection, "Undone");
            connection.rollback(before);
            return openInside(connection, "Also kept");
        });
        assertThat(customers()).containsExactlyInAnyOrder("Kept", "Also kept");
        assertThat(accounts()).isEqualTo(2);
    }

    @Test
    void X1_aFailureAfterAWriteMakesItRollbackOnlyEvenBehindASavepoint() throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, "Kept"));
        assertThatThrownBy(() -> host.transaction(connection -> {
                    Savepoint before = connection.setSavepoint();
                    assertThatThrownBy(() -> store.unitOfWork().execute(account.id(), () -> {
                                store.accounts().save(account.withoutPaymentMethod());
                                throw new IllegalStateException("half-way");
                            }))
                            .hasMessage("half-way");
                    connection.rollback(before);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("rollback only");
    }

    @Test
    void B10_theNeedOfUsageThatIsRefusedIsKeptOrTakenBackWithTheHostsTransaction() throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, "Kept"));
        Usage usage = usage(account, "call");
        assertThatThrownBy(() ->
                        host.transaction(connection -> billing.actingAs("meter").deductUsage(usage)))
                .isInstanceOf(RefusedException.class);
        assertThat(database.names("SELECT minor::text FROM phoneunite.usage_need"))
                .isEmpty();
        host.transaction(connection -> {
            assertThatThrownBy(() -> billing.actingAs("meter").deductUsage(usage))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("BALANCE_TOO_LOW");
            return true;
        });
        assertThat(database.names("SELECT minor::text FROM phoneunite.usage_need"))
                .containsExactly("25");
    }

    @Test
    void B10_usageOfTwoAccountsIsPostedAndProvedInsideAHostsTransaction() throws SQLException {
        List<Account> two = List.of(funded("First"), funded("Second"));
        BillingOperator meter = billing.actingAs("meter");
        host.transaction(connection -> {
            assertThat(meter.deductUsages(List.of(usage(two.get(0), "call"), usage(two.get(1), "call"))))
                    .allMatch(outcome -> outcome.entry().isPresent());
            openInside(connection, "Third");
            return assertThat(meter.verifyAll(PageRequest.first(10)).items())
                    .extracting(LedgerProof::account)
                    .containsExactlyInAnyOrder(two.get(0).id(), two.get(1).id());
        });
        assertThat(two).allMatch(account -> meter.balance(account.id()).equals(Money.parse("USD 14.75")));
    }

    @Test
    void O5_autoRechargeIsNotTriedInsideAHostsTransaction() throws SQLException {
        Account account = funded("Kept");
        UserSession owner = phoneUnite.signIn(account.owner());
        billing.of(owner)
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
        assertThatThrownBy(() -> host.transaction(connection -> {
                    assertThatThrownBy(() -> owner.addOrganization("Second", "standard"))
                            .isInstanceOf(RefusedException.class)
                            .hasMessageContaining("BALANCE_TOO_LOW");
                    return true;
                }))
                .as("it was written before it was refused")
                .hasMessage("rollback only");
        assertThat(owner.addOrganization("Second", "standard").state()).isEqualTo(OrganizationState.ACTIVE);
    }

    @Test
    void X1_aLostConnectionHidesNothingThatTheHostHasThrown() {
        IllegalStateException changed = new IllegalStateException("the host has changed its mind");
        assertThatThrownBy(() -> host.transaction(connection -> {
                    String backend = HandWritten.firstColumn(connection, "SELECT pg_backend_pid()::text")
                            .get(0);
                    database.execute("SELECT pg_terminate_backend(" + backend + ", 10000)");
                    throw changed;
                }))
                .isSameAs(changed)
                .satisfies(thrown -> assertThat(thrown.getSuppressed())
                        .hasOnlyElementsOfType(SQLException.class)
                        .isNotEmpty());
    }

    private Account funded(String name) throws SQLException {
        Account account = host.transaction(connection -> openInside(connection, name));
        AccountBilling owners = billing.of(phoneUnite.signIn(account.owner()));
        owners.putPaymentMethodOnFile("tok_visa");
        owners.recharge("first", Money.parse("USD 15.00"));
        return account;
    }

    private Usage usage(Account account, String reference) {
        OrganizationId first = phoneUnite
                .signIn(account.owner())
                .organizations()
                .items()
                .get(0)
                .id();
        return Usage.of(account.id(), first, reference, Money.parse("USD 0.25"));
    }

    @Test
    void P5_theFaultNamesTheHostsTransaction() throws SQLException {
        host.transaction(connection -> {
            assertThatThrownBy(billing::run)
                    .hasMessage("the billing run cannot run inside a unit of work or a transaction of the host's");
            assertThatThrownBy(() ->
                            phoneUnite.dispatcher(event -> {}, billing.events()).run())
                    .isInstanceOf(UnitOfWorkFault.class);
            return true;
        });
    }
}
