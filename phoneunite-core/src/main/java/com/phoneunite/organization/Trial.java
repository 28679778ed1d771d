package com.phoneunite.organization;

import com.phoneunite.account.Account;
import java.time.Instant;

/**
 * Rules O4 and B4: the free trial. The first organization ever of an account has one, no other ever does: not after the first is
 * closed, and not after the account is handed over.
 *
 * @param days its length in days of the account's billing time zone, 1 to {@value #MAX_DAYS}
 */
public record Trial(int days) {

    /** The longest trial that can be configured. */
    public static final int MAX_DAYS = 3_650;

    /** The trial where the host configures none: 14 days. */
    public static final Trial STANDARD = new Trial(14);

    public Trial {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("a trial is 1 to " + MAX_DAYS + " days long");
        }
    }

    /** Rule B4: when it ends: at the start of the day that is so many days after the one on which the account was opened. */
    public Instant endFor(Account account) {
        return account.dateOf(account.openedAt())
                .plusDays(days)
                .atStartOfDay(account.zone())
                .toInstant();
    }

    /** Rule O4: whether an organization is part of the trial, told by how many the account has ever had before it. */
    static boolean isFor(long everAdded) {
        return everAdded == 0;
    }
}
