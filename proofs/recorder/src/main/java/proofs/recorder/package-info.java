/**
 * Writes down each test that a module has run, for the report on the rulebook. JUnit and jqwik find it by themselves. Imports nothing of
 * ours: it is on the test class path of every module.
 */
@NullMarked
package proofs.recorder;

import org.jspecify.annotations.NullMarked;
