package com.phoneunite.store;

import com.phoneunite.refusal.PhoneUniteFault;

/**
 * A store lost what it works with at a commit, and cannot tell whether the change was kept (rule X1). To do the same again under the same
 * key or reference is safe: where it was kept, that answers with what it made, and changes nothing. What has neither is judged by what is
 * there by then: where it was kept, a name is refused as taken ({@code addOrganization} without a key, saving a further call tree), and closing an
 * organization is refused as not found; {@code openAccount} without a key opens a second account. Where a billing run or a
 * reconciliation ends by it, the next one goes on.
 */
public final class CommitUnknownFault extends PhoneUniteFault {

    private static final long serialVersionUID = 1L;

    /**
     * A fault that tells so.
     *
     * @param message what was being kept, with ids and no secret
     * @param cause what was lost
     */
    public CommitUnknownFault(String message, Throwable cause) {
        super(message, cause);
    }
}
