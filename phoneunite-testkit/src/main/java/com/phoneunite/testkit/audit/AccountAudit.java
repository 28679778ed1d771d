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
    void look(Evidence evidence, Instant now, Optional<Instant> since, boolean isThorough, boolean isQuiet) {
        List<Happening> happenings = evidence.happenings(position);
        boolean isComplete = isComplete(happenings);
        Look look = new Look(dossier.account, evidence, now, since, isComplete, isThorough);
        if (!isComplete) {
            verifyNoneIsLost(look, evidence, happenings);
        }
        for (Happening happening : happenings) {
            Told told = new Told(look, happening.position(), happening.at(), happening.bySystem());
            tell(judge -> judge.happened(told));
            tell(judge -> happening.telling().accept(judge, told));
            position = happening.position();
        }
        tell(judge -> judge.seen(look));
        if (isQuiet) {
            tell(judge -> judge.quiet(look));
        }
    }

    private void tell(Consumer<Judge> what) {
        judges.forEach(what);
    }

    private boolean isComplete(List<Happening> happenings) {
        return happenings.isEmpty() || happenings.get(happenings.size() - 1).position() == position + happenings.size();
    }

    /** What was delivered to the host may be gone, and nothing behind it. */
    private void verifyNoneIsLost(Look look, Evidence evidence, List<Happening> happenings) {
        OptionalLong kept = evidence.firstUndelivered();
        long last = position;
        for (Happening happening : happenings) {
            if (happening.position() != last + 1 && kept.isPresent() && kept.getAsLong() <= last) {
                throw look.breach(
                        "X3",
                        "position " + (last + 1) + " is missing before position " + happening.position()
                                + ", and was not delivered");
            }
            last = happening.position();
        }
    }
}
