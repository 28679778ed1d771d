package com.phoneunite.testkit.audit;

import java.util.Set;

/** Rule O6: the states of an organization, and the ways between them. */
enum State {
    TRIAL,
    ACTIVE,
    PAST_DUE,
    SUSPENDED,
    CLOSED;

    /** Rule O6, with B8: an ended trial is past due while an attempt is unresolved. */
    boolean leadsTo(State next) {
        return switch (this) {
            case TRIAL -> next != TRIAL;
            case ACTIVE -> Set.of(PAST_DUE, SUSPENDED, CLOSED).contains(next);
            case PAST_DUE -> Set.of(ACTIVE, SUSPENDED, CLOSED).contains(next);
            case SUSPENDED -> Set.of(ACTIVE, CLOSED).contains(next);
            case CLOSED -> false;
        };
    }

    boolean isOpen() {
        return this != CLOSED;
    }
}
