package com.phoneunite.testkit.contract;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.KeyedRequest;
import com.phoneunite.input.DisplayName;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Organizations that differ from {@link Facts#organization} in one thing. */
final class OrganizationFacts {

    private OrganizationFacts() {}

    /** Organizations of account 1 from ordinal 2 on, in every state but that of a trial. */
    static List<Organization> drawn(Facts facts, int count) {
        OddValues odd = facts.odd();
        List<DisplayName> names = odd.names(count);
        List<IdempotencyKey> keys = odd.keys(count);
        List<Organization> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Organization(
                    Facts.account(1),
                    Facts.organizationId(1, 50 - i),
                    new OrganizationName(names.get(i).value()),
                    new PlanName("p" + odd.of("abz019._-", odd.between(0, 64))),
                    List.of(
                                    OrganizationState.ACTIVE,
                                    OrganizationState.PAST_DUE,
                                    OrganizationState.SUSPENDED,
                                    OrganizationState.CLOSED)
                            .get(i % 4),
                    i + 2,
                    odd.moment(),
                    Optional.empty(),
                    i % 2 == 0 ? Optional.empty() : Optional.of(new KeyedRequest(keys.get(i), odd.hash()))));
        }
        return all;
    }

    static Organization named(int ordinal, OrganizationName name) {
        return at(Facts.organization(1, ordinal), name);
    }

    static Organization at(Organization one, OrganizationName name) {
        return at(one, name, one.state());
    }

    static Organization at(Organization one, OrganizationName name, OrganizationState state) {
        return new Organization(
                one.account(),
                one.id(),
                name,
                one.plan(),
                state,
                one.ordinal(),
                one.addedAt(),
                one.trialEndsAt(),
                one.request());
    }

    static Organization withId(Organization one, Organization other) {
        return new Organization(
                one.account(),
                other.id(),
                OrganizationName.parse("Twin"),
                one.plan(),
                one.state(),
                one.ordinal(),
                one.addedAt(),
                one.trialEndsAt(),
                one.request());
    }

    static Organization requested(int ordinal, IdempotencyKey key, OrganizationState state) {
        Organization one = at(Facts.organization(1, ordinal), OrganizationName.parse("Made " + ordinal), state);
        return new Organization(
                one.account(),
                one.id(),
                one.name(),
                one.plan(),
                one.state(),
                one.ordinal(),
                one.addedAt(),
                one.trialEndsAt(),
                Optional.of(new KeyedRequest(key, "0f".repeat(32))));
    }
}
