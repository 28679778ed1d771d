/**
 * What an organization owns, whatever it is: its kinds ({@link com.phoneunite.resource.OwnedKind}), how one thing refers to another
 * ({@link com.phoneunite.resource.ResourceRef}), and how a host makes a type of its own organization-owned ({@link
 * com.phoneunite.resource.ResourceType}). Rules I1 to I3 and T5. Imports {@code membership} and what is below it.
 */
@NullMarked
package com.phoneunite.resource;

import org.jspecify.annotations.NullMarked;
