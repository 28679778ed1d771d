/**
 * Billing as JSON, with Jackson 3, which a host that does not use this package does without. Imports {@code page} and {@code ledger}.
 */
@NullMarked
package com.phoneunite.billing.json;

import org.jspecify.annotations.NullMarked;
