/**
 * A host of PhoneUnite that tells a story: {@code StoryReader} reads it from a file, {@code StoryTeller} lives it day by day, and
 * {@code BillingTable} draws the billing page at the end. Everything goes through the library's front door.
 */
@NullMarked
package com.phoneunite.examples.quickstart;

import org.jspecify.annotations.NullMarked;
