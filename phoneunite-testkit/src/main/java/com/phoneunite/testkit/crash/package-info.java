/**
 * Rule X1: what cuts a host's operations short at the calls of its store's ports ({@link com.phoneunite.testkit.crash.CrashPoints}), and
 * what watches these calls ({@link com.phoneunite.testkit.crash.PortWatch}). Imports the stores only.
 */
@NullMarked
package com.phoneunite.testkit.crash;

import org.jspecify.annotations.NullMarked;
