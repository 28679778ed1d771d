package com.phoneunite.testkit.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules P11 and B8: arrears. They are paid in parts that leave one minor unit, or cancelled, and while any are open every open organization is
 * suspended.
 */
final class ArrearsJudge implements Judge {

    private final Dossier dossier;
    private final Map<String, Debt> debts = new HashMap<>();
    private boolean isExact = true;

    private record Debt(long left, int payments) {}

    ArrearsJudge(Dossier dossier) {
        this.dossier = dossier;
    }

    @Override
    public void arrearsRecorded(Told told, String reference, long minor) {
        if (minor <= 0 || debts.putIfAbsent(reference, new Debt(minor, 0)) != null) {
            throw told.breach(
                    "P11", "arrears of " + minor + " are recorded for " + reference + ", twice or of nothing");
        }
        if (dossier.balance > 1) {
            throw told.breach("P11", "arrears are recorded for " + reference + " at a balance of " + dossier.balance);
        }
        dossier.arrears += minor;
    }

    @Override
    public void arrearsForgiven(Told told, String reference, long minor) {
        Debt debt = debts.get(reference);
        if (isExact && (debt == null || debt.left() != minor)) {
            throw told.breach("P11", minor + " is cancelled of the arrears for " + reference + ", which are " + debt);
        }
        debts.computeIfPresent(reference, (key, known) -> new Debt(0, known.payments()));
        dossier.arrears -= minor;
    }

    @Override
    public void line(Told told, Line line) {
        if (line.kind() != LineKind.ARREARS) {
            return;
        }
        int slash = line.reference().lastIndexOf('/');
        String reference = line.reference().substring(0, Math.max(0, slash));
        Debt debt = debts.get(reference);
        if (debt != null) {
            verify(told, line, reference, debt);
            debts.put(reference, new Debt(debt.left() - line.size(), debt.payments() + 1));
        } else if (isExact && told.look().isComplete()) {
            throw told.breach("P11", line + " pays arrears that nobody has recorded");
        }
        dossier.arrears -= line.size();
    }

    private static void verify(Told told, Line line, String reference, Debt debt) {
        if (!line.reference().equals(reference + "/" + (debt.payments() + 1))) {
            throw told.breach("P11", line + " is part " + (debt.payments() + 1) + " of what is paid for " + reference);
        }
        long expected = Math.min(debt.left(), line.before() - 1);
        if (line.size() != expected) {
            throw told.breach(
                    "P11",
                    line + " pays arrears of " + debt.left() + " from " + line.before() + ", and expected was "
                            + expected);
        }
    }

    @Override
    public void seen(Look look) {
        long open = look.facts().arrears();
        if (!look.isComplete()) {
            isExact = false;
            dossier.arrears = open;
        }
        if (open != dossier.arrears) {
            throw look.breach("P11", "arrears of " + open + " are open, and told was of " + dossier.arrears);
        }
        for (Course course : open > 0 ? dossier.courses() : List.<Course>of()) {
            if (course.runs()) {
                throw look.breach("P11", course + " is " + course.state + ", and arrears of " + open + " are open");
            }
        }
    }

    @Override
    public void quiet(Look look) {
        if (dossier.arrears > 0 && dossier.balance > 1) {
            throw look.breach("B8", "arrears of " + dossier.arrears + " are open at a balance of " + dossier.balance);
        }
    }
}
