package com.phoneunite.postgresql;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Usage by one call of a function of the schema, which is a statement and a transaction in one round trip. What the function does not do,
 * and what the database refuses, as a reference that is known, is left alone. Single usages that come while others are under way share a
 * call.
 */
final class PostgresPlainUsage implements PlainUsage, UsageQueue.Calls {

    private static final String ONE = "SELECT * FROM phoneunite.post_usage(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPlainUsage.class);

    /** About how many are posted in one step: more are no faster, and keep more accounts waiting. */
    private static final int TOGETHER = 200;

    /** How long a call for others is waited for: more than ten times as long as it takes on a disk that is not the slowest. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Database database;
    private final UnitOfWork unitOfWork;
    private final UsageQueue queue;
    private final KnownReferences known = new KnownReferences();

    /**
     * Usage in that database.
     *
     * @param unitOfWork what must not be open
     * @param connections how many calls for single usages are under way at once
     */
    PostgresPlainUsage(Database database, UnitOfWork unitOfWork, int connections) {
        this.database = database;
        this.unitOfWork = unitOfWork;
        this.queue = new UsageQueue(this, connections, TOGETHER, PATIENCE);
    }

    @Override
    public List<Optional<LedgerEntry>> post(List<Posting> usage) {
        if (unitOfWork.isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("usage in one step");
        }
        if (usage.stream().anyMatch(one -> one.organization().isEmpty())) {
            return NONE.post(usage);
        }
        if (usage.size() == 1) {
            return List.of(queue.post(usage.get(0)));
        }
        IdentityHashMap<Posting, LedgerEntry> posted = stepByStep(usage, false);
        return usage.stream().map(one -> Optional.ofNullable(posted.get(one))).toList();
    }

    /** What was posted is told whatever becomes of a later step, which is left alone with those behind it. */
    private IdentityHashMap<Posting, LedgerEntry> stepByStep(List<Posting> usage, boolean leavesHeld) {
        IdentityHashMap<Posting, LedgerEntry> posted = new IdentityHashMap<>();
        for (UsageStep step : inSteps(usage)) {
            try {
                leavingAlone(() -> post(step, leavesHeld)).ifPresent(posted::putAll);
            } catch (PhoneUniteFault e) {
                if (posted.isEmpty()) {
                    throw e;
                }
                LOG.debug("a step of usage failed behind {} postings", posted.size(), e);
                return posted;
            }
        }
        return posted;
    }

    /** A key that refuses one reference takes the other accounts with it: so the step is made again, and asks for those that are known. */
    private Map<Posting, LedgerEntry> post(UsageStep step, boolean leavesHeld) {
        boolean asksKnown = known.areAskedFor();
        try {
            return step.post(database, asksKnown, leavesHeld);
        } catch (PostgresFault e) {
            if (asksKnown || !e.isOfAKeyInUse() || step.isOfOneAccount()) {
                throw e;
            }
            known.refused();
            return step.post(database, true, leavesHeld);
        }
    }

    /** Accounts stay whole, and stand in their order, in which they are locked. Those that are not plain are left alone. */
    private static List<UsageStep> inSteps(List<Posting> usage) {
        Collection<List<Posting>> accounts = usage.stream()
                .collect(Collectors.groupingBy(Posting::account, TreeMap::new, Collectors.toList()))
                .values();
        List<UsageStep> steps = new ArrayList<>();
        for (List<Posting> postings : accounts) {
            AskedUsage.of(postings).ifPresent(own -> stepFor(own.size(), steps).add(own));
        }
        return steps;
    }

    /** The last one, unless that would be too many together. */
    private static UsageStep stepFor(int further, List<UsageStep> steps) {
        if (steps.isEmpty() || steps.get(steps.size() - 1).size() + further > TOGETHER) {
            steps.add(new UsageStep());
        }
        return steps.get(steps.size() - 1);
    }

    /**
     * Of the callers of one account the latest goes first, so that none is entered at a moment before its own; of several accounts none
     * that somebody holds is waited for.
     */
    @Override
    public IdentityHashMap<Posting, LedgerEntry> together(List<Posting> postings) {
        List<Posting> latestFirst = postings.stream()
                .sorted(Comparator.comparing((Posting one) -> one.change().at()).reversed())
                .toList();
        boolean areSeveral = postings.stream().map(Posting::account).distinct().count() > 1;
        return stepByStep(latestFirst, areSeveral);
    }

    @Override
    public Optional<LedgerEntry> alone(Posting one) {
        return leavingAlone(() -> database.atOnce(
                        ONE,
                        row -> entry(row, one),
                        known.areAskedFor(),
                        one.account().value(),
                        one.organization().map(OrganizationId::value),
                        one.signedMinor(),
                        one.currency(),
                        one.change().actor(),
                        one.change().at(),
                        one.happenedAt(),
                        one.reference()))
                .flatMap(answers -> answers.stream().flatMap(Optional::stream).findFirst());
    }

    private <T> Optional<T> leavingAlone(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (PostgresFault e) {
            if (!e.isOfDoingItAtOnce()) {
                throw e;
            }
            if (e.isOfAKeyInUse() || e.isOfMoreThanOneStep()) {
                known.refused();
            }
            return Optional.empty();
        }
    }

    /** Nothing, where the function has posted nothing. It tells a moment where the ledger was further than that of the change. */
    private static Optional<LedgerEntry> entry(Row row, Posting one) throws SQLException {
        return row.maybeLarge("new_sequence").isEmpty()
                ? Optional.empty()
                : Optional.of(SinglePosting.posted(
                        row,
                        one,
                        one.currency(),
                        row.maybeMoment("later_recorded").orElse(one.change().at())));
    }
}
