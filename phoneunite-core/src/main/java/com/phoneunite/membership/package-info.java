/**
 * People: users, who administers what, how somebody stands in an organization, and the decisions about it in one place, {@link
 * com.phoneunite.membership.Roster}. Rules A2, M1, M2, M4 and S3. Imports {@code organization} and what is below it.
 */
@NullMarked
package com.phoneunite.membership;

import org.jspecify.annotations.NullMarked;
