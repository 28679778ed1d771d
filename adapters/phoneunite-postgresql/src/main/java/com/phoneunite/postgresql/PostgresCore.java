package com.phoneunite.postgresql;

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

/** The ports of core. An object of its own, so that whoever wraps stores can tell the two apart. Thread-safe. */
final class PostgresCore implements Store {

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final OrganizationRepository organizations;
    private final HoldingRepository holdings;
    private final UserRepository users;
    private final AdministrationRepository administrations;
    private final MembershipRepository memberships;
    private final InvitationRepository invitations;
    private final PhoneNumberRepository phoneNumbers;
    private final OwnedRepository<SavedCallTree> callTrees;
    private final SoundRepository sounds;
    private final SoundContents soundContents;
    private final OwnedRepository<StoredResource> resources;
    private final ReferenceRepository references;
    private final Outbox outbox;

    PostgresCore(Database database, PostgresUnitOfWork unitOfWork, Directory directory) {
        this.unitOfWork = unitOfWork;
        accounts = new PostgresAccounts(unitOfWork);
        organizations = new PostgresOrganizations(unitOfWork);
        holdings = new PostgresHoldings(unitOfWork);
        users = new PostgresUsers(unitOfWork);
        administrations = new PostgresAdministrations(unitOfWork);
        memberships = new PostgresMemberships(unitOfWork);
        invitations = new PostgresInvitations(unitOfWork);
        phoneNumbers = new PostgresPhoneNumbers(unitOfWork);
        callTrees = new PostgresCallTrees(unitOfWork);
        sounds = new PostgresSounds(unitOfWork);
        soundContents = new PostgresSoundContents(database);
        resources = new PostgresResources(unitOfWork);
        references = new PostgresReferences(unitOfWork);
        outbox = new PostgresOutbox(unitOfWork, directory);
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
