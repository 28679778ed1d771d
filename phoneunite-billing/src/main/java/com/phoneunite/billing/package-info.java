/**
 * The front door of billing: {@link com.phoneunite.billing.Billing} for the host, {@link com.phoneunite.billing.AccountBilling} for
 * a signed-in user, {@link com.phoneunite.billing.BillingOperator} for the host's operators. Imports everything below it.
 */
@NullMarked
package com.phoneunite.billing;

import org.jspecify.annotations.NullMarked;
