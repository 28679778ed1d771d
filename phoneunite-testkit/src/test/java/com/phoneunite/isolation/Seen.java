package com.phoneunite.isolation;

/**
 * What one of the people of A saw.
 *
 * @param answer {@code ok} or a code
 * @param all everything
 * @param ofHere what concerns A
 * @param standsElsewhere whether they stand in another organization, too, and see that as well
 */
record Seen(String answer, String all, String ofHere, boolean standsElsewhere) {

    /**
     * What an operation showed.
     *
     * @param all everything
     * @param ofHere what concerns A
     */
    record Shown(Object all, Object ofHere) {}
}
