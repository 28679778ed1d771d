/**
 * How money comes in: the card on file, payment attempts, and the port to the gateway ({@link
 * com.phoneunite.billing.recharge.PaymentGateway}). Rules P1 to P11. Imports {@code cycle}, {@code ledger} and core.
 */
@NullMarked
package com.phoneunite.billing.recharge;

import org.jspecify.annotations.NullMarked;
