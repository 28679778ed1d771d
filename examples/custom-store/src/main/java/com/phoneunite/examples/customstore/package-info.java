/**
 * A host's own store: every port of core and billing over H2, a small embedded database, through plain JDBC. {@link
 * com.phoneunite.examples.customstore.H2Store} is its door; the guide is {@code docs/custom-store.md}.
 */
@NullMarked
package com.phoneunite.examples.customstore;

import org.jspecify.annotations.NullMarked;
