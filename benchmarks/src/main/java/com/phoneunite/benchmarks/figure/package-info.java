/** What a measurement says, whatever was measured: rows, goals, figures, growth. Imports nothing of the other packages. */
@NullMarked
package com.phoneunite.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
