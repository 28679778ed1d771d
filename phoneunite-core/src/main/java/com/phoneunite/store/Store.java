package com.phoneunite.store;

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
import com.phoneunite.telephony.PhoneNumberRepository;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundRepository;

/**
 * Core's ports over one place, all joining the same unit of work. Thread-safe. Each method answers with the same object every
 * time. What a port was given or has answered with is a value: it does not change when something else is kept. Moments are kept to the
 * microsecond. A method that is given a limit is given one from 0, and lists nothing with that.
 */
public interface Store {

    /** What makes changes whole. */
    UnitOfWork unitOfWork();

    /** Accounts. */
    AccountRepository accounts();

    /** Organizations. */
    OrganizationRepository organizations();

    /** The dated facts of what organizations hold. */
    HoldingRepository holdings();

    /** Users. */
    UserRepository users();

    /** Administrations. */
    AdministrationRepository administrations();

    /** Memberships. */
    MembershipRepository memberships();

    /** Open invitations. */
    InvitationRepository invitations();

    /** Phone numbers. */
    PhoneNumberRepository phoneNumbers();

    /** Call trees. */
    OwnedRepository<SavedCallTree> callTrees();

    /** What is known of sounds. */
    SoundRepository sounds();

    /** The bytes of sounds. Takes part in no unit of work. */
    SoundContents soundContents();

    /** The things that a host has brought. */
    OwnedRepository<StoredResource> resources();

    /** Which things of an organization refer to which others. */
    ReferenceRepository references();

    /** Events that wait to be delivered. */
    Outbox outbox();
}
