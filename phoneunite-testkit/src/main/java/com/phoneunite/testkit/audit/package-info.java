/** Judges by the rules of money what a store and a gateway hold. */
@NullMarked
package com.phoneunite.testkit.audit;

import org.jspecify.annotations.NullMarked;
