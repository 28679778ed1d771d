package com.phoneunite.benchmarks.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** The ways to post one usage: ours through three doors, and what is written by hand. */
final class Posters {

    private static final Instant NOW = MemoryHost.DUE;
    private static final Money AMOUNT = MemoryHost.usd(Load.AMOUNT);
    private static final Actor METER = Actor.operator("meter");

    private Posters() {}

    /** Posts one operation of a load. */
    @FunctionalInterface
    interface Poster {
        /** Answers whether it was posted. */
        boolean post(Load load, int operation);

        /** Posts all of a load. */
        default void postAll(Load load) {
            for (int i = 0; i < load.operations(); i++) {
                if (!post(load, i)) {
                    throw new IllegalStateException("a posting was refused: " + load.reference(i));
                }
            }
        }
    }

    /** The port that posts in one step. */
    static Poster oneStep(MemoryHost host) {
        return oneStep(host, NOW);
    }

    /** The same at another moment. */
    static Poster oneStep(MemoryHost host, Instant at) {
        PlainUsage port = host.store().plainUsage();
        return (load, i) -> port.post(List.of(posting(load, i, at))).get(0).isPresent();
    }

    /** The port of the ledger, in a unit of work around it. */
    static Poster unitOfWork(MemoryHost host) {
        UnitOfWork unitOfWork = host.store().core().unitOfWork();
        LedgerRepository ledger = host.store().ledger();
        return (load, i) -> {
            Posting posting = posting(load, i, NOW);
            return unitOfWork.change(posting.account(), () -> ledger.post(posting)) instanceof PostingOutcome.Posted;
        };
    }

    /** What a host calls. */
    static Poster frontDoor(MemoryHost host) {
        BillingOperator meter = host.billing().actingAs("meter");
        return (load, i) -> meter.deductUsage(
                        Usage.of(load.account(i), load.organization(i), load.reference(i), AMOUNT))
                .isPresent();
    }

    /** Written by hand. */
    static Poster byHand(HandWritten ledger) {
        return (load, i) ->
                ledger.post(load.account(i).value(), load.organization(i).value(), load.reference(i), Load.AMOUNT, NOW);
    }

    private static Posting posting(Load load, int operation, Instant at) {
        AccountId account = load.account(operation);
        OrganizationId organization = load.organization(operation);
        return new Posting(
                new Change(account, METER, at),
                EntryKind.USAGE,
                Optional.of(organization),
                AMOUNT,
                load.reference(operation),
                at);
    }
}
