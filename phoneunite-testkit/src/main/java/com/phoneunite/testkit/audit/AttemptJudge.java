package com.phoneunite.testkit.audit;

import com.phoneunite.testkit.audit.Facts.Capture;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules P5 to P9: payment attempts beside the gateway's book. At most one is unresolved; a key is captured once; what is captured is credited
 * once, as much as was captured, or waits for somebody; and nothing else is credited.
 */
final class AttemptJudge implements Judge {

    private final Dossier dossier;
    private final Map<String, Long> credits = new HashMap<>();
    private final Map<String, Capture> captures = new HashMap<>();
    private final Map<String, Told> began = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private int captured;

    AttemptJudge(Dossier dossier) {
        this.dossier = dossier;
    }

    @Override
    public void attempted(Told told, String key, boolean automatic, long minor) {
        touched.add(key);
        began.put(key, told);
        Attempt attempt = there(told.look(), key);
        if (told.look().isComplete()) {
            for (Attempt other : dossier.unresolved()) {
                throw told.breach("P5", "attempt " + key + " is recorded, and " + other.key() + " is unresolved");
            }
            for (Attempt other : automatic ? dossier.inReview() : List.<Attempt>of()) {
                throw told.breach(
                        "P5", "automatic attempt " + key + " is recorded, and " + other.key() + " is in review");
            }
            if (dossier.attempt(key)
                    .filter(one -> one.state() != AttemptState.NOT_ATTEMPTED)
                    .isPresent()) {
                throw told.breach("P7", "attempt " + key + " begins again, and may have been sent before");
            }
        }
        dossier.keep(attempt.begun(told, automatic, minor));
    }

    @Override
    public void attemptBecame(Told told, String key, AttemptState from, AttemptState to) {
        touched.add(key);
        if (!told.look().isComplete()) {
            return;
        }
        Attempt known = dossier.attempt(key)
                .orElseThrow(() -> told.breach("P5", "attempt " + key + " became " + to + ", and was never recorded"));
        if (known.state() != from) {
            throw told.breach("P6", "attempt " + key + " was " + known.state() + ", and is told to have been " + from);
        }
        if (from == AttemptState.SUCCEEDED && to != from) {
            throw told.breach("P8", "attempt " + key + " succeeded, and became " + to);
        }
        dossier.keep(known.as(to));
    }

    @Override
    public void line(Told told, Line line) {
        if (line.kind() != LineKind.RECHARGE) {
            return;
        }
        String key = line.reference();
        touched.add(key);
        if (told.look().facts().attempt(key).isEmpty()) {
            throw told.breach("P8", line + " credits an attempt that is not there");
        }
        if (credits.putIfAbsent(key, line.size()) != null) {
            throw told.breach("P8", line + " credits attempt " + key + " again");
        }
    }

    @Override
    public void seen(Look look) {
        takeCaptures(look);
        if (look.isThorough() || !look.isComplete()) {
            look.facts().attempts().forEach(attempt -> touched.add(attempt.key()));
            dossier.attempts().forEach(attempt -> touched.add(attempt.key()));
        }
        touched.forEach(key -> verify(look, there(look, key)));
        touched.clear();
        if (dossier.unresolved().size() > 1) {
            throw look.breach("P5", "attempts " + dossier.unresolved() + " are unresolved at once");
        }
    }

    private void takeCaptures(Look look) {
        for (Capture capture : look.facts().captures(captured)) {
            captured++;
            touched.add(capture.key());
            if (captures.putIfAbsent(capture.key(), capture) != null) {
                throw look.breach("P7", "the gateway has captured twice under key " + capture.key());
            }
        }
    }

