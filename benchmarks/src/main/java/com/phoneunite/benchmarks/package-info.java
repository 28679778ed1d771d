/**
 * Measures everything, and tells it: the table, and docs/benchmarks.md with a chart for each curve.
 *
 * <pre>
 * mvn -q -Pbenchmarks -pl benchmarks -am package                     less than five minutes: prints the table
 * mvn -q -Pbenchmarks -pl benchmarks -am package -Dbenchmarks=long   some hours: writes the page
 * </pre>
 *
 * <p>The floors, written by hand, stand beside what they are compared with. In {@code memory} they are {@code LockedLedger}, {@code
 * DecimalLedger}, {@code BareRun} and {@code DecimalRun}, and within each {@code …Benchmark} the methods that do not ask ours; {@code
 * MemoryBenchmarks} says which of them stands beside which row. In {@code postgresql} they are the methods {@code byHand} of {@code Postings}
 * and {@code Runs}, and {@code BulkByHand}. A peer that is measured is {@code Pipeline}; those that are cited are in {@link Peer}. Tests of this module time nothing: they hold what floors do, what operations allocate, and how
 * often they ask.
 */
@NullMarked
package com.phoneunite.benchmarks;

import org.jspecify.annotations.NullMarked;
