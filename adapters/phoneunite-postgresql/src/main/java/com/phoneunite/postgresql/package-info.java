/**
 * The ports of core and billing on a PostgreSQL that a host brings as a {@code DataSource}. {@link
 * com.phoneunite.postgresql.PostgresStore} is the one door; everything else is its own. Imports core and billing; nothing imports it.
 *
 * <p>A unit of work is a transaction. The statements are written by hand against plain JDBC, one for each call of a port but for the
 * claim and the release of a phone number, and bulk posting, which are two. Row-level security holds them to the account that the unit
 * of work is open on. Needs Jackson's streaming core, and at run time the driver of PostgreSQL.
 */
@NullMarked
package com.phoneunite.postgresql;

import org.jspecify.annotations.NullMarked;
