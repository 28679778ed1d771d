package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserRef;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.Portfolio;

/** Rule O7: how an organization is closed, in one step. Its history stays. */
final class Closing {

    private final Desk desk;

    Closing(Desk desk) {
        this.desk = desk;
    }

    Organization close(UserRef viewer, OrganizationId id) {
        return desk.change(viewer.account(), () -> {
            Account account = desk.ownedBy(viewer);
            OrganizationScope scope = desk.enter(viewer, id);
            RefusedException.throwIf(
                    Portfolio.close(desk.store().organizations().countOpen(account.id())));
            Change change = desk.changeBy(viewer);
            desk.billing().closing(account, scope.organization(), change);
            new Belongings(desk).close(scope, change);
            Organization settled =
                    desk.store().organizations().find(account.id(), id).orElseThrow();
            Organization closed = settled.become(OrganizationState.CLOSED);
            desk.store().organizations().save(closed);
            desk.record(change, id, new OrganizationEvent.StateChanged(settled.state(), closed.state()));
            return closed;
        });
    }
}
