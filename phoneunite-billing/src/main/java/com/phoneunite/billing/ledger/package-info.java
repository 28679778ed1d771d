/**
 * The balance and its entries: rules B2 and B3, decided in {@link com.phoneunite.billing.ledger.BalanceLedger}. Imports core only.
 */
@NullMarked
package com.phoneunite.billing.ledger;

import org.jspecify.annotations.NullMarked;
