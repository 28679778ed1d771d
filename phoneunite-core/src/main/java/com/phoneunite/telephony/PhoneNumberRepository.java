package com.phoneunite.telephony;

import com.phoneunite.membership.OrganizationScope;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps phone numbers. Each method runs inside a unit of work that is open on the account; without one it is a fault.
 * Who holds a number is one of the directories that span accounts: it is asked by {@link #claim} alone, which tells nothing of
 * the holder.
 */
public interface PhoneNumberRepository {

    /**
     * Keeps the number for its organization, unless somebody holds it: another account, another organization of this one, or this
     * organization itself, whose number then stays as it is. A number that a change of another account has claimed and not yet
     * committed counts as held.
     *
     * @return whether the number was free, and is the organization's now
     */
    boolean claim(HeldPhoneNumber number);

    /** Keeps where the number leads, for the organization that holds it. */
    void route(HeldPhoneNumber number);

    /** Forgets the number, if it is there. Others can claim it once the change is committed; the same change can at once. */
    void release(HeldPhoneNumber number);

    /** The number, if the organization holds it. */
    Optional<HeldPhoneNumber> find(OrganizationScope scope, PhoneNumber number);

    /**
     * The numbers that the organization holds, in the order of their digits.
     *
     * @param after only those behind this one; empty for all
     * @param limit at most so many, from 0
     */
    List<HeldPhoneNumber> list(OrganizationScope scope, Optional<PhoneNumber> after, int limit);

    /** How many numbers the organization holds. */
    int count(OrganizationScope scope);
}
