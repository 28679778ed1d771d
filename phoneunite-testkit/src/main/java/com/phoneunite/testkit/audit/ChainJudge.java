package com.phoneunite.testkit.audit;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules A3, B2, B3 and X2: the chain of the ledger. Every balance is the one before and the amount, and stays above zero; sequences have no
 * gap; recorded times do not go back; a reference stands once for its kind; what was read once never reads otherwise.
 */
final class ChainJudge implements Judge {

    private static final int PAGE = 1_000;

    private final Dossier dossier;
    private final Set<String> references = new HashSet<>();
    private long sequence;
    private long marks;
    private Instant recordedAt = Instant.MIN;

    ChainJudge(Dossier dossier) {
        this.dossier = dossier;
    }

    @Override
    public void line(Told told, Line line) {
        if (line.sequence() != sequence + 1) {
            throw told.breach("B3", "the entry " + line + " follows entry " + sequence);
        }
        if (line.after() != dossier.balance + line.minor()) {
            throw told.breach(
                    "B3",
                    "the balance after " + line + " is " + line.after() + ", and it was " + dossier.balance
                            + " before");
        }
        if (line.after() < 0 || (line.minor() <= 0 && line.after() == 0)) {
            throw told.breach("B2", "the balance after " + line + " is " + line.after());
        }
        if (line.minor() == 0 || line.minor() > 0 != line.kind().isCredit()) {
            throw told.breach("B3", "the entry " + line + " has another sign than its kind");
        }
        if (line.recordedAt().isBefore(recordedAt)) {
            throw told.breach("B3", "the entry " + line + " was recorded before the one before it, at " + recordedAt);
        }
        if (!line.currency().equals(dossier.ground.currency())) {
            throw told.breach("A3", "the entry " + line + " is in " + line.currency());
        }
        if (!references.add(line.kind() + " " + line.reference())) {
            throw told.breach("B3", "the entry " + line + " has a reference that stands there already");
        }
        dossier.balance = line.after();
        sequence = line.sequence();
        recordedAt = line.recordedAt();
        marks = next(marks, line);
    }

    @Override
    public void seen(Look look) {
        Facts facts = look.facts();
        if (facts.entries() != sequence) {
            throw look.breach("B3", "the ledger has " + facts.entries() + " entries, and " + sequence + " can be read");
        }
        if (facts.balance() != dossier.balance) {
            throw look.breach(
                    "B3", "the balance is " + facts.balance() + ", and the sum of the entries " + dossier.balance);
        }
        if (look.isThorough()) {
            readAgain(look);
        }
    }

    private void readAgain(Look look) {
        long read = 0;
        long again = 0;
        List<Line> page;
        do {
            page = look.facts().lines(read, PAGE);
            for (Line line : page) {
                again = next(again, line);
                read++;
            }
        } while (!page.isEmpty());
        if (read != sequence || again != marks) {
            throw look.breach("B3", "an entry reads otherwise than when it was read first, or is gone");
        }
    }

    private static long next(long marks, Line line) {
        return marks * 31 + line.mark();
    }
}
