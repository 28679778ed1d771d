package com.phoneunite.benchmarks;

import java.util.List;

/**
 * A peer that is not measured here, as no repository of Maven has it. It was measured once beside the same floor, on another day and
 * machine: only what it is of its floor can be compared.
 *
 * @param name who it is
 * @param row the row whose floor was beside it
 * @param cited what both came to then
 * @param ratio what it was of the floor
 */
record Peer(String name, String row, String cited, String ratio) {

    static final List<String> HEADINGS = List.of("peer", "beside the floor of", "then", "its ratio to that floor");

    static List<Peer> all() {
        return List.of(
                new Peer(
                        "exchange-core (pipeline)",
                        "post to one hot account, 2 threads",
                        "0.6 to 2.4 million a second; floor 4.9 million",
                        "0.12 to 0.49 of the rate (cited)"),
                new Peer(
                        "pgledger",
                        "PostgreSQL: single posting, 1 connection",
                        "1.1 to 1.6 thousand a second; floor 4 to 10 thousand",
                        "0.16 to 0.28 of the rate (cited)"),
                new Peer(
                        "pgledger",
                        "PostgreSQL: billing run, 10 organizations an account",
                        "12 s; chunks with unnest 0.55 s",
                        "0.046 of the rate (cited)"));
    }

    List<String> cells() {
        return List.of(name, row, cited, ratio);
    }
}
