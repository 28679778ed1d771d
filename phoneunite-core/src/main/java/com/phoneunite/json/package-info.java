/**
 * Documents in JSON: a call tree in and out ({@link com.phoneunite.json.CallTreeJson}), and everything that an organization owns ({@link
 * com.phoneunite.json.OrganizationJson}). Each has a version, {@code "v"}, and what an earlier release wrote stays readable. Needs
 * Jackson 3, {@code tools.jackson.core:jackson-core}, which a host that has no use for this package leaves out. Imports the front door
 * and what is below it; nothing imports it.
 */
@NullMarked
package com.phoneunite.json;

import org.jspecify.annotations.NullMarked;
