package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The audit of one account: tells its judges what is new, in order, and asks them. */
final class AccountAudit {

    private final Dossier dossier;
    private final List<Judge> judges;
    private long position;
    private Instant recordedAt = Instant.MIN;
    private Instant doneAt = Instant.MIN;

    AccountAudit(Evidence evidence) {
        dossier = new Dossier(evidence.account(), evidence.ground());
        AuditTerms terms = evidence.terms();
        judges = List.of(
                new ChainJudge(dossier),
                new OrderJudge(),
                new AnchorJudge(dossier, terms.trialDays()),
                new ExchangeJudge(dossier),
                new ChargeJudge(dossier, new DueJudge(dossier)),
                new UsageJudge(dossier),
                new ArrearsJudge(dossier),
                new StateJudge(dossier, terms.grace()),
                new AttemptJudge(dossier),
                new AutoRechargeJudge(dossier),
                new TakingJudge(dossier),
                new CourseJudge(dossier),
                new QuietJudge(dossier));
    }

    /**
     * Looks at the account.
     *
     * @param now what the host's clock says
     * @param since what it said at the look before
     * @param isThorough whether everything is read anew
     * @param isQuiet whether nothing is left to do
     */
    void look(
            Evidence evidence,
            Deliveries deliveries,
            Instant now,
            Optional<Instant> since,
            boolean isThorough,
            boolean isQuiet) {
        List<Happening> happenings = deliveries.addTo(evidence.happenings(position), position);
        OptionalLong kept = evidence.firstUndelivered();
        boolean hasGap = hasGap(happenings);
        boolean isComplete = !hasGap && (kept.isPresent() || deliveries.areTold());
        Look look = new Look(dossier.account, evidence, now, since, isComplete, isThorough);
        deliveries.verify(look);
        if (hasGap) {
            verifyNoneIsLost(look, deliveries, kept, happenings);
        }
        doneAt = look.earliest();
        for (Happening happening : happenings) {
            Told told = told(look, happening);
            tell(judge -> judge.happened(told));
            tell(judge -> happening.telling().accept(judge, told));
            position = happening.position();
        }
        tell(judge -> judge.seen(look));
        if (isQuiet) {
            tell(judge -> judge.quiet(look));
        }
    }

    /**
     * What is recorded later than all before was done when it was recorded. Otherwise it may have been done earlier, by a clock that has gone
     * back, which it does between two looks.
     */
    private Told told(Look look, Happening happening) {
        Instant at = happening.at();
        Instant earliest = at.isAfter(recordedAt) || doneAt.isAfter(at) ? at : doneAt;
        recordedAt = at;
        doneAt = look.since().isPresent() ? earliest : doneAt;
        return new Told(look, happening.position(), at, earliest, happening.bySystem());
    }

    private void tell(Consumer<Judge> what) {
        judges.forEach(what);
    }

    private boolean hasGap(List<Happening> happenings) {
        return !happenings.isEmpty()
                && happenings.get(happenings.size() - 1).position() != position + happenings.size();
    }

    /** What was delivered to the host may be gone, unless it was told of; and nothing behind it. */
    private void verifyNoneIsLost(Look look, Deliveries deliveries, OptionalLong kept, List<Happening> happenings) {
        long last = position;
        for (Happening happening : happenings) {
            boolean mayBeDelivered = !deliveries.areTold() && (kept.isEmpty() || kept.getAsLong() > last);
            if (happening.position() > last + 1 && !mayBeDelivered) {
                throw look.breach(
                        "X3",
                        "position " + (last + 1) + " is missing before position " + happening.position()
                                + ", and was not delivered");
            }
            last = happening.position();
        }
    }
}
