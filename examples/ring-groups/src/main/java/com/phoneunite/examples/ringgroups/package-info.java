/**
 * A host's own type of things, made organization-owned: {@link com.phoneunite.examples.ringgroups.RingGroups} is all that it takes. The
 * guide is {@code docs/own-resources.md}.
 */
@NullMarked
package com.phoneunite.examples.ringgroups;

import org.jspecify.annotations.NullMarked;
