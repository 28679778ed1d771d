package com.phoneunite.testkit.assertion;

import com.phoneunite.organization.OrganizationState;

/** Says in what state an organization is (rule O6). */
public final class OrganizationStateAssert extends SpokenAssert<OrganizationStateAssert, OrganizationState> {

    private final String whose;

    OrganizationStateAssert(OrganizationState actual, String whose) {
        super(actual, OrganizationStateAssert.class);
        this.whose = whose;
    }

    /** It is in the free trial. */
    public OrganizationStateAssert isOnTrial() {
        return isIn(OrganizationState.TRIAL);
    }

    /** It is paid. */
    public OrganizationStateAssert isActive() {
        return isIn(OrganizationState.ACTIVE);
    }

    /** Something due could not be paid, and it works on. */
    public OrganizationStateAssert isPastDue() {
        return isIn(OrganizationState.PAST_DUE);
    }

    /** It was not paid for too long. */
    public OrganizationStateAssert isSuspended() {
        return isIn(OrganizationState.SUSPENDED);
    }

    /** It is closed, for ever. */
    public OrganizationStateAssert isClosed() {
        return isIn(OrganizationState.CLOSED);
    }

    /** It may place calls, not to emergency numbers alone. */
    public OrganizationStateAssert mayPlaceCalls() {
        isNotNull();
        return holds(actual.mayPlaceCalls(), whose + " to be able to place calls", told());
    }

    /** It may place no calls but to emergency numbers. */
    public OrganizationStateAssert mayNotPlaceCalls() {
        isNotNull();
        return holds(!actual.mayPlaceCalls(), whose + " to place no calls", told());
    }

    private OrganizationStateAssert isIn(OrganizationState expected) {
        isNotNull();
        return holds(actual == expected, whose + " to be " + Words.of(expected), told());
    }

    private String told() {
        return "it is " + Words.of(actual);
    }
}
