package com.phoneunite.organization;

/** What an organization holds and is charged for by the piece (rule B5). */
public enum HoldingKind {
    /** An extension of a member (rule M3). */
    EXTENSION,
    /** A phone number (rule T1). */
    PHONE_NUMBER
}
