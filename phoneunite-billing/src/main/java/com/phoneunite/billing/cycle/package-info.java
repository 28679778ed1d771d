/**
 * Month to month: anchors and periods (rule B4, {@link com.phoneunite.billing.cycle.PeriodAnchor}), what they cost (rule B5), and
 * which of them a balance pays (rules B6 and B7). Imports {@code ledger}, {@code plan} and core.
 */
@NullMarked
package com.phoneunite.billing.cycle;

import org.jspecify.annotations.NullMarked;
