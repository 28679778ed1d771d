package com.phoneunite.membership;

import com.phoneunite.account.Account;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rules S1 and S3: reads how users stand in the organizations of an account. Thread-safe; each method runs inside a unit of work
 * that is open on the account.
 */
public final class Standings {

    private final OrganizationRepository organizations;
    private final AdministrationRepository administrations;
    private final MembershipRepository memberships;

    public Standings(
            OrganizationRepository organizations,
            AdministrationRepository administrations,
            MembershipRepository memberships) {
        this.organizations = organizations;
        this.administrations = administrations;
        this.memberships = memberships;
    }

    /** How the user stands in the organization. */
    public Standing of(Account account, UserId user, OrganizationId organization) {
        boolean administrator =
                administrations.find(account.id(), organization, user).isPresent();
        boolean member = memberships.find(account.id(), organization, user).isPresent();
        return Standing.of(account, user, administrator, member);
    }

    /**
     * Rule S1: the open organizations in which the user stands as wanted, in the order in which they were added.
     *
     * @return the page, or {@code INVALID_INPUT} for a cursor that is none
     */
    public Decision<Page<StandingIn>> list(Account account, UserId user, Predicate<Standing> wanted, PageRequest page) {
        return page.cursorAs(cursor -> Integer.parseInt(cursor, Character.MAX_RADIX))
                .fold(
                        after -> Decision.granted(list(account, user, wanted, after.orElse(-1), page.limit())),
                        Decision::refused);
    }

    private Page<StandingIn> list(
            Account account, UserId user, Predicate<Standing> wanted, int afterOrdinal, int limit) {
        List<Organization> open =
                account.isOwnedBy(user) ? ofOwner(account, afterOrdinal, limit) : ofOthers(account, user, afterOrdinal);
        List<StandingIn> found = open.stream()
                .map(one -> new StandingIn(one, of(account, user, one.id())))
                .filter(one -> wanted.test(one.standing()))
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, one -> Integer.toString(one.organization().ordinal(), Character.MAX_RADIX));
    }

    /** The owner stands in every organization; closed ones in between are passed over. */
    private List<Organization> ofOwner(Account account, int afterOrdinal, int limit) {
        List<Organization> open = new ArrayList<>();
        int after = afterOrdinal;
        while (open.size() <= limit) {
            List<Organization> read = organizations.list(account.id(), after, PageRequest.MAX_LIMIT);
            if (read.isEmpty()) {
                break;
            }
            read.stream().filter(Organization::isOpen).forEach(open::add);
            after = read.get(read.size() - 1).ordinal();
        }
        return open;
    }

    private List<Organization> ofOthers(Account account, UserId user, int afterOrdinal) {
        return Stream.concat(
                        administrations.heldBy(account.id(), user).stream().map(Administration::organization),
                        memberships.heldBy(account.id(), user).stream().map(Membership::organization))
                .distinct()
                .flatMap(id -> organizations.find(account.id(), id).stream())
                .filter(Organization::isOpen)
                .filter(organization -> organization.ordinal() > afterOrdinal)
                .sorted(Comparator.comparingInt(Organization::ordinal))
                .toList();
    }
}
