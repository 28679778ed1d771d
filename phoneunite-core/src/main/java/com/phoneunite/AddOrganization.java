package com.phoneunite;

import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.Conforms;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.PlanName;
import org.jspecify.annotations.Nullable;

/**
 * Rules O2 to O5: what it takes to add a further organization. Immutable; nothing is checked until {@link
 * UserSession#addOrganization(AddOrganization)}, which names every violation at once.
 *
 * @param name its name (rule O2)
 * @param plan its plan
 * @param key a key of the caller's: the same request with the same key answers with the organization that it added the first time
 */
public record AddOrganization(
        @Conforms(OrganizationName.Rule.class) @Nullable String name,
        @Conforms(PlanName.Rule.class) @Nullable String plan,

        @Conforms(value = IdempotencyKey.Rule.class, optional = true) @Nullable
        String key) {

    /** An organization with this name. */
    public static AddOrganization named(@Nullable String name) {
        return new AddOrganization(name, null, null);
    }

    /** The plan. */
    public AddOrganization on(@Nullable String onPlan) {
        return new AddOrganization(name, onPlan, key);
    }

    /** A key that makes it safe to ask again. */
    public AddOrganization key(@Nullable String callersKey) {
        return new AddOrganization(name, plan, callersKey);
    }
}
