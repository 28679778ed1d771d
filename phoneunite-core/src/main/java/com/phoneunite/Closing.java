package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountEvent;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserRef;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.Portfolio;
import java.util.List;

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
            return close(account, scope, desk.changeBy(viewer));
        });
    }

    /** All organizations and the account in one step. */
    Account closeAccount(UserRef viewer) {
        return desk.change(viewer.account(), () -> {
            Account account = desk.ownedBy(viewer);
            if (!account.isOpen()) {
                return account;
            }
            RefusedException.throwIf(desk.billing().closingAccount(account));
            Change change = desk.changeBy(viewer);
            for (OrganizationId id : openOrganizations(account)) {
                close(account, desk.enter(viewer, id), change);
            }
            Account closed = account.closed(change.at());
            desk.store().accounts().save(closed);
            desk.record(change, new AccountEvent.Closed());
            return closed;
        });
    }

    private Organization close(Account account, OrganizationScope scope, Change change) {
        OrganizationId id = scope.organizationId();
        desk.billing().closing(account, scope.organization(), change);
        new Belongings(desk).close(scope, change);
        Organization settled =
                desk.store().organizations().find(account.id(), id).orElseThrow();
        Organization closed = settled.become(OrganizationState.CLOSED);
        desk.store().organizations().save(closed);
        desk.record(change, id, new OrganizationEvent.StateChanged(settled.state(), closed.state()));
        return closed;
    }

    private List<OrganizationId> openOrganizations(Account account) {
        return desk.store().organizations().list(account.id(), -1, Portfolio.MAX_EVER).stream()
                .filter(Organization::isOpen)
                .map(Organization::id)
                .toList();
    }
}
