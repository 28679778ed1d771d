package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.benchmarks.figure.Tenfold;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * A billing run over so many organizations, and one over ten times as many in a schema of its own: how long they take, in turns, and what
 * they hold.
 *
 * @param server where they are
 * @param due how many are due in the smaller one
 */
record TenTimes(Server server, int due) {

    private static final String RUN = "PostgreSQL: billing run, ";

    static final String TIME = RUN + "how long it takes";

    static final String MEMORY = RUN + "what it holds in " + SmallHeap.MIB + " MiB of heap";

    /** Of an account. */
    private static final int ORGANIZATIONS = 10;

    private static final double MIB = 1 << 20;

    /**
     * Measures both, each so many rounds after one that does not count; what they hold, once: over ten months of the smaller one and one of
     * the larger, so that as many steps are looked at.
     */
    List<Tenfold> measure(int rounds) throws Exception {
        int many = Tenfold.TIMES * due;
        fill(Server.FLOOR, due);
        fill(Server.OURS, many);
        server.tidy();
        OurRuns few = OurRuns.in(server.host(), Server.FLOOR, due);
        OurRuns tenfold = OurRuns.in(server.host(), Server.OURS, many);
        Race.Result rates = new Race(TIME, "organizations", few::rate, tenfold::rate).run(rounds);
        return List.of(
                Tenfold.of(TIME, "s", due, seconds(due, rates.floors()), seconds(many, rates.rates()), Tenfold.TIMES),
                Tenfold.of(
                        MEMORY,
                        "MiB",
                        due,
                        List.of(peak(Server.FLOOR, due, rounds + 1, Tenfold.TIMES)),
                        List.of(peak(Server.OURS, many, rounds + 1, 1)),
                        1.2));
    }

    private void fill(String schema, int organizations) throws SQLException {
        new World(server, organizations / ORGANIZATIONS, ORGANIZATIONS).fill(schema);
    }

    private static List<Double> seconds(int organizations, List<Double> rates) {
        return rates.stream().map(rate -> organizations / rate).toList();
    }

    private double peak(String schema, int organizations, int first, int months)
            throws IOException, InterruptedException {
        return SmallHeap.peak(server.url(), schema, organizations, first, months) / MIB;
    }
}
