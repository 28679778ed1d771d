package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.InputRule;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rule M5: the opaque secret that an invitation is accepted with. It names the account, so that it can be looked up there, and
 * carries {@value #RANDOM_BYTES} random bytes. Only its hash is ever kept; {@link #toString} hides it.
 * It has no property that a logger or a serializer would find; only {@link #reveal} tells it.
 */
public final class InvitationToken {

    /** How many random bytes it carries. */
    public static final int RANDOM_BYTES = 32;

    private static final int ACCOUNT_BYTES = 2 * Long.BYTES;

    private final String secret;

    private InvitationToken(String secret) {
        this.secret = secret;
    }

    /**
     * The token that an inviter handed over.
     *
     * @param text in URL-safe Base64 without padding
     * @throws IllegalArgumentException if it has not the shape of a token
     */
    public static InvitationToken parse(String text) {
        new Rule().require(text);
        return new InvitationToken(text);
    }

    /** The token itself: for the invited person only. */
    public String reveal() {
        return secret;
    }

    /** A token for an invitation of that account. */
    public static InvitationToken of(AccountId account, byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("a token carries " + RANDOM_BYTES + " random bytes");
        }
        byte[] bytes = ByteBuffer.allocate(ACCOUNT_BYTES + RANDOM_BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .put(random)
                .array();
        return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The account that the token says it is of. */
    public AccountId account() {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(secret));
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** What is kept of it: SHA-256, in lower-case hexadecimal. */
    public String hash() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(Base64.getUrlDecoder().decode(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvitationToken token && secret.equals(token.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "InvitationToken[hidden]";
    }

    /** The text has the shape of a token. Whether it is one is not told here. */
    public static final class Rule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (!isToken(value)) {
                report.accept("NOT_A_TOKEN", "must be the token of an invitation");
            }
        }

        private static boolean isToken(String value) {
            if (value.length() != (ACCOUNT_BYTES + RANDOM_BYTES) * 4 / 3) {
                return false;
            }
            try {
                return Base64.getUrlDecoder().decode(value).length == ACCOUNT_BYTES + RANDOM_BYTES;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