    private void verify(Look look, Attempt attempt) {
        String key = attempt.key();
        if (look.isComplete()) {
            Attempt told = dossier.attempt(key)
                    .orElseThrow(() -> look.breach("X3", "attempt " + key + " is there, and no event tells of it"));
            if (told.state() != attempt.state()) {
                throw look.breach(
                        "X3", "attempt " + key + " is " + attempt.state() + ", and was told to be " + told.state());
            }
            if (told.minor() != attempt.minor() || told.automatic() != attempt.automatic()) {
                throw look.breach(
                        "P5",
                        "attempt " + key + " was recorded with " + told.minor() + ", and now has " + attempt.minor());
            }
            Told beginning = began.get(key);
            if (beginning != null && !beginning.mayBeAt(attempt.recordedAt())) {
                throw look.breach(
                        "P5",
                        "attempt " + key + " is kept as recorded at " + attempt.recordedAt() + ", and was at "
                                + beginning.recordedAt());
            }
        } else {
            // It may have been made again in what is missing.
            began.remove(key);
        }
        dossier.keep(attempt);
        Long credit = credits.get(key);
        Capture capture = captures.get(key);
        if (attempt.state() == AttemptState.SUCCEEDED) {
            verifyCredit(look, attempt, credit, capture);
        } else if (credit != null) {
            throw look.breach("P8", "attempt " + key + " is " + attempt.state() + ", and " + credit + " was credited");
        } else if (capture != null && attempt.state().hasFailed() && !attempt.decided()) {
            throw look.breach(
                    "P8",
                    "attempt " + key + " is " + attempt.state() + ", and " + capture.minor()
                            + " was captured and is not credited");
        }
    }

    private static void verifyCredit(Look look, Attempt attempt, @Nullable Long credit, @Nullable Capture capture) {
        String key = attempt.key();
        if (credit == null) {
            throw look.breach("P8", "attempt " + key + " succeeded, and nothing was credited");
        }
        if (attempt.decided()) {
            if (attempt.credit().orElse(0) != credit) {
                throw look.breach(
                        "P7", credit + " was credited for attempt " + key + ", and decided was " + attempt.credit());
            }
            return;
        }
        if (capture == null) {
            throw look.breach("P8", credit + " was credited for attempt " + key + ", and nothing was captured");
        }
        if (credit != capture.minor() || !attempt.currency().equals(capture.currency())) {
            throw look.breach("P8", credit + " was credited for attempt " + key + ", and captured was " + capture);
        }
        if (credit != attempt.minor()) {
            throw look.breach(
                    "P9", credit + " was credited for attempt " + key + ", and asked for was " + attempt.minor());
        }
    }

    private static Attempt there(Look look, String key) {
        return look.facts()
                .attempt(key)
                .orElseThrow(
                        () -> look.breach("P5", "something is told of attempt " + key + ", which was never recorded"));
    }

    @Override
    public void quiet(Look look) {
        for (Attempt attempt : dossier.unresolved()) {
            throw look.breach("P7", "attempt " + attempt.key() + " is still " + attempt.state());
        }
        dossier.attempts().forEach(attempt -> verifyBook(look, attempt));
    }

    /** Property 9: what the gateway has kept is what the ledger has kept of it, unless a person has decided otherwise. */
    private void verifyBook(Look look, Attempt attempt) {
        String key = attempt.key();
        List<Taking> takings = look.facts().takings(key);
        for (Taking taking : takings) {
            if (taking.stand() == Taking.Stand.UNRESOLVED) {
                throw look.breach("P7", taking + " is still unresolved");
            }
        }
        if (attempt.decided()
                || attempt.state() == AttemptState.IN_REVIEW
                || takings.stream().anyMatch(Taking::isPersonal)) {
            return;
        }
        Capture capture = captures.get(key);
        long atTheGateway =
                (capture == null ? 0 : capture.minor()) - look.facts().takenBack(key);
        long taken =
                takings.stream().filter(Taking::counts).mapToLong(Taking::minor).sum();
        long inTheLedger = credits.getOrDefault(key, 0L) - taken;
        if (atTheGateway != inTheLedger) {
            throw look.breach(
                    "P8",
                    "the gateway has kept " + atTheGateway + " of attempt " + key + ", and the books say "
                            + inTheLedger);
        }
    }
}
