package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.input.Conforms;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.InvitationToken;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule M5: the section of a workspace that shows who is invited into it. Only who manages the organization sees and changes it.
 * Safe for any number of threads.
 */
public final class Invitations {

    private final Place place;

    Invitations(Place place) {
        this.place = place;
    }

    /**
     * An invitation that was just made.
     *
     * @param invitation the invitation
     * @param token what it is accepted with: for the invited person only, and not to be had again
     */
    public record Made(Invitation invitation, InvitationToken token) {}

    /**
     * The open invitations, by id. Expired ones are among them until they are revoked or replaced.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}
     */
    public Page<Invitation> list(PageRequest page) {
        Optional<InvitationId> after = RefusedException.granted(Desk.valid(page).cursorAs(InvitationId::parse));
        return place.viewToManage(scope -> Page.of(
                repository().list(scope, after, page.limit() + 1),
                page.limit(),
                one -> one.id().toString()));
    }

    /**
     * Invites somebody to administer the organization, in place of any open invitation for the same address.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code INVITATION_LIMIT_REACHED}
     */
    public Made inviteAdministrator(@Nullable String email) {
        Desk.valid(new NewAdministrator(email));
        return invite(EmailAddress.parse(Objects.requireNonNull(email)), Optional.empty());
    }

    /**
     * Invites somebody to be a member with this extension, in place of any open invitation for the same address. The extension is
     * not held for them: whether it is free is judged now and again on acceptance.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code EXTENSION_RESERVED}, {@code EXTENSION_TAKEN}, {@code EXTENSION_AMBIGUOUS}, {@code
     *     INVITATION_LIMIT_REACHED}
     */
    public Made inviteMember(@Nullable String email, @Nullable String extension) {
        Desk.valid(new NewMember(email, extension));
        return invite(
                EmailAddress.parse(Objects.requireNonNull(email)),
                Optional.of(new Extension(Objects.requireNonNull(extension))));
    }

    /**
     * Revokes an invitation: its token accepts nothing any more.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code INVITATION_NOT_FOUND}
     */
    public Invitation revoke(InvitationId id) {
        Desk.given("id", id);
        return place.manage(scope -> {
            Invitation invitation = repository()
                    .find(scope, id)
                    .orElseThrow(() -> new RefusedException(new MembershipRefusal.InvitationNotFound()));
            revoke(invitation, place.change());
            return invitation;
        });
    }

    private Made invite(EmailAddress email, Optional<Extension> extension) {
        return place.add(scope -> {
            extension.ifPresent(wanted -> new MembershipDesk(place.desk()).requireFree(scope, wanted));
            Change change = place.change();
            repository().findByEmail(scope, email).ifPresent(former -> revoke(former, change));
            makeRoom(scope, change);
            if (repository().count(scope) >= Invitation.MAX_PER_ORGANIZATION) {
                throw new RefusedException(
                        new MembershipRefusal.InvitationLimitReached(Invitation.MAX_PER_ORGANIZATION));
            }
            InvitationId id = new InvitationId(place.desk().ids().get());
            Desk.requireNew(id, repository().find(scope, id));
            InvitationToken token = place.desk().newToken(scope.account());
            Invitation invitation = new Invitation(
                    scope.account(),
                    scope.organizationId(),
                    id,
                    email,
                    extension,
                    token.hash(),
                    scope.user(),
                    change.at());
            repository().save(invitation);
            place.desk().record(change, scope.organizationId(), new MembershipEvent.Invited(invitation.id()));
            return new Made(invitation, token);
        });
    }

    /** An invitation that has run out is not an open one: it goes where it would be in the way of a new one. */
    private void makeRoom(OrganizationScope scope, Change change) {
        if (repository().count(scope) >= Invitation.MAX_PER_ORGANIZATION) {
            repository().list(scope, Optional.empty(), Invitation.MAX_PER_ORGANIZATION).stream()
                    .filter(one -> one.isExpired(change.at()))
                    .forEach(one -> revoke(one, change));
        }
    }

    private void revoke(Invitation invitation, Change change) {
        repository().remove(invitation);
        place.desk().record(change, invitation.organization(), new MembershipEvent.InvitationRevoked(invitation.id()));
    }

    private InvitationRepository repository() {
        return place.store().invitations();
    }

    private record NewAdministrator(
            @Conforms(EmailAddress.Rule.class) @Nullable String email) {}

    private record NewMember(
            @Conforms(EmailAddress.Rule.class) @Nullable String email,
            @Conforms(Extension.Rule.class) @Nullable String extension) {}
}
