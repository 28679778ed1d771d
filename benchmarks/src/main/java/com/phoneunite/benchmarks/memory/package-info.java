/**
 * What is measured in memory, by JMH, in turns with what somebody would write by hand for that one thing. Benchmarks and their states are
 * public because JMH asks for that.
 */
@NullMarked
package com.phoneunite.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
