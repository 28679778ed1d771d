/** What is charged: plans and their versions (rules B5 and B9). Imports {@code ledger} for its limits. */
@NullMarked
package com.phoneunite.billing.plan;

import org.jspecify.annotations.NullMarked;
