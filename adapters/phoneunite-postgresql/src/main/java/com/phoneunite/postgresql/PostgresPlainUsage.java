package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.UnitOfWorkFault;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Usage by one call of a function of the schema, which is a statement and a transaction in one round trip. What the function does not do,
 * and what the database refuses, as a reference that somebody else posts at the same moment, is left alone.
 *
 * @param database where it is posted
 * @param unitOfWork what must not be open
 */
record PostgresPlainUsage(Database database, UnitOfWork unitOfWork) implements PlainUsage {

    private static final String ONE = "SELECT * FROM phoneunite.post_usage(?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MANY = "SELECT * FROM phoneunite.post_usages(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPlainUsage.class);

    /** About how many are posted in one step: more are no faster, and keep more accounts waiting. */
    private static final int TOGETHER = 200;

    @Override
    public List<Optional<LedgerEntry>> post(List<Posting> usage) {
        if (unitOfWork.isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("usage in one step");
        }
        if (usage.stream().anyMatch(one -> one.organization().isEmpty())) {
            return NONE.post(usage);
        }
        if (usage.size() == 1) {
            return List.of(one(usage.get(0)));
        }
        Map<List<Object>, LedgerEntry> posted = stepByStep(usage);
        return usage.stream()
                .map(one -> Optional.ofNullable(posted.get(key(one))))
                .toList();
    }

    /** What was posted is told whatever becomes of a later step, which is left alone with those behind it. */
    private Map<List<Object>, LedgerEntry> stepByStep(List<Posting> usage) {
        Map<List<Object>, LedgerEntry> posted = new HashMap<>();
        for (List<AskedUsage> step : inSteps(usage)) {
            try {
                posted.putAll(many(step));
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

    /** Accounts stay whole, and stand in their order, in which they are locked. Those that are not plain are left alone. */
    private static List<List<AskedUsage>> inSteps(List<Posting> usage) {
        Collection<List<Posting>> accounts = usage.stream()
                .collect(Collectors.groupingBy(Posting::account, TreeMap::new, Collectors.toList()))
                .values();
        List<List<AskedUsage>> steps = new ArrayList<>();
        List<AskedUsage> step = new ArrayList<>();
        for (List<Posting> postings : accounts) {
            List<AskedUsage> own = AskedUsage.of(postings).orElse(List.of());
            if (!step.isEmpty() && step.size() + own.size() > TOGETHER) {
                steps.add(step);
                step = new ArrayList<>();
            }
            step.addAll(own);
        }
        if (!step.isEmpty()) {
            steps.add(step);
        }
        return steps;
    }

    private Optional<LedgerEntry> one(Posting one) {
        return leavingAlone(() -> database.atOnce(
                        ONE,
                        row -> entry(row, one),
                        one.account().value(),
                        one.organization().map(OrganizationId::value),
                        one.signedMinor(),
                        one.currency(),
                        one.change().actor(),
                        one.change().at(),
                        one.happenedAt(),
                        one.reference()))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Map<List<Object>, LedgerEntry> many(List<AskedUsage> step) {
        Map<List<Object>, Posting> asked =
                step.stream().map(AskedUsage::posting).collect(Collectors.toMap(PostgresPlainUsage::key, one -> one));
        return leavingAlone(() -> database.atOnce(
                        MANY,
                        row -> entry(row, Objects.requireNonNull(asked.get(key(row)))),
                        of(step, one -> one.account().value(), UUID[]::new),
                        of(step, one -> one.organization().orElseThrow().value(), UUID[]::new),
                        of(step, Posting::signedMinor, Long[]::new),
                        of(step, one -> one.currency().getCode(), String[]::new),
                        of(step, one -> Values.text(one.change().actor()), String[]::new),
                        of(step, one -> one.change().at(), Instant[]::new),
                        of(step, Posting::happenedAt, Instant[]::new),
                        of(step, Posting::reference, String[]::new),
                        all(step, AskedUsage::number, Long[]::new),
                        all(step, AskedUsage::total, Long[]::new),
                        all(step, AskedUsage::ownTotal, Long[]::new)))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(entry -> List.of(entry.account(), entry.reference()), Function.identity()));
    }

    private static List<Optional<LedgerEntry>> leavingAlone(Step step) {
        try {
            return step.post();
        } catch (PostgresFault e) {
            if (e.isOfDoingItAtOnce()) {
                return List.of();
            }
            throw e;
        }
    }

    /** What posts some, or nothing. */
    @FunctionalInterface
    private interface Step {
        List<Optional<LedgerEntry>> post();
    }

    private static <T> T[] of(List<AskedUsage> step, Function<Posting, T> of, IntFunction<T[]> array) {
        return all(step, one -> of.apply(one.posting()), array);
    }

    private static <T> T[] all(List<AskedUsage> step, Function<AskedUsage, T> of, IntFunction<T[]> array) {
        return step.stream().map(of).toArray(array);
    }

    private static List<Object> key(Posting one) {
        return List.of(one.account(), one.reference());
    }

    private static List<Object> key(Row row) throws SQLException {
        return List.of(new AccountId(row.uuid("new_account")), row.text("new_reference"));
    }

    /** Nothing, where the function has posted nothing. */
    private static Optional<LedgerEntry> entry(Row row, Posting one) throws SQLException {
        return row.maybeMoment("new_recorded").isEmpty()
                ? Optional.empty()
                : Optional.of(SinglePosting.posted(row, one, one.currency()));
    }
}
