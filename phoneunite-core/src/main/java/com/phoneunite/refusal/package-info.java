/**
 * The two kinds of no: a {@link com.phoneunite.refusal.Refusal} (a rule said no) and a {@link
 * com.phoneunite.refusal.PhoneUniteFault} (something is broken). At the bottom of the house: imports nothing of ours.
 */
@NullMarked
package com.phoneunite.refusal;

import org.jspecify.annotations.NullMarked;
