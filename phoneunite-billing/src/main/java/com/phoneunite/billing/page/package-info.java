/** What people see of billing, and what proves it: rules B11 to B13. Imports {@code recharge} and what is below it, and core. */
@NullMarked
package com.phoneunite.billing.page;

import org.jspecify.annotations.NullMarked;
