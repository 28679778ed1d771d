package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.telephony.NumberingPlan;
import java.util.Optional;

/** How somebody comes to stand in an organization, whether they are added or accept an invitation. Runs inside a unit of work. */
final class MembershipDesk {

    private final Desk desk;

    MembershipDesk(Desk desk) {
        this.desk = desk;
    }

    /** Rule M1: the user is somebody whom the one who stands in the scope may bring into the organization. */
    void requireAppointable(OrganizationScope scope, UserId user) {
        UserRef candidate = new UserRef(scope.account(), user);
        RefusedException.granted(Roster.appoint(scope, desk.user(candidate), desk.standingIn(scope, user)));
    }

    /** Rule M2: makes the user an administrator; who is one already stays one, and nothing changes. */
    Administration appoint(OrganizationScope scope, UserId user, Change change) {
        return desk.store()
                .administrations()
                .find(scope.account(), scope.organizationId(), user)
                .orElseGet(() -> {
                    Administration administration =
                            new Administration(scope.account(), scope.organizationId(), user, change.at());
                    desk.store().administrations().save(administration);
                    desk.record(change, scope.organizationId(), new MembershipEvent.AdministratorAdded(user));
                    return administration;
                });
    }

    /** Rules M3 and T2: makes the user a member; who is one already with this extension stays one, and nothing changes. */
    Membership add(OrganizationScope scope, UserId user, Extension extension, Change change) {
        Optional<Membership> held = desk.store().memberships().find(scope.account(), scope.organizationId(), user);
        if (held.isPresent()) {
            if (!held.get().extension().equals(extension)) {
                throw new RefusedException(new MembershipRefusal.AlreadyMember());
            }
            return held.get();
        }
        requireFree(scope, extension);
        Membership membership = new Membership(scope.account(), scope.organizationId(), user, extension, change.at());
        desk.store().memberships().save(membership);
        desk.holdings().change(change, scope.organizationId(), HoldingKind.EXTENSION, 1);
        desk.record(change, scope.organizationId(), new MembershipEvent.MemberAdded(user, extension));
        return membership;
    }

    /** Rule B5: the extension is not held any more from now on. */
    void forget(Membership membership, Change change) {
        desk.store().memberships().remove(membership);
        desk.holdings().change(change, membership.organization(), HoldingKind.EXTENSION, -1);
    }

    /** Rule T2: the extension can be given out in the organization. */
    void requireFree(OrganizationScope scope, Extension wanted) {
        MembershipRepository members = desk.store().memberships();
        Optional<Extension> ambiguous = NumberingPlan.beginningsOf(wanted).stream()
                .filter(shorter -> members.findByExtension(scope, shorter).isPresent())
                .findFirst()
                .or(() -> members.firstLongerThan(scope, wanted));
        boolean taken = members.findByExtension(scope, wanted).isPresent();
        RefusedException.throwIf(desk.numberingPlanOf(scope).assign(wanted, taken, ambiguous));
    }
}
