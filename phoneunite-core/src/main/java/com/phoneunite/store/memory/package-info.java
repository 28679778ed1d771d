/**
 * The embedded default: {@link com.phoneunite.store.memory.InMemoryStore}, and the transactional tables that it is made of, which
 * billing and hosts use for their own. Imports {@code store} and what is below it.
 */
@NullMarked
package com.phoneunite.store.memory;

import org.jspecify.annotations.NullMarked;
