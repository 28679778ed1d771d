package com.phoneunite.postgresql;

import com.phoneunite.account.AccountRepository;
import com.phoneunite.billing.cycle.ArrearsRepository;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.billing.cycle.UsageNeeds;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.recharge.AutoRechargeRepository;
import com.phoneunite.billing.recharge.RechargeRepository;
import com.phoneunite.billing.recharge.ReversalRepository;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.telephony.PhoneNumberRepository;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundRepository;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Everything in a PostgreSQL that the host brings: the durable twin of the store in memory. Changes of one account run one at a time,
 * whichever host they run on; what a change has returned from is on disk, as far as the database promises that (rule X1).
 *
 * <pre>{@code
 * PostgresStore store = PostgresStore.on(dataSource);
 * Billing billing = Billing.builder(store).plans(standard).paymentGateway(gateway).build();
 * PhoneUnite phoneUnite = PhoneUnite.builder(store).billing(billing.organizations()).build();
 * }</pre>
 *
 * <p>The schema is there before: {@link #MIGRATIONS}. How it is set up, and which roles there are, is told in {@code
 * docs/postgresql.md}. Thread-safe.
 */
public final class PostgresStore implements Store, BillingStore {

    /**
     * Where the migrations of the schema are, as Flyway takes it: {@code
     * Flyway.configure().dataSource(owner).schemas("phoneunite").locations(PostgresStore.MIGRATIONS).load().migrate()}. A host without
     * Flyway runs the same files in the order of their versions.
     */
    public static final String MIGRATIONS = "classpath:db/phoneunite-postgresql";

    /** The version of the schema that this release works with. */
    public static final int SCHEMA_VERSION = 1;

    private final Store core;
    private final LedgerRepository ledger;
    private final PlainUsage plainUsage;
    private final SubscriptionRepository subscriptions;
    private final DueAccounts dueAccounts;
    private final ArrearsRepository arrears;
    private final UsageNeeds usageNeeds;
    private final ChargeFacts chargeFacts;
    private final RechargeRepository recharges;
    private final ReversalRepository reversals;
    private final AutoRechargeRepository autoRecharges;
    private final DueAccounts checks;

    private PostgresStore(Database database, HostTransaction host, int usageConnections) {
        PostgresUnitOfWork unitOfWork = new PostgresUnitOfWork(database, host);
        Directory directory = new Directory(database);
        core = new PostgresCore(database, unitOfWork, directory);
        ledger = new PostgresLedger(unitOfWork, directory);
        plainUsage = new PostgresPlainUsage(database, unitOfWork, usageConnections);
        subscriptions = new PostgresSubscriptions(unitOfWork);
        dueAccounts = new PostgresDueAccounts(unitOfWork, directory, PostgresDueAccounts.Kind.DUES);
        arrears = new PostgresArrears(unitOfWork);
        usageNeeds = new PostgresUsageNeeds(unitOfWork);
        chargeFacts = new PostgresChargeFacts(unitOfWork);
        recharges = new PostgresRecharges(unitOfWork, directory);
        reversals = new PostgresReversals(unitOfWork, directory);
        autoRecharges = new PostgresAutoRecharges(unitOfWork);
        checks = new PostgresDueAccounts(unitOfWork, directory, PostgresDueAccounts.Kind.CHECKS);
    }

    /**
     * The transaction that a host may have open on a thread. Where there is one, what the library does there is kept or taken back with
     * the host's own writes. Nothing there is tried again, and no payment gateway is called: payments, {@code run}, {@code reconcile},
     * {@code sweepSounds} and {@code EventDispatcher.run} fail at once with a {@link UnitOfWorkFault}, and auto-recharge is not tried. What
     * takes several accounts, like {@code deductUsages} and {@code verifyAll}, works in it, account by account.
     *
     * <p>With Spring, it is the {@code ConnectionHolder} that {@code TransactionSynchronizationManager.getResource(dataSource)} has:
     * {@code docs/postgresql.md}.
     */
    public interface HostTransaction {

        /**
         * The connection of the transaction that is open on this thread, if one is. The library neither commits nor closes it, and refuses
         * one that commits by itself (autocommit) with a {@link PhoneUniteFault} before it does anything.
         */
        Optional<Connection> connection();

        /**
         * Makes the transaction that is open on this thread end by being taken back: a change failed in it after it had written, or
         * PostgreSQL refused a statement. Nothing is known of savepoints: it is called even where the host goes back to one.
         */
        void setRollbackOnly();
    }

