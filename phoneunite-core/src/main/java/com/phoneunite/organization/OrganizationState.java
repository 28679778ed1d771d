package com.phoneunite.organization;

import java.util.EnumSet;
import java.util.Set;

/** Rule O6: the states of an organization and every transition between them. */
public enum OrganizationState {
    /** In the free trial (rule O4). Everything works, nothing is charged. */
    TRIAL,
    /** Paid. */
    ACTIVE,
    /** Something due could not be paid. Works like {@link #ACTIVE}. */
    PAST_DUE,
    /** Not paid for too long: what is there can be read, exported, removed and paid; nothing is added or changed. */
    SUSPENDED,
    /** Final. Its history stays. */
    CLOSED;

    /** Whether it is open: everything but {@link #CLOSED}. */
    public boolean isOpen() {
        return this != CLOSED;
    }

    /** Whether calls may be placed, apart from those to emergency numbers, which always may. */
    public boolean mayPlaceCalls() {
        return this != SUSPENDED && isOpen();
    }

    /** Whether an organization in this state may come into that one. A state is no transition to itself. */
    public boolean canBecome(OrganizationState next) {
        return successors().contains(next);
    }

    private Set<OrganizationState> successors() {
        return switch (this) {
            case TRIAL -> EnumSet.of(ACTIVE, PAST_DUE, SUSPENDED, CLOSED);
            case ACTIVE -> EnumSet.of(PAST_DUE, SUSPENDED, CLOSED);
            case PAST_DUE -> EnumSet.of(ACTIVE, SUSPENDED, CLOSED);
            case SUSPENDED -> EnumSet.of(ACTIVE, CLOSED);
            case CLOSED -> EnumSet.noneOf(OrganizationState.class);
        };
    }
}
