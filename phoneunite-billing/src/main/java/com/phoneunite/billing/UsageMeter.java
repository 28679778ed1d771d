package com.phoneunite.billing;

import static java.util.Objects.requireNonNull;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationRefusal;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.store.CommitUnknownFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rule B10: deducts usage in one step where that takes nothing else, and otherwise account by account, each in a unit of work. */
final class UsageMeter {

    private static final Logger LOG = LoggerFactory.getLogger(UsageMeter.class);

    private final BillingDesk desk;
    private final Actor operator;

    UsageMeter(BillingDesk desk, Actor operator) {
        this.desk = desk;
        this.operator = operator;
    }

    /**
     * Deducts all that can be deducted: in one step what is plain, and then the rest in the order of the accounts. An account that fails
     * keeps none of the others from being deducted from; its fault is thrown at the end.
     *
     * @return what became of each, in the order in which they were given
     */
    List<UsageOutcome> deduct(List<Usage> usages) {
        UsageOutcome[] outcomes = new UsageOutcome[usages.size()];
        Plainly plainly = plainly(usages);
        Iterator<Optional<LedgerEntry>> posted = plainly.posted().iterator();
        Map<AccountId, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            Optional<LedgerEntry> entry = posted.next();
            if (entry.isPresent()) {
                outcomes[i] = new UsageOutcome.Deducted(entry.get());
            } else {
                AccountId account = requireNonNull(usages.get(i).account());
                places.computeIfAbsent(account, one -> new ArrayList<>()).add(i);
            }
        }
        List<RuntimeException> faults = new ArrayList<>();
        places.forEach((account, own) -> {
            try {
                Iterator<UsageOutcome> done =
                        deduct(account, own.stream().map(usages::get).toList()).iterator();
                own.forEach(place -> outcomes[place] = done.next());
            } catch (RuntimeException e) {
                faults.add(plainly.stillUnknown(e));
            }
        });
        if (!faults.isEmpty()) {
            RuntimeException first = faults.get(0);
            faults.stream().skip(1).filter(one -> one != first).forEach(first::addSuppressed);
            throw first;
        }
        return List.of(outcomes);
    }

    /** What was posted in one step, and how it was lost whether more was. */
    private record Plainly(List<Optional<LedgerEntry>> posted, Optional<CommitUnknownFault> lost) {

        /** Where nobody could be asked about what was lost, that is the fault to tell: the other one sounds as if nothing was posted. */
        RuntimeException stillUnknown(RuntimeException asking) {
            lost.ifPresent(unknown -> unknown.addSuppressed(asking));
            return lost.<RuntimeException>map(unknown -> unknown).orElse(asking);
        }
    }

    /** Where it is not known what was posted, the same is asked for again under its references, and told by who fails then. */
    private Plainly plainly(List<Usage> usages) {
        Instant now = Moments.now(desk.clock());
        List<Posting> postings = usages.stream()
                .map(usage -> posting(new Change(requireNonNull(usage.account()), operator, now), usage))
                .toList();
        Optional<CommitUnknownFault> lost = Optional.empty();
        if (!desk.core().unitOfWork().isOpen()) {
            try {
                return new Plainly(desk.store().plainUsage().post(postings), lost);
            } catch (CommitUnknownFault e) {
                LOG.debug("usage in one step was lost", e);
                lost = Optional.of(e);
            } catch (PhoneUniteFault e) {
                LOG.debug("usage in one step failed", e);
            }
        }
        return new Plainly(PlainUsage.NONE.post(postings), lost);
    }

    private List<UsageOutcome> deduct(AccountId account, List<Usage> usages) {
        return desk.core()
                .unitOfWork()
                .change(
                        account,
                        () -> desk.core().accounts().find(account).isPresent()
                                ? post(account, usages)
                                : usages.stream()
                                        .map(usage -> refused(new AccountRefusal.AccountNotFound()))
                                        .toList());
    }

    private List<UsageOutcome> post(AccountId account, List<Usage> usages) {
        Change change = desk.change(account, operator);
        List<Posting> postings =
                usages.stream().map(usage -> posting(change, usage)).toList();
        List<Posting> open =
                postings.stream().filter(this::isOfAnOpenOrganization).toList();
        Iterator<PostingOutcome> posted = desk.store().ledger().postAll(open).iterator();
        Set<Posting> ofOpen = Collections.newSetFromMap(new IdentityHashMap<>());
        ofOpen.addAll(open);
        return postings.stream()
                .map(one -> ofOpen.contains(one) ? noted(one, posted.next()) : deductedBefore(one))
                .toList();
    }

    /** Rule B3: the same usage again is answered also where its organization is closed by now. */
    private UsageOutcome deductedBefore(Posting posting) {
        return desk.store()
                .ledger()
                .find(posting.account(), posting.kind(), posting.reference())
                .filter(entry -> entry.answers(posting))
                .<UsageOutcome>map(UsageOutcome.DeductedBefore::new)
                .orElseGet(() -> refused(new OrganizationRefusal.NotFound()));
    }

    /** Rule B10: what the next run's auto-recharge has to answer is noted in the same step. */
    private UsageOutcome noted(Posting posting, PostingOutcome outcome) {
        UsageOutcome told = UsageOutcome.of(outcome);
        if (told instanceof UsageOutcome.Deducted deducted) {
            desk.cycle().usageDeducted(posting.change(), deducted.posted().balanceAfterMinor());
        }
        if (told.refusal().filter(LedgerRefusal.BalanceTooLow.class::isInstance).isPresent()) {
            desk.cycle().usageRefused(posting.change(), -posting.signedMinor());
        }
        return told;
    }

    private static Posting posting(Change change, Usage usage) {
        return new Posting(
                change,
                EntryKind.USAGE,
                Optional.of(requireNonNull(usage.organization())),
                requireNonNull(usage.amount()),
                requireNonNull(usage.reference()),
                Objects.requireNonNullElse(usage.happenedAt(), change.at()));
    }

    private boolean isOfAnOpenOrganization(Posting posting) {
        return posting.organization()
                .flatMap(user -> desk.core().organizations().find(posting.account(), user))
                .filter(Organization::isOpen)
                .isPresent();
    }

    private static UsageOutcome refused(Refusal rule) {
        return new UsageOutcome.Refused(rule);
    }
}