    /**
     * The store in the schema {@code phoneunite} of that database, on connections of its own.
     *
     * @throws PhoneUniteFault if the schema is not there in a version that this release works with, if the login may not enter a role of the
     *     library or call its functions, or if row-level security does not hold a role or a table
     */
    public static PostgresStore on(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /** Begins to set up a store that differs from {@link #on} in something. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /** What may be different about a store. Not thread-safe. */
    public static final class Builder {

        private static final int MOST_USAGE_CONNECTIONS = 1_000;

        private final DataSource dataSource;
        private Schema schema = Schema.STANDARD;
        private HostTransaction host = HostTransactions.NONE;
        private int usageConnections = 8;

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        }

        /**
         * The schema that holds the tables, {@code phoneunite} otherwise.
         *
         * @param name 1 to 63 lower-case letters, digits or underscores, beginning with a letter
         * @throws IllegalArgumentException if it is something else
         */
        public Builder schema(String name) {
            schema = new Schema(name);
            return this;
        }

        /**
         * How many connections the single usages that are deducted at the same moment take, as long as each answers within 100
         * milliseconds; 8 otherwise. Who comes while that many are under way, or one of the same account, waits without a connection, and is
         * posted together with the others who wait, by one statement and one commit (group commit). Who waits while nothing moves goes
         * alone after that time. What is shared is sent by the thread of one of those who share it: the data source must not care
         * which.
         *
         * @param count 1 to 1,000
         * @throws IllegalArgumentException if it is something else
         */
        public Builder usageConnections(int count) {
            if (count < 1 || count > MOST_USAGE_CONNECTIONS) {
                throw new IllegalArgumentException("the connections for usage are 1 to " + MOST_USAGE_CONNECTIONS);
            }
            usageConnections = count;
            return this;
        }

        /** Joins transactions that the host has open on a thread. */
        public Builder joining(HostTransaction transaction) {
            host = Objects.requireNonNull(transaction, "transaction");
            return this;
        }

        /**
         * The store.
         *
         * @throws PhoneUniteFault if the schema is not there in a version that this release works with, if the login may not enter a role of the
         *     library or call its functions, or if row-level security does not hold a role or a table
         */
        public PostgresStore build() {
            Database database = new Database(dataSource, schema);
            new SetUp(database, SCHEMA_VERSION).require();
            return new PostgresStore(database, host, usageConnections);
        }
    }

    @Override
    public Store core() {
        return core;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return core.unitOfWork();
    }

    @Override
    public AccountRepository accounts() {
        return core.accounts();
    }

    @Override
    public OrganizationRepository organizations() {
        return core.organizations();
    }

    @Override
    public HoldingRepository holdings() {
        return core.holdings();
    }

    @Override
    public UserRepository users() {
        return core.users();
    }

    @Override
    public AdministrationRepository administrations() {
        return core.administrations();
    }

    @Override
    public MembershipRepository memberships() {
        return core.memberships();
    }

    @Override
    public InvitationRepository invitations() {
        return core.invitations();
    }

    @Override
    public PhoneNumberRepository phoneNumbers() {
        return core.phoneNumbers();
    }

    @Override
    public OwnedRepository<SavedCallTree> callTrees() {
        return core.callTrees();
    }

    @Override
    public SoundRepository sounds() {
        return core.sounds();
    }

    @Override
    public SoundContents soundContents() {
        return core.soundContents();
    }

    @Override
    public OwnedRepository<StoredResource> resources() {
        return core.resources();
    }

    @Override
    public ReferenceRepository references() {
        return core.references();
    }

    @Override
    public Outbox outbox() {
        return core.outbox();
    }

    @Override
    public LedgerRepository ledger() {
        return ledger;
    }

    @Override
    public PlainUsage plainUsage() {
        return plainUsage;
    }

    @Override
    public SubscriptionRepository subscriptions() {
        return subscriptions;
    }

    @Override
    public DueAccounts dueAccounts() {
        return dueAccounts;
    }

    @Override
    public ArrearsRepository arrears() {
        return arrears;
    }

    @Override
    public UsageNeeds usageNeeds() {
        return usageNeeds;
    }

    @Override
    public ChargeFacts chargeFacts() {
        return chargeFacts;
    }

    @Override
    public RechargeRepository recharges() {
        return recharges;
    }

    @Override
    public ReversalRepository reversals() {
        return reversals;
    }

    @Override
    public AutoRechargeRepository autoRecharges() {
        return autoRecharges;
    }

    @Override
    public DueAccounts checks() {
        return checks;
    }
}
