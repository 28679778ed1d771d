package com.phoneunite.testkit.contract;

/** All that a store of core must do: every contract of core's ports at once, for a host that writes one test class. */
public interface StoreContracts
        extends UnitOfWorkContract,
                OutboxContract,
                AccountRepositoryContract,
                OrganizationRepositoryContract,
                HoldingRepositoryContract,
                UserRepositoryContract,
                AdministrationRepositoryContract,
                MembershipRepositoryContract,
                InvitationRepositoryContract,
                PhoneNumberRepositoryContract,
                CallTreeRepositoryContract,
                SoundRepositoryContract,
                ResourceRepositoryContract,
                ReferenceRepositoryContract,
                SoundContentsContract,
                DurabilityContract {}
