/**
 * The simulator: the real code of a host, driven by a program drawn from a seed, with faults, crashes, clock moves and two hosts over one
 * store, and judged by an {@link com.phoneunite.testkit.audit.Audit} after each step. Begins at {@link
 * com.phoneunite.testkit.simulation.Simulation}.
 */
@NullMarked
package com.phoneunite.testkit.simulation;

import org.jspecify.annotations.NullMarked;
