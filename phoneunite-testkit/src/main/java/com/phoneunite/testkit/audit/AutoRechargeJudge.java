package com.phoneunite.testkit.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rules P4, P10 and P11: automatic recharges. Made only where they are set, needed, within the cap of the month, not before the wait that a
 * decline brings is over, and not once they have stopped; and of the amount that what is due and the setting ask for.
 */
final class AutoRechargeJudge implements Judge {

    private static final int STOP_AFTER = 8;

    private final Dossier dossier;
    private final Dues dues;
    private final Map<String, Long> began = new HashMap<>();
    private Optional<Setting> setting = Optional.empty();
    private long refusedUsage;
    private int declines;
    private Instant notBefore = Instant.MIN;
    private Stop stop = Stop.NO;
    private long cardPut;

    private enum Stop {
        NO,
        BY_CARD,
        BY_REVERSAL
    }

    AutoRechargeJudge(Dossier dossier) {
        this.dossier = dossier;
        dues = new Dues(dossier);
    }

    @Override
    public void autoRechargeSet(Told told, Setting now) {
        setting = Optional.of(now);
    }

    @Override
    public void autoRechargeOff(Told told) {
        setting = Optional.empty();
    }

    @Override
    public void cardPut(Told told) {
        cardPut = told.position();
        anew(stop == Stop.BY_REVERSAL ? stop : Stop.NO);
    }

    @Override
    public void line(Told told, Line line) {
        if (line.kind() == LineKind.REVERSAL || line.kind() == LineKind.DISPUTE) {
            stop = Stop.BY_REVERSAL;
        }
    }

    @Override
    public void arrearsRecorded(Told told, String reference, long minor) {
        stop = Stop.BY_REVERSAL;
    }

    @Override
    public void attempted(Told told, String key, boolean automatic, long minor) {
        began.put(key, told.position());
        if (!automatic || !told.look().isComplete()) {
            return;
        }
        Setting now = setting.orElseThrow(
                () -> told.breach("P4", "automatic attempt " + key + " was made, and auto-recharge is off"));
        dossier.attempt(key).ifPresent(attempt -> {
            verifyTime(told, attempt);
            verifyCap(told, attempt, now);
            if (!dues.explains(told.look(), attempt, now, refusedUsage)) {
                throw told.breach(
                        "P4",
                        "automatic attempt " + key + " asks for " + minor + " at a balance of " + dossier.balance
                                + ", set as " + now + ", with "
                                + dues.minor(told.look(), attempt.recordedAt()) + " due");
            }
        });
    }

    private void verifyTime(Told told, Attempt attempt) {
        if (stop == Stop.BY_REVERSAL) {
            throw told.breach("P11", "automatic attempt " + attempt.key() + " was made after money was taken back");
        }
        if (stop == Stop.BY_CARD) {
            throw told.breach("P10", "automatic attempt " + attempt.key() + " was made, and the card has stopped it");
        }
        if (attempt.recordedAt().isBefore(notBefore)) {
            throw told.breach(
                    "P10",
                    "automatic attempt " + attempt.key() + " was made at " + attempt.recordedAt() + ", and had to wait"
                            + " until " + notBefore + " after " + declines + " declines");
        }
    }

    private void verifyCap(Told told, Attempt attempt, Setting now) {
        long sum = 0;
        for (Attempt one : dossier.inTheMonthOf(attempt)) {
            sum += one.state().hasFailed() ? 0 : one.minor();
        }
        if (sum > now.cap()) {
            throw told.breach(
                    "P4",
                    "with automatic attempt " + attempt.key() + " the month has attempts of " + sum
                            + ", above its cap of " + now.cap());
        }
    }

    @Override
    public void attemptBecame(Told told, String key, AttemptState from, AttemptState to) {
        Optional<Attempt> attempt = dossier.attempt(key);
        if (to == AttemptState.SUCCEEDED && from != to) {
            anew(attempt.filter(Attempt::automatic).isPresent() ? stop : Stop.NO);
        }
        if (to == AttemptState.DECLINED && from != to && began.getOrDefault(key, 0L) > cardPut) {
            attempt.filter(Attempt::automatic)
                    .flatMap(one -> told.look().facts().attempt(key))
                    .ifPresent(one -> declined(told, one.decline()));
        }
    }

    private void declined(Told told, Attempt.Decline why) {
        switch (why) {
            case FOR_NOW -> {
                declines++;
                Instant earliest = told.earliest().isAfter(Instant.MIN) ? told.earliest() : notBefore;
                Instant until = earliest.plus(Duration.ofHours(Math.min(24, 1L << Math.min(5, declines - 1))));
                notBefore = until.isAfter(notBefore) ? until : notBefore;
                stop = declines >= STOP_AFTER ? stoppedByCard() : stop;
            }
            case FOR_EVER -> {
                declines++;
                stop = stoppedByCard();
            }
            case NOT_OF_THE_CARD, NONE -> {}
        }
    }

    private Stop stoppedByCard() {
        return stop == Stop.NO ? Stop.BY_CARD : stop;
    }

    private void anew(Stop then) {
        declines = 0;
        notBefore = Instant.MIN;
        stop = then;
    }

    @Override
    public void seen(Look look) {
        if (!look.isComplete()) {
            anew(Stop.NO);
            setting = look.facts().setting();
        }
        if (look.isThorough() && !look.facts().setting().equals(setting)) {
            throw look.breach("X3", "auto-recharge is not set as was told, " + setting);
        }
        refusedUsage = look.facts().refusedUsage();
    }
}
