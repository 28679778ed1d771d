package com.phoneunite.refusal;

/**
 * Something is broken: a store that does not answer, an adapter that breaks its contract, a call made where it may not be.
 *
 * <p>The other kind of no beside {@link Refusal}. A fault is never turned into "not found" and never mistaken for "too low".
 * Its message carries ids and no secret.
 */
public class PhoneUniteFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PhoneUniteFault(String message) {
        super(message);
    }

    public PhoneUniteFault(String message, Throwable cause) {
        super(message, cause);
    }
}
