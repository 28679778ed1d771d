package com.phoneunite.membership;

import com.phoneunite.account.Account;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
     * Rule S1: the open organizations in which the user stands as wanted, in the order in which they were added. Nothing in the page
     * tells of an organization that is not in it (rule I4).
     *
     * @param after only those behind this one, which ended an earlier page; empty for all
     */
    public Page<StandingIn> list(
            Account account, UserId user, Predicate<Standing> wanted, Optional<StandingCursor> after, int limit) {
        Set<OrganizationId> administered = administrations.heldBy(account.id(), user).stream()
                .map(Administration::organization)
                .collect(Collectors.toSet());
        Set<OrganizationId> joined = memberships.heldBy(account.id(), user).stream()
                .map(Membership::organization)
                .collect(Collectors.toSet());
        List<Organization> open = account.isOwnedBy(user)
                ? ofOwner(account, after, limit)
                : ofOthers(account, Stream.concat(administered.stream(), joined.stream()), after);
        List<StandingIn> found = open.stream()
                .map(one -> new StandingIn(
                        one, Standing.of(account, user, administered.contains(one.id()), joined.contains(one.id()))))
                .filter(one -> wanted.test(one.standing()))
                .limit(limit + 1L)
                .toList();
        return Page.of(
                found, limit, one -> StandingCursor.of(one.organization()).toString());
    }

    /** The owner stands in every organization; closed ones in between are passed over. */
    private List<Organization> ofOwner(Account account, Optional<StandingCursor> behind, int limit) {
        List<Organization> open = new ArrayList<>();
        int after = behind.flatMap(cursor -> organizations.find(account.id(), cursor.id()))
                .map(Organization::ordinal)
                .orElse(-1);
        while (open.size() <= limit) {
            List<Organization> read = organizations.list(account.id(), after, PageRequest.MAX_LIMIT);
            read.stream().filter(Organization::isOpen).forEach(open::add);
            if (read.size() < PageRequest.MAX_LIMIT) {
                break;
            }
            after = read.get(read.size() - 1).ordinal();
        }
        return open;
    }

    /** How many others there are in between shows nowhere. */
    private List<Organization> ofOthers(
            Account account, Stream<OrganizationId> stands, Optional<StandingCursor> after) {
        return organizations.findAll(account.id(), stands.distinct().toList()).stream()
                .filter(Organization::isOpen)
                .filter(one -> after.isEmpty() || StandingCursor.of(one).compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(StandingCursor::of))
                .toList();
    }
}
