package com.phoneunite.examples.quickstart.postgresql;

import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.testkit.SandboxGateway;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider that answers as the testkit's sandbox does, and, as a real one, remembers every key although the host was killed:
 * its book is in the database, written in transactions of its own. Thread-safe.
 */
final class ProviderBook implements PaymentGateway {

    private final DataSource database;
    private final InstantSource clock;

    ProviderBook(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        return SandboxGateway.create().describe(token);
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) {
        SandboxGateway sandbox = SandboxGateway.create();
        PaymentOutcome first = sandbox.charge(request);
        Instant received = received(request, sandbox);
        return answer(received, first, sandbox, request);
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        SandboxGateway sandbox = SandboxGateway.create();
        PaymentOutcome first = sandbox.charge(request);
        return received(request).map(received -> answer(received, first, sandbox, request));
    }

    /** What the sandbox tells whoever asks again, this one tells at any later moment: who asks twice at once learns no more. */
    private PaymentOutcome answer(
            Instant received, PaymentOutcome first, SandboxGateway sandbox, PaymentRequest request) {
        return now().isAfter(received) ? sandbox.find(request).orElse(first) : first;
    }

    @Override
    public GatewayCapabilities capabilities() {
        return GatewayCapabilities.NONE
                .remembersKeysFor(Duration.ofDays(36_500))
                .with(GatewayAbility.LOOK_UP, GatewayAbility.CONCLUSIVE_NOT_FOUND);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Writes a request down, unless its key is known, and says when it came first. */
    private Instant received(PaymentRequest request, SandboxGateway sandbox) {
        @Nullable
        String captured = sandbox.captured().values().stream()
                .findFirst()
                .map(Object::toString)
                .orElse(null);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO quickstart.provider_charge (key, amount, captured, received_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (key) DO NOTHING\
                        """)) {
            insert.setString(1, request.key());
            insert.setString(2, request.amount().toString());
            insert.setString(3, captured);
            insert.setObject(4, now().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PhoneUniteFault("the provider cannot be reached", e);
        }
        return received(request).orElseThrow();
    }

    private Optional<Instant> received(PaymentRequest request) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT received_at FROM quickstart.provider_charge WHERE key = ?")) {
            select.setString(1, request.key());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PhoneUniteFault("the provider cannot be reached", e);
        }
    }
}
