/**
 * What every door does with its input before anything is read: validation that names every violation at once (rule X4), and
 * time to the microsecond (rule X2). Imports {@code refusal} only.
 */
@NullMarked
package com.phoneunite.input;

import org.jspecify.annotations.NullMarked;
