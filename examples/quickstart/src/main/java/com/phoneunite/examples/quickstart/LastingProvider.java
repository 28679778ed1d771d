package com.phoneunite.examples.quickstart;

import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.testkit.SandboxGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A payment provider that answers as the testkit's sandbox does, and, as a real one, outlives the host: it has a book of its own, and
 * knows every key that was ever charged. Thread-safe where its book is.
 */
public final class LastingProvider implements PaymentGateway {

    private final Book book;
    private final InstantSource clock;

    /** The provider with that book, in the time of a story. */
    public LastingProvider(Book book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /** What the provider never forgets. */
    public interface Book {

        /** Writes a request down, unless its key is known, with what is captured for it, and says when it came first. */
        Instant receive(String key, Money amount, Optional<Money> captured, Instant now);

        /** When the request with that key came first; empty if none did. */
        Optional<Instant> received(String key);
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        return SandboxGateway.create().describe(token);
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) {
        SandboxGateway sandbox = SandboxGateway.create();
        PaymentOutcome first = sandbox.charge(request);
        Optional<Money> captured = sandbox.captured().values().stream().findFirst();
        return answer(request, sandbox, first, book.receive(request.key(), request.amount(), captured, now()));
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        SandboxGateway sandbox = SandboxGateway.create();
        PaymentOutcome first = sandbox.charge(request);
        return book.received(request.key()).map(received -> answer(request, sandbox, first, received));
    }

    /** What the sandbox tells whoever asks again, this one tells at any later moment: who asks twice at once learns no more. */
    private PaymentOutcome answer(
            PaymentRequest request, SandboxGateway sandbox, PaymentOutcome first, Instant received) {
        return now().isAfter(received) ? sandbox.find(request).orElse(first) : first;
    }

    @Override
    public GatewayCapabilities capabilities() {
        return GatewayCapabilities.NONE
                .remembersKeysFor(Duration.ofDays(36_500))
                .with(GatewayAbility.LOOK_UP, GatewayAbility.CONCLUSIVE_NOT_FOUND);
    }

    /** As exact as books are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
