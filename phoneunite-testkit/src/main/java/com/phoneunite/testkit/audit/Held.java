package com.phoneunite.testkit.audit;

/** Rule B5: what an organization holds. */
record Held(int extensions, int phoneNumbers) {}
