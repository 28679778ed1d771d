package com.phoneunite.postgresql;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * Operations of the front doors that are done in the account that holds the most. Whoever looks on is told which one is next, and does it.
 * None is refused.
 */
abstract class Operations {

    static final PageRequest PAGE = PageRequest.first(PageRequest.MAX_LIMIT);

    /** Who looks on. */
    @FunctionalInterface
    interface Looking {
        void on(String operation, Runnable work);
    }

    /**
     * One time that all are done.
     *
     * @param database where
     * @param store on which store
     * @param name what tells what is made in it from what is made in another
     * @param looking who looks on
     */
    record Round(LargeDatabase database, BillingStore store, String name, Looking looking) {}

    final LargeDatabase database;
    final BillingStore store;
    final String round;
    final Billing billing;
    final PhoneUnite phoneUnite;
    final UserSession you;
    final OrganizationWorkspace here;
    private final Looking looking;

    Operations(Round round) {
        this.database = round.database();
        this.store = round.store();
        this.round = round.name();
        this.looking = round.looking();
        this.billing = database.billing(store);
        this.phoneUnite = database.phoneUnite(store, billing);
        this.you = phoneUnite.signIn(database.you().ref());
        this.here = you.switchTo(database.large());
    }

    abstract void all();

    /** Everything that the front doors can do, and what the ports can do besides. */
    static void every(Round round) {
        new TelephonyOperations(round).all();
        new MoneyOperations(round).all();
        new PortOperations(round).all();
    }

    final void one(String operation, Runnable work) {
        looking.on(operation, work);
    }

    /** The first page, and that behind it. */
    final <T> void pages(String operation, Function<PageRequest, Page<T>> list) {
        one(operation, () -> {
            Optional<String> next = list.apply(PAGE).next();
            next.map(PAGE::after).ifPresent(page -> list.apply(page).items());
        });
    }

    final String named(String what) {
        return what + " " + round;
    }
}
