package com.phoneunite.examples.quickstart;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.PaymentGateway;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.crash.CrashPoints;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/** A host that tells a story and is killed over it, while its store, the provider's book and the place of the story stay. */
final class MortalHost {

    private static final int ALL = 100_000;

    private final BillingStore store = BillingStore.in(InMemoryStore.create());
    private final CrashPoints points = CrashPoints.killing();
    private final BillingStore watched = points.over(store);
    private final Map<String, Instant> received = new HashMap<>();
    private final Map<Integer, Long> pointsAfter = new HashMap<>();
    private final List<Money> captured = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private Optional<Place> place = Optional.empty();

    /** Tells on until it is killed, after so many points of the store. */
    boolean tellsToTheEnd(Story story, long killedAfter) throws StoryTurn {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        points.restart();
        points.crashAfter(killedAfter);
        try {
            new StoryTeller(story, new Narrator(new PrintStream(out, true, StandardCharsets.UTF_8)), new Keeper())
                    .tell();
            return true;
        } catch (CrashPoints.Crash | PhoneUniteFault e) {
            // A billing run sets aside an account that it cannot bill, and so says what it makes of its own end.
            if (!points.wasReached()) {
                throw e;
            }
            return false;
        } finally {
            outputs.add(out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
        }
    }

    /** Whether a process that was killed has left a lease that another one had to wait for. */
    boolean isLate() {
        return place.filter(one -> !one.late().isZero()).isPresent();
    }

    /** How many points were passed when so many steps had been kept, for the last time. */
    long pointsAfter(int steps) {
        return Objects.requireNonNull(pointsAfter.get(steps));
    }

    /** What the processes have printed, one after the other. */
    List<String> outputs() {
        return outputs;
    }

    /** What the provider has taken. */
    List<Money> captured() {
        return captured;
    }

    /** What the ledgers say, apart from ids and times of day. */
    List<String> books() {
        List<String> facts = new ArrayList<>();
        for (AccountId account : store.ledger().accounts(Optional.empty(), ALL)) {
            store.core().unitOfWork().view(account, () -> {
                Map<OrganizationId, String> names = new HashMap<>();
                for (Organization one : store.core().organizations().list(account, 0, ALL)) {
                    names.put(one.id(), one.name() + " " + one.state());
                }
                for (LedgerEntry entry : store.ledger().list(account, 0, ALL)) {
                    facts.add(entry.sequence() + " " + entry.kind() + " " + entry.amount() + " " + entry.balanceAfter()
                            + " " + entry.organization().map(names::get).orElse("") + " "
                            + entry.happenedAt().toString().substring(0, 10));
                }
                return facts;
            });
        }
        return facts;
    }

    private final class Keeper implements StoryKeeper, LastingProvider.Book {

        @Override
        public BillingStore store() {
            return watched;
        }

        @Override
        public PaymentGateway gateway(InstantSource clock) {
            return new LastingProvider(this, clock);
        }

        @Override
        public Optional<Place> place() {
            return place;
        }

        @Override
        public void keep(Place now) {
            place = Optional.of(now);
            pointsAfter.put(now.steps(), points.passed());
        }

        @Override
        public void close() {
            // It all stays.
        }

        @Override
        public synchronized Instant receive(String key, Money amount, Optional<Money> taken, Instant now) {
            if (!received.containsKey(key)) {
                taken.ifPresent(captured::add);
            }
            received.putIfAbsent(key, now);
            return received(key).orElseThrow();
        }

        @Override
        public synchronized Optional<Instant> received(String key) {
            return Optional.ofNullable(received.get(key));
        }
    }
}
