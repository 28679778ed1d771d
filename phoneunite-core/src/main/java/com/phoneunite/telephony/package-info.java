/**
 * What can be dialled: phone numbers (rule T1, {@link com.phoneunite.telephony.PhoneNumber}) and the numbering plan of an
 * organization (rule T2, {@link com.phoneunite.telephony.NumberingPlan}). Imports
 * {@code membership} and what is below it.
 */
@NullMarked
package com.phoneunite.telephony;

import org.jspecify.annotations.NullMarked;
