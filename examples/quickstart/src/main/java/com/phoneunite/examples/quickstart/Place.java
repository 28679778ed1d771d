package com.phoneunite.examples.quickstart;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a story is, and what was told of it so far: all that it takes to go on with it in another process. Immutable.
 *
 * @param story which story it is: a digest of its text
 * @param steps how many steps have been told: the opening of an account, half a night of the host's, an event
 * @param late how late it is, because a host that was killed left something that others had to wait for
 * @param day the last day that was named
 * @param accounts what was told of each account, by what the story calls it
 */
public record Place(String story, int steps, Duration late, Optional<LocalDate> day, Map<String, Known> accounts) {

    public Place {
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(late, "late");
        Objects.requireNonNull(day, "day");
        accounts = Map.copyOf(accounts);
        if (steps < 0) {
            throw new IllegalArgumentException("steps count from 0");
        }
    }

    /** Before anything of that story was told. */
    public static Place before(String story) {
        return new Place(story, 0, Duration.ZERO, Optional.empty(), Map.of());
    }

    /**
     * What was told of an account.
     *
     * @param account its id
     * @param names its organizations by what the story calls them now
     * @param entries how many entries of its ledger were told
     * @param states the state that was told last, of each organization
     */
    public record Known(UUID account, Map<String, UUID> names, int entries, Map<UUID, String> states) {
        public Known {
            Objects.requireNonNull(account, "account");
            names = Map.copyOf(names);
            states = Map.copyOf(states);
        }
    }
}
