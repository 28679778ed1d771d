/** What is measured on a PostgreSQL that waits for its disk, in turns with what somebody would write by hand for that one thing. */
@NullMarked
package com.phoneunite.benchmarks.postgresql;

import org.jspecify.annotations.NullMarked;
