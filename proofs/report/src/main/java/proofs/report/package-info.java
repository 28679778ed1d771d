/**
 * Makes the report on the rulebook: each rule, its text, the tests that prove it, how often they tried, and what came of it. Reads
 * {@code docs/rules.md} and what {@code proofs.recorder} has written down in each module.
 */
@NullMarked
package proofs.report;

import org.jspecify.annotations.NullMarked;
