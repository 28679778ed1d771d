package com.phoneunite.isolation;

/** Where something is done in a program. */
enum Place {
    /** Organization A. */
    HERE,
    /** Organization B, of the same account. */
    THERE,
    /** The organization of the same account that the program added last. */
    ADDED,
    /** An organization of another account. */
    FAR,
    /** The account of A and B as a whole. */
    ACCOUNT
}
