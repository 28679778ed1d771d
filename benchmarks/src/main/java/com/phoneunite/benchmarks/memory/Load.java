package com.phoneunite.benchmarks.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.util.Random;

/**
 * What is posted: to random accounts or to one, each under a reference of its own. Made before the clock runs, so that only posting is
 * measured. Not thread-safe: a load for each thread.
 */
final class Load {

    /** What each posting deducts, in minor units. */
    static final long AMOUNT = 1;

    private final AccountId[] accounts;
    private final OrganizationId[] organizations;
    private final int[] picks;
    private final String[] references;
    private final String prefix;
    private final Random random = new Random(17);
    private long made;

    /**
     * A load of so many postings.
     *
     * @param name of the load, part of its references
     * @param accounts to how many accounts
     */
    Load(String name, int accounts, int operations) {
        this.prefix = "call-" + name + "-";
        this.accounts = new AccountId[accounts];
        this.organizations = new OrganizationId[accounts];
        for (int i = 0; i < accounts; i++) {
            this.accounts[i] = MemoryHost.account(i);
            this.organizations[i] = MemoryHost.organization(i, 0);
        }
        this.picks = new int[operations];
        this.references = new String[operations];
        renew();
    }

    /** The same amount of further postings. */
    void renew() {
        for (int i = 0; i < picks.length; i++) {
            picks[i] = random.nextInt(accounts.length);
            references[i] = prefix + made++;
        }
    }

    int operations() {
        return picks.length;
    }

    AccountId account(int operation) {
        return accounts[picks[operation]];
    }

    OrganizationId organization(int operation) {
        return organizations[picks[operation]];
    }

    String reference(int operation) {
        return references[operation];
    }
}
