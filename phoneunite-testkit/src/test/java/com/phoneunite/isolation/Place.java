package com.phoneunite.isolation;

import java.util.List;

/** Where something is done in a program. */
enum Place {
    /** Organization A. */
    HERE(0),
    /** Organization B, of the same account. */
    THERE(1),
    /** The organization of the same account that the program added last. */
    ADDED(2),
    /** An organization of another account. */
    FAR(3),
    /** The account of A and B as a whole. */
    ACCOUNT(4);

    static final List<Place> OF_ORGANIZATIONS = List.of(HERE, THERE, ADDED, FAR);

    private final int code;

    Place(int code) {
        this.code = code;
    }

    /** What numbers of this place have in them. */
    int code() {
        return code;
    }
}
