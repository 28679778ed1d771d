package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Rule M5: somebody is invited into an organization. Bound to one e-mail address, used once, valid for 7 days. Immutable; it is
 * forgotten once it is accepted, revoked or replaced.
 *
 * @param account the account
 * @param organization the organization
 * @param id the invitation
 * @param email whom it is for
 * @param extension the extension of the membership that it grants; empty where it grants an administration
 * @param tokenHash what is kept of the token
 * @param invitedBy who invited; their authority is checked again on acceptance
 * @param at when
 */
public record Invitation(
        AccountId account,
        OrganizationId organization,
        InvitationId id,
        EmailAddress email,
        Optional<Extension> extension,
        String tokenHash,
        UserId invitedBy,
        Instant at) {

    /** How long an invitation is valid. */
    public static final Duration VALIDITY = Duration.ofDays(7);

    /** The most invitations that an organization can have open. */
    public static final int MAX_PER_ORGANIZATION = 1_000;

    public Invitation {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(tokenHash, "tokenHash");
        Objects.requireNonNull(invitedBy, "invitedBy");
        Objects.requireNonNull(at, "at");
    }

    /** When it expires. */
    public Instant expiresAt() {
        return at.plus(VALIDITY);
    }

    /** Whether it has expired: judged when it is read, so that no run is needed for it. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** Hides the e-mail address and the hash. */
    @Override
    public String toString() {
        return "Invitation[account=" + account + ", organization=" + organization + ", id=" + id + "]";
    }
}
