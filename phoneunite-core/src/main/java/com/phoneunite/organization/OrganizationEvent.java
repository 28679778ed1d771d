package com.phoneunite.organization;

import com.phoneunite.event.DomainEvent;

/** What happens to an organization. Which one is told by the record that carries the event (rule I5). */
public sealed interface OrganizationEvent extends DomainEvent {

    /**
     * Rules A1 and O5: an organization was added.
     *
     * @param name its name
     * @param plan its plan
     * @param state TRIAL for the first ever, ACTIVE for every other
     */
    record Added(OrganizationName name, PlanName plan, OrganizationState state) implements OrganizationEvent {
        @Override
        public String type() {
            return "organization.added";
        }
    }

    /**
     * Rule O2: an organization was renamed.
     *
     * @param from the former name
     * @param to the new name
     */
    record Renamed(OrganizationName from, OrganizationName to) implements OrganizationEvent {
        @Override
        public String type() {
            return "organization.renamed";
        }
    }

    /**
     * Rule O6: an organization came into another state.
     *
     * @param from the former state
     * @param to the new state
     */
    record StateChanged(OrganizationState from, OrganizationState to) implements OrganizationEvent {
        @Override
        public String type() {
            return "organization.state_changed";
        }
    }

    /**
     * Rule B9: an organization is on another plan.
     *
     * @param from the former plan
     * @param to the new plan
     */
    record PlanChanged(PlanName from, PlanName to) implements OrganizationEvent {
        @Override
        public String type() {
            return "organization.plan_changed";
        }
    }
}
