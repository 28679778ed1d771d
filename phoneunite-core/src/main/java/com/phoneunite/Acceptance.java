package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Moments;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationToken;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.User;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rule M5: how an invitation is accepted, in one step with the administration or membership that it grants. */
final class Acceptance {

    private final Desk desk;

    Acceptance(Desk desk) {
        this.desk = desk;
    }

    UserRef accept(@Nullable String token, @Nullable String email) {
        Desk.valid(new Input(token, email));
        InvitationToken secret = InvitationToken.parse(Objects.requireNonNull(token));
        EmailAddress address = EmailAddress.parse(Objects.requireNonNull(email));
        return desk.change(secret.account(), () -> accept(secret, address));
    }

    private UserRef accept(InvitationToken token, EmailAddress email) {
        Account account = desk.store()
                .accounts()
                .find(token.account())
                .orElseThrow(() -> new RefusedException(new MembershipRefusal.InvitationNotValid()));
        Optional<Invitation> found = desk.store().invitations().findByTokenHash(account.id(), token.hash());
        Optional<OrganizationScope> inviter = found.flatMap(
                one -> desk.scope(account, new UserRef(account.id(), one.invitedBy()), one.organization()));
        Optional<User> invited = desk.store().users().findByEmail(account.id(), email);
        Invitation invitation =
                RefusedException.granted(Roster.accept(found, email, inviter, invited, Moments.now(desk.clock())));
        OrganizationScope scope = inviter.orElseThrow();
        Desk.requireNotSuspended(scope.organization());
        UserId user =
                invited.map(User::id).orElseGet(() -> new UserId(desk.ids().get()));
        Change change = new Change(account.id(), Actor.user(user), Moments.now(desk.clock()));
        if (invited.isEmpty()) {
            new Users(desk, account.id()).add(user, email, change);
        }
        desk.store().invitations().remove(invitation);
        desk.record(change, scope.organizationId(), new MembershipEvent.InvitationAccepted(invitation.id(), user));
        MembershipDesk memberships = new MembershipDesk(desk);
        if (invitation.extension().isPresent()) {
            memberships.add(scope, user, invitation.extension().get(), change);
        } else {
            memberships.appoint(scope, user, change);
        }
        return new UserRef(account.id(), user);
    }

    private record Input(
            @Conforms(InvitationToken.Rule.class) @Nullable String token,
            @Conforms(EmailAddress.Rule.class) @Nullable String email) {

        /** Hides both. */
        @Override
        public String toString() {
            return "Acceptance[hidden]";
        }
    }
}
