package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.VerifiedNotification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** How the gateways of tests write, sign and verify notifications. */
final class SignedNotifications {

    private static final String SIGNATURE = "signature";
    private static final String SECRET = "of the gateway of tests";

    private SignedNotifications() {}

    static PaymentNotification write(String id, String key) {
        String body = id + " " + key;
        return new PaymentNotification(body, Map.of(SIGNATURE, signature(body)));
    }

    static PaymentNotification forge(String id, String key) {
        return new PaymentNotification(id + " " + key, Map.of(SIGNATURE, "forged"));
    }

    static Optional<VerifiedNotification> verify(PaymentNotification notification) {
        String body = notification.body();
        int space = body.indexOf(' ');
        boolean isSigned = signature(body).equals(notification.headers().get(SIGNATURE));
        return isSigned && space > 0
                ? Optional.of(new VerifiedNotification(body.substring(0, space), body.substring(space + 1)))
                : Optional.empty();
    }

    private static String signature(String body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest((SECRET + body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
