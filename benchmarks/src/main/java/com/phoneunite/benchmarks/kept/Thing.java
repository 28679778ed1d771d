package com.phoneunite.benchmarks.kept;

import java.util.Arrays;
import java.util.List;

/** What a host has many of, in the order of the table. */
public enum Thing {
    ACCOUNT("account, with its owner and first organization"),
    ORGANIZATION("further organization, its first period charged"),
    MEMBERSHIP("membership, with its user"),
    PHONE_NUMBER("phone number"),
    ENTRY("ledger entry"),
    PERIOD("charged period, with its entry");

    private final String label;

    Thing(String label) {
        this.label = label;
    }

    /** How the table calls it. */
    public String label() {
        return label;
    }

    /** How the table calls all of them. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Thing::label).toList();
    }
}
