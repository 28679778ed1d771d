package com.phoneunite.testkit.contract;

import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Postings drawn from a seed, with repetitions and contradictions among them, and what must become of each. */
final class LedgerProgram {

    private static final List<EntryKind> KINDS =
            List.of(EntryKind.RECHARGE, EntryKind.USAGE, EntryKind.PERIOD, EntryKind.REFUND);

    private final LedgerBench bench;
    private final SplittableRandom random;
    private final Map<String, Posting> accepted = new HashMap<>();
    private final List<Long> balances = new ArrayList<>();
    private long balance;

    LedgerProgram(LedgerBench bench, long seed) {
        this.bench = bench;
        random = new SplittableRandom(seed);
    }

    void run(Proof proof, int steps) {
        for (int step = 1; step <= steps; step++) {
            Posting posting = draw();
            String expected = expected(posting);
            proof.same("posting " + step + " of a program", expected, LedgerBench.word(bench.post(posting)));
            if (expected.equals("Posted")) {
                accepted.put(key(posting), posting);
                balance += posting.signedMinor();
                balances.add(balance);
            }
        }
        proof.same("the balance after a program", balance, bench.balance());
        proof.list(
                "the balances after each entry of a program",
                balances,
                bench.entries().stream().map(LedgerEntry::balanceAfterMinor).toList());
    }

    private Posting draw() {
        EntryKind kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean isOfAnOrganization = kind == EntryKind.USAGE || kind == EntryKind.PERIOD;
        Optional<OrganizationId> organization =
                isOfAnOrganization ? Optional.of(Facts.organizationId(1, random.nextInt(2))) : Optional.empty();
        long minor = random.nextInt(10) == 0 ? 0 : random.nextLong(1, 1_000);
        Posting drawn = LedgerBench.posting(
                1, organization, kind, minor, "r" + random.nextInt(60), Facts.NOW.plusSeconds(random.nextInt(1_000)));
        Posting first = accepted.get(key(drawn));
        return first != null && random.nextBoolean() ? first : drawn;
    }

    private String expected(Posting posting) {
        Posting first = accepted.get(key(posting));
        if (first != null) {
            boolean isSame = first.amount().equals(posting.amount())
                    && first.organization().equals(posting.organization());
            return isSame ? "AlreadyPosted" : "REFERENCE_REUSED";
        }
        if (posting.signedMinor() == 0) {
            return "NothingToPost";
        }
        return posting.signedMinor() < 0 && balance + posting.signedMinor() <= 0 ? "BALANCE_TOO_LOW" : "Posted";
    }

    private static String key(Posting posting) {
        return posting.kind() + "/" + posting.reference();
    }
}
