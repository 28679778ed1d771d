package com.phoneunite.postgresql;

import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A posting that is asked for with others of its account, and how much is asked up to it, with it. Amounts are in minor units.
 *
 * @param posting the posting
 * @param number which one of its account it is, from 1
 * @param total how much is asked of the account
 * @param ownTotal how much is asked of its organization
 */
record AskedUsage(Posting posting, long number, long total, long ownTotal) {

    /**
     * Those of one account in their order, where they can be plain together: each takes something, in one currency, at no later moment than
     * the first, and under a reference of its own. So all are entered at the moment of the first, as they would be one by one (B3).
     */
    static Optional<List<AskedUsage>> of(List<Posting> postings) {
        Posting first = postings.get(0);
        boolean isPlain = postings.stream()
                .allMatch(one -> one.signedMinor() < 0
                        && one.currency().equals(first.currency())
                        && !one.change().at().isAfter(first.change().at()));
        long references = postings.stream().map(Posting::reference).distinct().count();
        if (!isPlain || references < postings.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(summed(postings));
        } catch (ArithmeticException e) {
            return Optional.empty(); // no balance covers that
        }
    }

    private static List<AskedUsage> summed(List<Posting> postings) {
        Map<OrganizationId, Long> ownTotals = new HashMap<>();
        long[] total = new long[1];
        long[] number = new long[1];
        return postings.stream()
                .map(one -> {
                    total[0] = Math.addExact(total[0], one.signedMinor());
                    long own = ownTotals.merge(one.organization().orElseThrow(), one.signedMinor(), Math::addExact);
                    return new AskedUsage(one, ++number[0], total[0], own);
                })
                .toList();
    }
}
