/**
 * AssertJ assertions that speak of money, refusals and organizations: {@link
 * com.phoneunite.testkit.assertion.PhoneUniteAssertions}. Needs AssertJ on the class path; the rest of the testkit does not. What
 * they say holds no secret: no token, no next step of a payment, no e-mail address.
 */
@NullMarked
package com.phoneunite.testkit.assertion;

import org.jspecify.annotations.NullMarked;
