package com.phoneunite.testkit.audit;

import com.phoneunite.testkit.audit.Taking.Source;
import com.phoneunite.testkit.audit.Taking.Stand;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rule P11: refunds and disputes. A refund of ours is deducted before the gateway is asked, is no more than what is left of its recharge, and
 * is given back once and only on a no. What the gateway reports takes all of it, or all of the balance but one minor unit, and the rest is
 * arrears; what has come back is credited, less what is cancelled of its arrears.
 */
final class TakingJudge implements Judge {

    private final Dossier dossier;
    private final Map<String, String> recharges = new HashMap<>();
    private final Map<String, Line> out = new HashMap<>();
    private final Map<String, Long> back = new HashMap<>();
    private final Map<String, Long> owed = new HashMap<>();
    private final Map<String, Long> forgiven = new HashMap<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> refunded = new LinkedHashSet<>();
    private final Set<String> reported = new LinkedHashSet<>();

    TakingJudge(Dossier dossier) {
        this.dossier = dossier;
    }

    @Override
    public void line(Told told, Line line) {
        switch (line.kind()) {
            case REFUND -> takes(Source.OURS, line);
            case REVERSAL -> takes(Source.REFUND, line);
            case DISPUTE -> takes(Source.DISPUTE, line);
            case REFUND_RETURNED -> returns(Source.OURS, line);
            case REVERSAL_RETURNED -> returns(Source.REFUND, line);
            case DISPUTE_WON -> returns(Source.DISPUTE, line);
            case RECHARGE, PERIOD, USAGE, PLAN_CHARGE, PLAN_CREDIT, ARREARS -> {}
        }
    }

    private void takes(Source source, Line line) {
        named.add(source + "/" + line.reference());
        out.put(source + "/" + line.reference(), line);
    }

    private void returns(Source source, Line line) {
        named.add(source + "/" + line.reference());
        back.put(source + "/" + line.reference(), line.size());
    }

    @Override
    public void arrearsRecorded(Told told, String reference, long minor) {
        owed.put(reference, minor);
        named.add(reference);
    }

    @Override
    public void arrearsForgiven(Told told, String reference, long minor) {
        forgiven.put(reference, minor);
    }

    @Override
    public void takingBegan(Told told, Source source, String reference, String recharge) {
        recharges.put(source + "/" + reference, recharge);
        named.add(source + "/" + reference);
        (source == Source.OURS ? refunded : reported).add(recharge);
    }

    @Override
    public void takingBecame(Told told, Source source, String reference) {
        String name = source + "/" + reference;
        named.add(name);
        if (source != Source.OURS && recharges.containsKey(name)) {
            reported.add(recharges.get(name));
        }
    }

    @Override
    public void seen(Look look) {
        Set<String> touched = new LinkedHashSet<>();
        if (look.isThorough() || !look.isComplete()) {
            dossier.attempts().forEach(attempt -> touched.add(attempt.key()));
        }
        if (look.isComplete()) {
            named.stream().map(recharges::get).filter(Objects::nonNull).forEach(touched::add);
            touched.forEach(recharge -> verify(look, recharge));
            verifyNamed(look);
        } else {
            touched.forEach(recharge -> look.facts()
                    .takings(recharge)
                    .forEach(one -> recharges.put(one.source() + "/" + one.reference(), recharge)));
        }
        named.clear();
        refunded.clear();
        reported.clear();
    }

    private void verifyNamed(Look look) {
        for (String name : named) {
            if (!recharges.containsKey(name)) {
                throw look.breach("P11", name + " takes money back, and nobody has recorded of which recharge");
            }
        }
    }

    private void verify(Look look, String recharge) {
        long left = dossier.attempt(recharge).map(TakingJudge::credited).orElse(0L);
        for (Taking taking : look.facts().takings(recharge)) {
            if (!recharges.containsKey(taking.name())) {
                throw look.breach("X3", taking + " is there, and no event tells of it");
            }
            if (taking.source() == Source.OURS) {
                verifyOurs(look, taking);
            } else {
                verifyReported(look, taking);
            }
            left -= taking.counts() ? taking.minor() : 0;
        }
        if (left < 0 && refunded.contains(recharge) && !reported.contains(recharge)) {
            throw look.breach("P11", "refunds of attempt " + recharge + " are " + -left + " more than is left of it");
        }
    }

    private static long credited(Attempt attempt) {
        return attempt.state() == AttemptState.SUCCEEDED ? attempt.credit().orElse(attempt.minor()) : 0;
    }

    private void verifyOurs(Look look, Taking taking) {
        Line deducted = out.get(taking.name());
        if (deducted == null || deducted.size() != taking.minor()) {
            throw look.breach("P11", taking + " was recorded, and deducted was " + deducted);
        }
        long returned = back.getOrDefault(taking.name(), 0L);
        if (returned != (taking.stand() == Stand.RETURNED ? taking.minor() : 0)) {
            throw look.breach("P11", returned + " was given back of " + taking);
        }
    }

    private void verifyReported(Look look, Taking taking) {
        Line line = out.get(taking.name());
        long taken = line == null ? 0 : line.size();
        long lacking = owed.getOrDefault(taking.name(), 0L);
        long returned = back.getOrDefault(taking.name(), 0L);
        boolean isTaken = taken + lacking > 0;
        if (taking.stand() == Stand.TAKEN != (isTaken && taking.stand() != Stand.RETURNED)) {
            throw look.breach("P11", taken + " was taken, and " + lacking + " is owed, for " + taking);
        }
        if (isTaken && taken + lacking != taking.minor()) {
            throw look.breach("P11", taken + " was taken, and " + lacking + " is owed, for " + taking);
        }
        if (lacking > 0 && line != null && line.after() != 1) {
            throw look.breach("P11", taking + " left a balance of " + line.after() + " and arrears of " + lacking);
        }
        long due = isTaken && taking.stand() == Stand.RETURNED
                ? taken + lacking - forgiven.getOrDefault(taking.name(), 0L)
                : 0;
        if (returned != due) {
            throw look.breach("P11", returned + " was credited for " + taking + ", and expected was " + due);
        }
    }
}
