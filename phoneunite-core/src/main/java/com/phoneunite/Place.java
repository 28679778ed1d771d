package com.phoneunite;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserRef;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Store;
import java.util.function.Function;

/**
 * Where a user works: an organization, entered anew by each call (rule S3). What all sections of a workspace share.
 *
 * @param desk what the doors share
 * @param viewer who works there
 * @param organization the organization
 */
record Place(Desk desk, UserRef viewer, OrganizationId organization) {

    AccountId account() {
        return viewer.account();
    }

    Store store() {
        return desk.store();
    }

    Change change() {
        return desk.changeBy(viewer);
    }

    /** What everybody who stands in the organization may see. */
    <T> T view(Function<OrganizationScope, T> work) {
        return desk.view(account(), () -> work.apply(desk.enter(viewer, organization)));
    }

    /** Rule A2: what only who manages the organization may see. */
    <T> T viewToManage(Function<OrganizationScope, T> work) {
        return desk.view(account(), () -> work.apply(desk.enterToManage(viewer, organization)));
    }

    /** What everybody who stands in the organization may change. */
    <T> T change(Function<OrganizationScope, T> work) {
        return desk.change(account(), () -> work.apply(desk.enter(viewer, organization)));
    }

    /** Rule O6: what who manages the organization may do while it is suspended, too. */
    <T> T manage(Function<OrganizationScope, T> work) {
        return desk.change(account(), () -> work.apply(desk.enterToManage(viewer, organization)));
    }

    /** Rule O6: what who manages the organization may do unless it is suspended. */
    <T> T add(Function<OrganizationScope, T> work) {
        return desk.change(account(), () -> work.apply(desk.enterToAdd(viewer, organization)));
    }
}
