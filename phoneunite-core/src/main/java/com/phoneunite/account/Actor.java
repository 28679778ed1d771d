package com.phoneunite.account;

import com.phoneunite.input.InputRule;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Who did it (rule X3): a user, a named operator of the host, or the system. */
public sealed interface Actor {

    /** A user of the account. */
    static Actor user(UserId id) {
        return new User(id);
    }

    /**
     * A person or a program of the host, by the name that the host gives it.
     *
     * @throws IllegalArgumentException if the name is not 1 to 100 printable characters
     */
    static Actor operator(String name) {
        return new Operator(name);
    }

    /** The library itself, for example in a billing run. */
    static Actor system() {
        return SystemActor.INSTANCE;
    }

    /**
     * A user of the account.
     *
     * @param id the user
     */
    record User(UserId id) implements Actor {
        public User {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * A person or a program of the host.
     *
     * @param name 1 to 100 printable characters; an operator's name is not a secret
     */
    record Operator(String name) implements Actor {
        public Operator {
            new NameRule().require(name);
        }
    }

    /** The library itself. */
    record SystemActor() implements Actor {
        private static final SystemActor INSTANCE = new SystemActor();
    }

    /** What an operator's name must be. */
    final class NameRule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (value.isBlank()) {
                report.accept("BLANK", "must not be blank");
            }
            if (value.length() > 100) {
                report.accept("TOO_LONG", "must be at most 100 characters long");
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                report.accept("CONTROL_CHARACTER", "must not contain a control character");
            }
        }
    }
}
