/**
 * The quickstart on PostgreSQL: the same story, which survives being killed and goes on where it was. {@code KeptStory} is what a host
 * copies from: migrations, a pool, the store. {@code EmbeddedServer} is for those who have no PostgreSQL at hand.
 */
@NullMarked
package com.phoneunite.examples.quickstart.postgresql;

import org.jspecify.annotations.NullMarked;
