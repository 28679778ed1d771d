/**
 * Arbitraries for jqwik: what PhoneUnite takes and what it must refuse, and programs of billing as data. Begin with {@link
 * com.phoneunite.testkit.jqwik.PhoneUniteDomain}. Needs jqwik on the class path; nothing else of the testkit does or comes here.
 */
@NullMarked
package com.phoneunite.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
