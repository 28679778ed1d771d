package com.phoneunite.testkit;

import com.phoneunite.billing.recharge.CancelOutcome;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentOutcome;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.VerifiedNotification;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** A gateway that answers what a test wants, and keeps what it was asked. What it is not told to answer, it captures. */
final class ScriptedGateway implements PaymentGateway {

    final List<String> asked = new ArrayList<>();
    final Deque<PaymentOutcome> charges = new ArrayDeque<>();
    final Deque<CancelOutcome> cancellations = new ArrayDeque<>();
    Optional<PaymentOutcome> found = Optional.of(new PaymentOutcome.Unknown("no line"));
    /** What is told of reversals; empty where the line is lost. */
    Optional<List<ReportedReversal>> reversals = Optional.of(List.of());

    CardOutcome.Known card = new CardOutcome.Known("Visa", "4242", YearMonth.of(2040, 12));

    /** What happens while it charges. */
    Runnable meanwhile = () -> {};

    private final GatewayCapabilities capabilities;

    private ScriptedGateway(GatewayCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    static ScriptedGateway declaring(GatewayCapabilities capabilities) {
        return new ScriptedGateway(capabilities);
    }

    /** An account that is charged by this gateway. */
    Story story() {
        Story story = new Story(
                BillingStore.in(InMemoryStore.create()), capabilities, builder -> builder.paymentGateway(this));
        story.mine().putPaymentMethodOnFile("tok_visa");
        return story;
    }

    /** A genuine notification about the attempt. */
    static PaymentNotification about(Story story, String key) {
        return SignedNotifications.write("notification-" + key, story.id() + "/" + key);
    }

    static PaymentOutcome captured(String amount) {
        return new PaymentOutcome.Succeeded(Money.parse("USD " + amount));
    }

    @Override
    public CardOutcome describe(PaymentToken token) {
        return card;
    }

    @Override
    public PaymentOutcome charge(PaymentRequest request) {
        asked.add("charge");
        meanwhile.run();
        return charges.isEmpty() ? new PaymentOutcome.Succeeded(request.amount()) : charges.remove();
    }

    @Override
    public Optional<PaymentOutcome> find(PaymentRequest request) {
        asked.add("find");
        return found;
    }

    @Override
    public CancelOutcome cancel(PaymentRequest request) {
        asked.add("cancel");
        return cancellations.remove();
    }

    @Override
    public List<ReportedReversal> reversals(PaymentRequest request) {
        asked.add("reversals");
        return reversals.orElseThrow(() -> new IllegalStateException("the connection was lost"));
    }

    @Override
    public Optional<VerifiedNotification> verify(PaymentNotification notification) {
        return SignedNotifications.verify(notification);
    }

    @Override
    public GatewayCapabilities capabilities() {
        return capabilities;
    }
}
