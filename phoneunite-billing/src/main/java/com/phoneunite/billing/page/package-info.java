/** What people see of billing (rule B11). Imports {@code cycle} and core. */
@NullMarked
package com.phoneunite.billing.page;

import org.jspecify.annotations.NullMarked;
