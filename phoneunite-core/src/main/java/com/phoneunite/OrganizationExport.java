package com.phoneunite;

import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Invitation;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import java.time.Instant;
import java.util.List;

/**
 * Everything that an organization owns, at one moment; of sounds what is known of them, without their bytes. Immutable. {@code
 * com.phoneunite.json.OrganizationJson} writes it as one document.
 *
 * @param at the moment
 * @param organization the organization
 * @param administrators who administers it
 * @param members its members with their extensions
 * @param invitations its open invitations
 * @param phoneNumbers its phone numbers, and where they lead
 * @param callTrees its call trees
 * @param sounds its sounds
 * @param resources the things of all types that the host has brought
 */
public record OrganizationExport(
        Instant at,
        OrganizationSummary organization,
        List<Administrator> administrators,
        List<Member> members,
        List<Invitation> invitations,
        List<HeldPhoneNumber> phoneNumbers,
        List<SavedCallTree> callTrees,
        List<Sound> sounds,
        List<StoredResource> resources) {

    public OrganizationExport {
        administrators = List.copyOf(administrators);
        members = List.copyOf(members);
        invitations = List.copyOf(invitations);
        phoneNumbers = List.copyOf(phoneNumbers);
        callTrees = List.copyOf(callTrees);
        sounds = List.copyOf(sounds);
        resources = List.copyOf(resources);
    }

    /**
     * Somebody in the organization.
     *
     * @param id the user
     * @param email their e-mail address
     * @param active whether they have access
     */
    public record Person(UserId id, EmailAddress email, boolean active) {

        /** Hides the e-mail address. */
        @Override
        public String toString() {
            return "Person[id=" + id + ", active=" + active + "]";
        }
    }

    /**
     * Somebody who administers the organization.
     *
     * @param person who
     * @param since from when on
     */
    public record Administrator(Person person, Instant since) {}

    /**
     * A member of the organization.
     *
     * @param person who
     * @param extension their extension
     * @param since from when on
     */
    public record Member(Person person, Extension extension, Instant since) {}

    /** What is collected, kind by kind. Not thread-safe. */
    static final class Draft {

        List<Administrator> administrators = List.of();
        List<Member> members = List.of();
        List<Invitation> invitations = List.of();
        List<HeldPhoneNumber> phoneNumbers = List.of();
        List<SavedCallTree> callTrees = List.of();
        List<Sound> sounds = List.of();
        List<StoredResource> resources = List.of();

        OrganizationExport of(OrganizationSummary organization, Instant at) {
            return new OrganizationExport(
                    at, organization, administrators, members, invitations, phoneNumbers, callTrees, sounds, resources);
        }
    }
}
