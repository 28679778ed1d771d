package com.phoneunite.examples.customstore;

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
import java.nio.file.Path;

/** Core's ports: a record has a method for each already. */
record CoreStore(
        UnitOfWork unitOfWork,
        AccountRepository accounts,
        OrganizationRepository organizations,
        HoldingRepository holdings,
        UserRepository users,
        AdministrationRepository administrations,
        MembershipRepository memberships,
        InvitationRepository invitations,
        PhoneNumberRepository phoneNumbers,
        OwnedRepository<SavedCallTree> callTrees,
        SoundRepository sounds,
        SoundContents soundContents,
        OwnedRepository<StoredResource> resources,
        ReferenceRepository references,
        Outbox outbox)
        implements Store {

    static CoreStore over(H2UnitOfWork work, Path soundFolder) {
        return new CoreStore(
                work,
                new Accounts(work),
                new Organizations(work),
                new HoldingFacts(work),
                new Users(work),
                new Administrations(work),
                new Memberships(work),
                new Invitations(work),
                new PhoneNumbers(work),
                new Things<>(work, SavedCallTree.class),
                new Sounds(work),
                new SoundFiles(soundFolder),
                new Things<>(work, StoredResource.class),
                new References(work),
                new EventOutbox(work));
    }
}
