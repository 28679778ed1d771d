/**
 * The front door: {@link com.phoneunite.PhoneUnite} opens accounts and lets users in, {@link com.phoneunite.UserSession} is a
 * signed-in user, {@link com.phoneunite.OrganizationWorkspace} their current organization. Imports everything below it; in core,
 * nothing but {@code json} imports it.
 */
@NullMarked
package com.phoneunite;

import org.jspecify.annotations.NullMarked;
