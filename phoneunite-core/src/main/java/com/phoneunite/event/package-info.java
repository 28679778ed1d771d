/** What every event is (rule X3). At the bottom of the house: imports nothing of ours. */
@NullMarked
package com.phoneunite.event;

import org.jspecify.annotations.NullMarked;
