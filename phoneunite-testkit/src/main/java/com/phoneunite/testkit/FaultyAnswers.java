package com.phoneunite.testkit;

import com.phoneunite.testkit.FaultyPaymentGateway.AskFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a gateway answers to questions that charge nothing, and what becomes of the answers. Safe for any number of threads. */
final class FaultyAnswers {

    private final FaultScript<AskFault> lookUps = new FaultScript<>();
    private final FaultScript<AskFault> cards = new FaultScript<>();
    private final Hanging hanging;

    FaultyAnswers(Hanging hanging) {
        this.hanging = hanging;
    }

    void nextLookUp(AskFault... spoilt) {
        lookUps.add(List.of(spoilt));
    }

    void nextDescribe(AskFault... spoilt) {
        cards.add(List.of(spoilt));
    }

    void seeded(long seed, int percent) {
        lookUps.seeded(seed, percent, List.of(AskFault.FAIL, AskFault.ERROR, AskFault.NULL));
    }

    /** The answer to a question about a request. */
    <T> T lookUp(T notFound, Supplier<T> answer) {
        return spoiltOr(lookUps, notFound, answer);
    }

    /** The answer to a question about a card. */
    <T> T describe(T notFound, Supplier<T> answer) {
        return spoiltOr(cards, notFound, answer);
    }

    private <T> T spoiltOr(FaultScript<AskFault> faults, T notFound, Supplier<T> answer) {
        Optional<AskFault> fault = faults.poll();
        return fault.isPresent() ? spoil(fault.get(), notFound) : answer.get();
    }

    @SuppressWarnings("NullAway") // to answer null is the fault
    private <T> T spoil(AskFault fault, T notFound) {
        return switch (fault) {
            case HANG -> {
                hanging.hang();
                yield notFound;
            }
            case FAIL -> throw new IllegalStateException("the connection was lost");
            case ERROR -> throw new AssertionError("the gateway's library is broken");
            case NULL -> null;
            case NOT_FOUND -> notFound;
        };
    }
}
