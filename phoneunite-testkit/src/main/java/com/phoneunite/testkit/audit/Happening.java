package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Rule X3: something that has happened in an account.
 *
 * @param position its place in the account's order
 * @param at when it was recorded
 * @param bySystem whether the system did it
 * @param telling tells a judge of it
 */
record Happening(long position, Instant at, boolean bySystem, BiConsumer<Judge, Told> telling) {}
