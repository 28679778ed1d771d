/** Measures everything, and tells it: the table, and docs/benchmarks.md with a chart for each curve. */
@NullMarked
package com.phoneunite.benchmarks;

import org.jspecify.annotations.NullMarked;
