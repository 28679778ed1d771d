package com.phoneunite.store.memory;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** Organizations to stand in, without a house around them. */
final class Scopes {

    static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");

    private Scopes() {}

    static OrganizationScope of(int organization) {
        UserId owner = new UserId(new UUID(2, 1));
        Account account = Account.open(ACCOUNT, owner, new CountryCode("US"), ZoneId.of("UTC"), CurrencyUnit.USD, NOW);
        return Roster.enter(
                        account,
                        Optional.of(new User(ACCOUNT, owner, EmailAddress.parse("you@example.com"), true, NOW)),
                        Optional.of(new Organization(
                                ACCOUNT,
                                new OrganizationId(new UUID(3, organization)),
                                OrganizationName.parse("Name " + organization),
                                new PlanName("standard"),
                                OrganizationState.ACTIVE,
                                organization,
                                NOW,
                                Optional.empty(),
                                Optional.empty())),
                        new Standing(true, false, false))
                .fold(one -> one, refusal -> {
                    throw new AssertionError(refusal.message());
                });
    }
}
