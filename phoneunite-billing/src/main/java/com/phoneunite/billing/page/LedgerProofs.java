package com.phoneunite.billing.page;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.cycle.SubscriptionRepository;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.page.LedgerDifference.Kind;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRepository;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.UnitOfWork;
import java.util.List;
import java.util.Optional;

/**
 * Recomputes the books of an account: sums, the chain of balances, sequences, references, recorded times (B2, B3), that each period was
 * charged at most once and for what its terms say (B5, B13), and that what counts as paid was. Reads in pages, each in a view of its own, and
 * what is posted meanwhile is left to the next time. Thread-safe.
 */
public final class LedgerProofs {

    private static final int PAGE = PageRequest.MAX_LIMIT;

    private final UnitOfWork unitOfWork;
    private final OrganizationRepository organizations;
    private final LedgerRepository ledger;
    private final SubscriptionRepository subscriptions;
    private final ChargeFacts facts;
    private final Explanations explanations;

    public LedgerProofs(
            UnitOfWork unitOfWork,
            OrganizationRepository organizations,
            LedgerRepository ledger,
            SubscriptionRepository subscriptions,
            ChargeFacts facts) {
        this.unitOfWork = unitOfWork;
        this.organizations = organizations;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.facts = facts;
        this.explanations = new Explanations(facts);
    }

    /** What comes of recomputing the account; nothing where it has no ledger. */
    public Optional<LedgerProof> of(AccountId account) {
        return unitOfWork.view(account, () -> ledger.head(account)).map(this::recompute);
    }

    private LedgerProof recompute(LedgerHead head) {
        LedgerRecount recount = new LedgerRecount(head);
        long after = 0;
        boolean more = head.entries() > 0;
        while (more) {
            long behind = after;
            List<LedgerEntry> entries = unitOfWork.view(head.account(), () -> countAll(head, behind, recount));
            after = entries.isEmpty() ? after : entries.get(entries.size() - 1).sequence();
            // A sequence that does not grow would be read for ever.
            more = entries.size() == PAGE && after > behind && after < head.entries();
        }
        compareSums(head, recount);
        compareSubscriptions(head.account(), recount);
        return recount.proof();
    }

    private List<LedgerEntry> countAll(LedgerHead head, long after, LedgerRecount recount) {
        List<LedgerEntry> entries = ledger.list(head.account(), after, PAGE).stream()
                .limit(Math.max(0, head.entries() - after))
                .toList();
        for (LedgerEntry entry : entries) {
            recount.count(entry);
            // Of another account's entry, nothing is to be looked up here.
            if (entry.account().equals(head.account())) {
                compare(entry, recount);
            }
        }
        return entries;
    }

    /** An entry with what else is known of it. */
    private void compare(LedgerEntry entry, LedgerRecount recount) {
        Optional<OrganizationId> whom = entry.organization();
        Optional<LedgerEntry> same = ledger.find(entry.account(), entry.kind(), entry.reference());
        if (!same.equals(Optional.of(entry))) {
            String other = same.map(one -> "entry " + one.sequence()).orElse("no entry");
            recount.differs(
                    Kind.REFERENCE, whom, entry.sequence(), entry.kind() + " " + entry.reference() + " is " + other);
        }
        boolean isKnown = whom.map(id -> organizations.find(entry.account(), id).isPresent())
                .orElse(entry.kind() != EntryKind.PERIOD && entry.kind() != EntryKind.USAGE);
        if (!isKnown) {
            recount.differs(Kind.ORGANIZATION, whom, entry.sequence(), "for no organization of the account");
        }
        if (!agreesWithItsPeriod(entry)) {
            recount.differs(
                    Kind.PERIOD,
                    whom,
                    entry.sequence(),
                    entry.reference() + " is not what the terms of a period make it");
        }
    }

    private boolean agreesWithItsPeriod(LedgerEntry entry) {
        return switch (entry.kind()) {
            case PERIOD ->
                explanations
                        .terms(entry)
                        .filter(found -> found.period().start().equals(entry.happenedAt()))
                        .filter(found -> price(found.terms()) == -entry.signedMinor())
                        .isPresent();
            case PLAN_CHARGE, PLAN_CREDIT ->
                facts.exchange(entry.account(), entry.reference())
                        .filter(found -> entry.organization()
                                .equals(Optional.of(found.period().organization())))
                        .filter(found -> found.differenceMinor() == -entry.signedMinor())
                        .isPresent();
            case USAGE, RECHARGE, REFUND, REFUND_RETURNED, REVERSAL, REVERSAL_RETURNED, DISPUTE, DISPUTE_WON, ARREARS ->
                true;
        };
    }

    private void compareSums(LedgerHead head, LedgerRecount recount) {
        unitOfWork.view(head.account(), () -> {
            compareAllSums(head, recount);
            return recount;
        });
    }

    private void compareAllSums(LedgerHead head, LedgerRecount recount) {
        for (Optional<OrganizationId> one : recount.organizations()) {
            long told = ledger.sumMinor(head.account(), one, 0, head.entries());
            if (told != recount.sumOf(one)) {
                recount.differs(Kind.SUM, one, 0, told + " instead of " + recount.sumOf(one));
            }
        }
    }

    private void compareSubscriptions(AccountId account, LedgerRecount recount) {
        int after = -1;
        List<Organization> some;
        do {
            int behind = after;
            some = unitOfWork.view(account, () -> {
                List<Organization> read = organizations.list(account, behind, PAGE);
                read.forEach(one -> subscriptions.find(account, one.id()).ifPresent(found -> compare(found, recount)));
                return read;
            });
            after = some.isEmpty() ? after : some.get(some.size() - 1).ordinal();
        } while (some.size() == PAGE);
    }

    /** Under its anchor, the periods that count as paid are those that were charged, or cost nothing. */
    private void compare(Subscription subscription, LedgerRecount recount) {
        for (int n = 0; n < subscription.nextPeriod(); n++) {
            boolean isPaid = isCharged(subscription, n)
                    || facts.termsOf(
                                    subscription.account(),
                                    subscription.organization(),
                                    subscription.anchor().number(),
                                    n)
                            .filter(terms -> price(terms) == 0)
                            .isPresent();
            if (!isPaid) {
                differs(subscription, recount, subscription.period(n).reference() + " was not charged");
            }
        }
        if (isCharged(subscription, subscription.nextPeriod())) {
            differs(subscription, recount, subscription.next().reference() + " does not count as paid");
        }
    }

    private boolean isCharged(Subscription subscription, int n) {
        return ledger.find(
                        subscription.account(),
                        EntryKind.PERIOD,
                        subscription.period(n).reference())
                .isPresent();
    }

    private static void differs(Subscription subscription, LedgerRecount recount, String what) {
        recount.differs(Kind.SUBSCRIPTION, Optional.of(subscription.organization()), 0, what);
    }

    private static long price(ChargedTerms terms) {
        return terms.prices().priceOf(terms.held()).getAmountMinorLong();
    }
}
