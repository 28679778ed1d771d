/** What keeps billing's facts beside core's: {@link com.phoneunite.billing.store.BillingStore}. Imports every feature. */
@NullMarked
package com.phoneunite.billing.store;

import org.jspecify.annotations.NullMarked;
