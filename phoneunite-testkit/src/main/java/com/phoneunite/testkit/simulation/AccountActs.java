package com.phoneunite.testkit.simulation;

import com.phoneunite.AddOrganization;
import com.phoneunite.OpenAccount;
import com.phoneunite.account.Account;
import java.util.List;
import java.util.Locale;

/** Accounts and organizations come and go. */
final class AccountActs {

    private static final int MOST_ACCOUNTS = 5;
    private static final int NAMES = 6;

    private record Home(String country, String zone, String currency) {}

    /** Zones whose midnight does not exist or comes twice are among them. */
    private static final List<Home> HOMES = List.of(
            new Home("US", "America/New_York", "USD"),
            new Home("CL", "America/Santiago", "USD"),
            new Home("DE", "Europe/Berlin", "EUR"),
            new Home("JP", "Asia/Tokyo", "JPY"),
            new Home("LB", "Asia/Beirut", "USD"));

    private AccountActs() {}

    /** There are few keys: so the same one comes again, also after a crash. */
    static String open(Turn turn) {
        int number = turn.chance().below(MOST_ACCOUNTS);
        Home home = HOMES.get(number);
        Account account = turn.host()
                .phoneUnite()
                .openAccount(OpenAccount.named("Account " + number)
                        .owner("owner@example.com")
                        .in(home.country(), home.zone(), home.currency())
                        .on(turn.chance().of(List.of("standard-", "standard-", "small-"))
                                + home.currency().toLowerCase(Locale.ROOT))
                        .key("open-" + number));
        if (!turn.world().knows(account.id())) {
            turn.world().customers().add(new Customer(account));
        }
        return "account " + number + " is " + account.id();
    }

    static String addOrganization(Turn turn) {
        int number = turn.chance().below(NAMES);
        AddOrganization request = AddOrganization.named("Organization " + number)
                .on(turn.customer().plan(turn.chance().of(SimulatedPlans.NAMES)));
        return turn.you()
                .addOrganization(turn.chance().percent(50) ? request.key("add-" + number) : request)
                .id()
                .toString();
    }

    static String closeOrganization(Turn turn) {
        return turn.you().closeOrganization(turn.organization()).id().toString();
    }

    /** Seldom: a closed account is of little use. */
    static String closeAccount(Turn turn) {
        return turn.chance().percent(10) ? turn.you().closeAccount().id() + " is closed" : "thought better of it";
    }
}
