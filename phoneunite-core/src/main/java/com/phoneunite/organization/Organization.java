package com.phoneunite.organization;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.KeyedRequest;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Rule O1: a business or brand, an isolated ecosystem of its own. It belongs to exactly one account, for ever. Immutable.
 *
 * @param account the account that owns it and pays for it
 * @param id the organization
 * @param name its name (rule O2)
 * @param plan the plan that it is on
 * @param state its state (rule O6)
 * @param ordinal its place among all organizations that the account ever had: 0 for the first ever, which alone has a trial (rule
 *     O4)
 * @param addedAt when it was added
 * @param trialEndsAt when its trial ends or ended; empty for every organization but the first
 * @param request the keyed request that made it, if there was one (rule A1)
 */
public record Organization(
        AccountId account,
        OrganizationId id,
        OrganizationName name,
        PlanName plan,
        OrganizationState state,
        int ordinal,
        Instant addedAt,
        Optional<Instant> trialEndsAt,
        Optional<KeyedRequest> request) {

    public Organization {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(addedAt, "addedAt");
        Objects.requireNonNull(request, "request");
        if (ordinal < 0 || trialEndsAt.isPresent() != Trial.isFor(ordinal)) {
            throw new IllegalArgumentException(
                    "the first organization of an account has a trial, and no other has (O4)");
        }
        if (state == OrganizationState.TRIAL && trialEndsAt.isEmpty()) {
            throw new IllegalArgumentException("only the first organization can be on trial (O4)");
        }
    }

    /** Whether it is open. */
    public boolean isOpen() {
        return state.isOpen();
    }

    /**
     * Rule O6: the organization in its next state.
     *
     * @throws PhoneUniteFault if the rule knows no such transition
     */
    public Organization become(OrganizationState next) {
        if (!state.canBecome(next)) {
            throw new PhoneUniteFault("organization " + id + " cannot become " + next + " from " + state + " (O6)");
        }
        return new Organization(account, id, name, plan, next, ordinal, addedAt, trialEndsAt, request);
    }

    /** Rule B9: the organization on another plan. */
    public Organization onPlan(PlanName newPlan) {
        return new Organization(account, id, name, newPlan, state, ordinal, addedAt, trialEndsAt, request);
    }

    /** The organization under another name. */
    Organization renamed(OrganizationName newName) {
        return new Organization(account, id, newName, plan, state, ordinal, addedAt, trialEndsAt, request);
    }
}
