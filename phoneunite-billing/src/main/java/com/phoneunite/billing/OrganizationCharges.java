package com.phoneunite.billing;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.billing.page.Charge;
import com.phoneunite.billing.page.Explanation;
import com.phoneunite.billing.page.Explanations;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.Standings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRefusal;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.List;
import java.util.Optional;

/** Rules B13 and I4: what was charged for organizations, for those who manage them. Runs inside a unit of work. */
final class OrganizationCharges {

    private final BillingDesk desk;
    private final UserRef viewer;

    OrganizationCharges(BillingDesk desk, UserRef viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    /** The charges of an organization. The cursor names the last charge, and tells nothing of how many others there are between. */
    Page<Charge> list(OrganizationId organization, PageRequest page) {
        OrganizationScope scope = enter(organization);
        RefusedException.throwIf(Roster.manage(scope));
        long after = RefusedException.granted(page.cursorAs(cursor -> sequence(scope, cursor)))
                .orElse(0L);
        List<LedgerEntry> read = desk.store()
                .ledger()
                .listOf(scope.account(), Optional.of(scope.organizationId()), after, page.limit() + 1);
        return Page.of(read, page.limit(), OrganizationCharges::cursor).map(Charge::of);
    }

    /** The owner asks for every entry of the account, others for those of open organizations that they manage. */
    Explanation explain(EntryKind kind, String reference) {
        Account account = desk.accountOf(viewer);
        return desk.store()
                .ledger()
                .find(account.id(), kind, reference)
                .filter(entry -> account.isOwnedBy(viewer.user()) || managesWhatItIsFor(account, entry))
                .map(new Explanations(desk.store().chargeFacts())::of)
                .orElseThrow(() -> new RefusedException(new LedgerRefusal.EntryNotFound()));
    }

    private boolean managesWhatItIsFor(Account account, LedgerEntry entry) {
        return entry.organization()
                .flatMap(id -> desk.core().organizations().find(account.id(), id))
                .filter(Organization::isOpen)
                .filter(one -> standing(account, one.id()).mayManage())
                .isPresent();
    }

    private OrganizationScope enter(OrganizationId id) {
        Account account = desk.core()
                .accounts()
                .find(viewer.account())
                .orElseThrow(() -> new RefusedException(new OrganizationRefusal.NotFound()));
        return RefusedException.granted(Roster.enter(
                account,
                desk.core().users().find(viewer.account(), viewer.user()),
                desk.core().organizations().find(account.id(), id),
                standing(account, id)));
    }

    private Standing standing(Account account, OrganizationId id) {
        return new Standings(
                        desk.core().organizations(),
                        desk.core().administrations(),
                        desk.core().memberships())
                .of(account, viewer.user(), id);
    }

    private long sequence(OrganizationScope scope, String cursor) {
        int slash = cursor.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a cursor has two parts");
        }
        return desk.store()
                .ledger()
                .find(scope.account(), EntryKind.valueOf(cursor.substring(0, slash)), cursor.substring(slash + 1))
                .filter(entry -> entry.organization()
                        .filter(scope.organizationId()::equals)
                        .isPresent())
                .orElseThrow(() -> new IllegalArgumentException("a cursor names a charge of the organization"))
                .sequence();
    }

    private static String cursor(LedgerEntry entry) {
        return entry.kind() + "/" + entry.reference();
    }
}
