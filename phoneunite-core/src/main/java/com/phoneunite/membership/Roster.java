package com.phoneunite.membership;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRefusal;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The decisions about people: rules A2, M1, M4 and S3. Values in, outcome out; and the only issuer of {@link
 * OrganizationScope}.
 */
public final class Roster {

    private Roster() {}

    /**
     * Rule S3: lets a user into an organization. Whatever the reason for a no is, the answer is the same.
     *
     * @param user the user, if the account has one with the id of the session
     * @param organization the organization, if the account has one with that id
     * @param standing how the user stands in it
     */
    public static Decision<OrganizationScope> enter(
            Account account, Optional<User> user, Optional<Organization> organization, Standing standing) {
        Optional<User> active =
                user.filter(User::active).filter(one -> one.account().equals(account.id()));
        Optional<Organization> open = organization
                .filter(Organization::isOpen)
                .filter(one -> one.account().equals(account.id()));
        if (active.isEmpty() || open.isEmpty() || !standing.mayEnter()) {
            return Decision.refused(new OrganizationRefusal.NotFound());
        }
        return Decision.granted(new OrganizationScope(open.get(), active.get().id(), standing));
    }

    /** The user, if they are an active user of the account: everybody else is nobody. */
    public static Decision<User> active(Optional<User> user) {
        return user.filter(User::active)
                .map(Decision::granted)
                .orElseGet(() -> Decision.refused(new MembershipRefusal.UserNotFound()));
    }

    /** Rule A2: the user, if they own the account. */
    public static Decision<User> owner(Account account, Optional<User> user) {
        return active(user)
                .fold(
                        found -> account.isOwnedBy(found.id())
                                ? Decision.granted(found)
                                : Decision.refused(new AccountRefusal.OwnerRequired()),
                        Decision::refused);
    }

    /** Rule A2: an administrator's rights in the organization. */
    public static Optional<Refusal> manage(OrganizationScope scope) {
        return scope.standing().mayManage()
                ? Optional.empty()
                : Optional.of(new MembershipRefusal.AdministratorRequired());
    }

    /**
     * Rule M1: whom the one who stands in the scope may make an administrator of it: the owner any active user of the account, an
     * administrator only one who stands in the organization already. To an administrator, all others do not exist.
     *
     * @param candidate the user, if the account has one with that id
     * @param standing how the candidate stands in the organization
     */
    public static Decision<User> appoint(OrganizationScope scope, Optional<User> candidate, Standing standing) {
        boolean visible = scope.standing().owner() || standing.administrator() || standing.member();
        return active(candidate.filter(user -> visible));
    }

    /**
     * Rule M5: whether an invitation can be accepted now, by somebody who has proved to the host that an e-mail address is theirs.
     * Whatever the reason for a no is, the answer is the same.
     *
     * @param invitation the invitation with the hash of the token, if there is one
     * @param email the address that was proved
     * @param inviter how the inviter stands in the organization now; empty if they may not enter it any more
     * @param invited the user with that address, if the account has one
     * @param now the moment at which it is judged
     */
    public static Decision<Invitation> accept(
            Optional<Invitation> invitation,
            EmailAddress email,
            Optional<OrganizationScope> inviter,
            Optional<User> invited,
            Instant now) {
        boolean inviterMayManage =
                inviter.filter(scope -> scope.standing().mayManage()).isPresent();
        boolean invitedIsActive = invited.map(User::active).orElse(true);
        return invitation
                .filter(one -> one.email().equals(email) && !one.isExpired(now))
                .filter(one -> inviterMayManage && invitedIsActive)
                .map(Decision::granted)
                .orElseGet(() -> Decision.refused(new MembershipRefusal.InvitationNotValid()));
    }

    /**
     * Rule M4: whether the organizations keep an active administrator when the user no longer is one. Decided on the state that
     * results.
     *
     * @param user who leaves
     * @param administrations of each open organization concerned, the ids of its active administrators, or of two of them
     */
    public static Optional<Refusal> leave(UserId user, Collection<ActiveAdministrators> administrations) {
        List<OrganizationId> orphaned = administrations.stream()
                .filter(one -> one.users().stream().allMatch(user::equals))
                .map(ActiveAdministrators::organization)
                .toList();
        return orphaned.isEmpty() ? Optional.empty() : Optional.of(new MembershipRefusal.LastAdministrator(orphaned));
    }

    /**
     * Rules A2, M4 and M6: the user without access.
     *
     * @param administrations of each open organization that the user administers, the ids of its active administrators, or of two
     */
    public static Decision<User> deactivate(
            Account account, User user, Collection<ActiveAdministrators> administrations) {
        if (account.isOwnedBy(user.id())) {
            return Decision.refused(new MembershipRefusal.OwnerCannotBeDeactivated());
        }
        return leave(user.id(), administrations)
                .<Decision<User>>map(Decision::refused)
                .orElseGet(() -> Decision.granted(user.deactivated()));
    }

    /**
     * The administrators of an organization who are active users: all, or two where there are more.
     *
     * @param organization the organization
     * @param users their ids
     */
    public record ActiveAdministrators(OrganizationId organization, List<UserId> users) {
        public ActiveAdministrators {
            users = List.copyOf(users);
        }
    }
}
