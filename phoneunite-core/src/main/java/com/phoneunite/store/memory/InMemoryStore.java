package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRepository;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.UserRepository;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.telephony.PhoneNumberRepository;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundRepository;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The embedded default: everything in this process, for a host that wants no database. It keeps what it is told as long as the
 * process lives.
 *
 * <p>Changes of one account run one at a time, changes of different accounts side by side; a change that throws leaves no trace;
 * views see the state that was committed last (rule X1). Further tables of a host's own, or of another module's, commit with the
 * same unit of work: {@link #table()}, {@link #journal()}, {@link #value()}. Thread-safe.
 */
public final class InMemoryStore implements Store {

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final AtomicInteger slots = new AtomicInteger();
    private final Map<Class<?>, Object> parts = new ConcurrentHashMap<>();
    private final AccountRepository accounts = new MemoryAccounts(this);
    private final OrganizationRepository organizations = new MemoryOrganizations(this);
    private final HoldingRepository holdings = new MemoryHoldings(this);
    private final UserRepository users = new MemoryUsers(this);
    private final AdministrationRepository administrations = new MemoryAdministrations(this);
    private final MembershipRepository memberships = new MemoryMemberships(this);
    private final InvitationRepository invitations = new MemoryInvitations(this);
    private final PhoneNumberRepository phoneNumbers = new MemoryPhoneNumbers(this);
    private final OwnedRepository<SavedCallTree> callTrees = new MemoryOwned<>(this);
    private final MemorySounds sounds = new MemorySounds(this);
    private final SoundContents soundContents = new MemorySoundContents();
    private final OwnedRepository<StoredResource> resources = new MemoryOwned<>(this);
    private final ReferenceRepository references = new MemoryReferences(this);
    private final Outbox outbox = new MemoryOutbox(this);

    private InMemoryStore() {}

    /** An empty store. */
    public static InMemoryStore create() {
        return new InMemoryStore();
    }

    /** A new table of rows by key. */
    public <K extends Comparable<? super K>, V> MemoryTable<K, V> table() {
        return new MemoryTable<>(unitOfWork, slots.getAndIncrement());
    }

    /** A new index of rows by key. */
    <K, V> MemoryIndex<K, V> index() {
        return new MemoryIndex<>(unitOfWork, slots.getAndIncrement());
    }

    /** A new journal of entries that are only ever appended. */
    public <E> MemoryJournal<E> journal() {
        return new MemoryJournal<>(unitOfWork, slots.getAndIncrement());
    }

    /** A new value of each account. */
    public <V> MemoryValue<V> value() {
        return new MemoryValue<>(unitOfWork, slots.getAndIncrement());
    }

    /**
     * Runs the action once the change that is open on this thread has been kept, before another change of the account can begin;
     * not at all if the change is taken back. For directories that span accounts. The action must not throw.
     */
    public void afterCommit(AccountId account, Runnable action) {
        unitOfWork.current(account).afterCommit(action);
    }

    /**
     * Runs the action if the change that is open on this thread is taken back, in the reverse order of what it did. For directories that
     * span accounts. The action must not throw, and can write to no table of this store.
     */
    public void onRollback(AccountId account, Runnable action) {
        unitOfWork.current(account).writing(new Transaction.Undo() {
            @Override
            void run() {
                action.run();
            }
        });
    }

    /**
     * Goes on where a change of the account is open on this thread.
     *
     * @throws com.phoneunite.store.UnitOfWorkFault if there is none, or only a view
     */
    public void requireWritable(AccountId account) {
        unitOfWork.current(account).requireWritable();
    }

    /**
     * The one part of that type that belongs to this store, made when it is first asked for: what another module keeps here.
     *
     * @param type the type of the part
     * @param make makes the part; called once a store
     */
    public <T> T part(Class<T> type, Function<InMemoryStore, T> make) {
        return type.cast(parts.computeIfAbsent(type, asked -> make.apply(this)));
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public AccountRepository accounts() {
        return accounts;
    }

    @Override
    public OrganizationRepository organizations() {
        return organizations;
    }

    @Override
    public HoldingRepository holdings() {
        return holdings;
    }

    @Override
    public UserRepository users() {
        return users;
    }

    @Override
    public AdministrationRepository administrations() {
        return administrations;
    }

    @Override
    public MembershipRepository memberships() {
        return memberships;
    }

    @Override
    public InvitationRepository invitations() {
        return invitations;
    }

    @Override
    public PhoneNumberRepository phoneNumbers() {
        return phoneNumbers;
    }

    @Override
    public OwnedRepository<SavedCallTree> callTrees() {
        return callTrees;
    }

    @Override
    public SoundRepository sounds() {
        return sounds;
    }

    @Override
    public SoundContents soundContents() {
        return soundContents;
    }

    @Override
    public OwnedRepository<StoredResource> resources() {
        return resources;
    }

    @Override
    public ReferenceRepository references() {
        return references;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }
}
