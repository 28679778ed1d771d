/**
 * What can be dialled, and where a call goes then: phone numbers (rule T1, {@link com.phoneunite.telephony.PhoneNumber}), the numbering
 * plan of an organization (rule T2, {@link com.phoneunite.telephony.NumberingPlan}), call trees (rule T3, {@link
 * com.phoneunite.telephony.CallTree} and {@link com.phoneunite.telephony.CallTreeVerdict}) and sounds (rule T4, {@link
 * com.phoneunite.telephony.Sound}). Imports {@code resource} and what is below it.
 */
@NullMarked
package com.phoneunite.telephony;

import org.jspecify.annotations.NullMarked;
