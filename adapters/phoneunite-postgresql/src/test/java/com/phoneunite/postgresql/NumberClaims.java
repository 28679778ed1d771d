package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one organization of an account claims.
 *
 * @param store the store
 * @param account the account
 * @param now when
 */
record NumberClaims(PostgresStore store, AccountId account, Instant now) {

    private OrganizationId id() {
        return new OrganizationId(account.value());
    }

    /** Keeps the organization. */
    void organization() {
        Organization first = new Organization(
                account,
                id(),
                OrganizationName.parse("First"),
                new PlanName("standard"),
                OrganizationState.TRIAL,
                0,
                now,
                Optional.of(now.plus(Duration.ofDays(14))),
                Optional.empty());
        store.unitOfWork().execute(account, () -> store.organizations().save(first));
    }

    boolean claim(String number) {
        return store.phoneNumbers()
                .claim(new HeldPhoneNumber(account, id(), PhoneNumber.parse(number), now, Optional.empty()));
    }

    /** An administration of an organization that is not there. */
    Administration nobodys() {
        return new Administration(account, new OrganizationId(new UUID(1, 1)), new UserId(account.value()), now);
    }
}
