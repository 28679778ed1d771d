package com.phoneunite.isolation;

import com.phoneunite.AddOrganization;
import com.phoneunite.OrganizationSummary;
import com.phoneunite.UserSession;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.isolation.Seen.Shown;
import com.phoneunite.organization.Organization;
import com.phoneunite.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is done in a session outside any workspace. */
final class AccountActs {

    private AccountActs() {}

    static Object whoAmI(Turn turn) {
        UserSession session = turn.session();
        return List.of(session.ref(), session.user(), session.accountId());
    }

    static Object allOrganizations(Turn turn) {
        return organizations(turn, List.of(turn.session().organizations()));
    }

    static Object listOrganizations(Turn turn) {
        return organizations(turn, turn.pages(turn.session()::organizations));
    }

    static Object wholeBillingPage(Turn turn) {
        BillingPage page = billing(turn).page();
        return lines(turn, List.of(page.organizations()), List.of(page));
    }

    static Object billingPage(Turn turn) {
        List<BillingPage> read = new ArrayList<>();
        List<Page<BillingPage.Line>> pages = turn.pages(request -> {
            BillingPage page = billing(turn).page(request);
            read.add(page);
            return page.organizations();
        });
        return lines(turn, pages, read);
    }

    static Object addOrganization(Turn turn) {
        return added(turn, turn.session().addOrganization("Extra " + turn.index(), "standard"));
    }

    static Object addOrganizationOnce(Turn turn) {
        return added(
                turn,
                turn.session()
                        .addOrganization(AddOrganization.named("Extra " + turn.index())
                                .on("standard")
                                .key("key-" + turn.index())));
    }

    private static Object added(Turn turn, Organization one) {
        turn.scene().added(one.id());
        return "added";
    }

    static Object addUser(Turn turn) {
        return turn.scene().bringing(turn.whom(), () -> turn.session().users().add(turn.email()));
    }

    static Object listUsers(Turn turn) {
        return turn.pages(turn.session().users()::list);
    }

    static Object deactivate(Turn turn) {
        return turn.session().users().deactivate(user(turn));
    }

    static Object handOver(Turn turn) {
        return turn.session().handOverTo(user(turn));
    }

    private static UserId user(Turn turn) {
        return turn.scene().noted(turn.scene().cast().user(turn.whom() % Cast.USERS));
    }

    static Object account(Turn turn) {
        return turn.session().account();
    }

    static Object putCard(Turn turn) {
        return billing(turn).putPaymentMethodOnFile("tok_mastercard");
    }

    static Object removeCard(Turn turn) {
        billing(turn).removePaymentMethod();
        return "removed";
    }

    static Object recharge(Turn turn) {
        return billing(turn).recharge("key" + turn.index(), Rig.usd(10 + turn.number() * 5 + ".00"));
    }

    static Object balance(Turn turn) {
        return billing(turn).balance();
    }

    static Object entries(Turn turn) {
        return turn.pages(billing(turn)::entries);
    }

    private static AccountBilling billing(Turn turn) {
        return turn.rig().billing.of(turn.session());
    }

    private static Object organizations(Turn turn, List<Page<OrganizationSummary>> pages) {
        return new Shown(pages, ofHere(turn, pages, OrganizationSummary::id));
    }

    private static Object lines(Turn turn, List<Page<BillingPage.Line>> pages, List<BillingPage> read) {
        return new Shown(
                List.of(pages, read.stream().map(BillingPage::account).toList()),
                ofHere(turn, pages, BillingPage.Line::organization));
    }

    private static <T> List<T> ofHere(Turn turn, List<Page<T>> pages, Function<T, ?> organization) {
        return pages.stream()
                .flatMap(page -> page.items().stream())
                .filter(one -> organization.apply(one).equals(turn.scene().organization(Place.HERE)))
                .toList();
    }
}
