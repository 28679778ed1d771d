package com.phoneunite;

import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.Refusal;
import java.util.Optional;

/**
 * A rule said no. Thrown at the front doors and nowhere else; nothing has changed, except recorded payment attempts and their
 * credits.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Refusal refusal;

    /** Carries the refusal to the caller. */
    public RefusedException(Refusal refusal) {
        super(refusal.code() + ": " + refusal.message());
        this.code = refusal.code();
        this.refusal = refusal;
    }

    /** The rule that said no, and the facts to act on. */
    public Refusal refusal() {
        return refusal;
    }

    /** The stable code of the refusal, for example {@code "PAYMENT_METHOD_REQUIRED"}. */
    public String code() {
        return code;
    }

    /**
     * What was decided.
     *
     * @throws RefusedException if the decision is a refusal
     */
    public static <T> T granted(Decision<T> decision) {
        return decision.fold(value -> value, refusal -> {
            throw new RefusedException(refusal);
        });
    }

    /**
     * Goes on where there is no refusal.
     *
     * @throws RefusedException if there is one
     */
    public static void throwIf(Optional<? extends Refusal> refusal) {
        refusal.ifPresent(one -> {
            throw new RefusedException(one);
        });
    }
}
