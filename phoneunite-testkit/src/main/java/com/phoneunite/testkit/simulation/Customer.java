package com.phoneunite.testkit.simulation;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An account of the simulation, and what its people remember of what they asked for. */
final class Customer {

    private final Account account;
    private final List<UserId> users = new ArrayList<>();
    private final List<Asked> recharges = new ArrayList<>();
    private final List<Asked> refunds = new ArrayList<>();
    private final List<Asked> usages = new ArrayList<>();

    Customer(Account account) {
        this.account = account;
        users.add(account.owner().user());
    }

    /**
     * Something that was asked for under a key.
     *
     * @param key the key
     * @param amount how much
     * @param about the key of what it is about, or nothing
     */
    record Asked(String key, Money amount, String about) {}

    AccountId id() {
        return account.id();
    }

    UserRef owner() {
        return account.owner();
    }

    Account account() {
        return account;
    }

    CurrencyUnit currency() {
        return account.currency();
    }

    Money money(long minor) {
        return Money.ofMinor(currency(), minor);
    }

    /** The plans of each currency have names of their own. */
    String plan(String name) {
        return name + "-" + currency().getCode().toLowerCase(Locale.ROOT);
    }

    List<UserId> users() {
        return users;
    }

    List<Asked> recharges() {
        return recharges;
    }

    List<Asked> refunds() {
        return refunds;
    }

    List<Asked> usages() {
        return usages;
    }
}
