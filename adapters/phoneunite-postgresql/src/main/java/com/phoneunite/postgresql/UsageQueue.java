package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.store.CommitUnknownFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit of single usages. So many calls of the database are under way at once, and those of one account one after the other; who
 * comes meanwhile waits, and one of those who wait has all of them posted by one call. Whom that leaves alone goes alone. A call that takes
 * longer than is waited for, as for an account that somebody else holds, counts no more: the others go past it. Thread-safe.
 */
final class UsageQueue {

    private static final Logger LOG = LoggerFactory.getLogger(UsageQueue.class);

    /** Fewer than this of several accounts are no cheaper together than one by one. */
    private static final int WORTHWHILE = 4;

    /** What is asked of the database, outside any lock of this queue. */
    interface Calls {

        /** Posts one usage; nothing, where that takes more than one step. */
        Optional<LedgerEntry> alone(Posting posting);

        /** Posts several, and answers with what was entered, by the very posting that was asked for. */
        IdentityHashMap<Posting, LedgerEntry> together(List<Posting> postings);
    }

    /** What is under way. */
    private record Call(long since, List<UsageCaller> callers) {}

    private final Calls calls;
    private final int atOnce;
    private final int most;
    private final Duration patience;
    private final Lock lock = new ReentrantLock();
    private final Deque<UsageCaller> waiting = new ArrayDeque<>();
    private final List<Call> underWay = new ArrayList<>();

    /**
     * A queue that nobody waits in.
     *
     * @param atOnce how many calls are under way at once
     * @param most how many postings are in one at most
     * @param patience how long a call is waited for
     */
    UsageQueue(Calls calls, int atOnce, int most, Duration patience) {
        this.calls = calls;
        this.atOnce = atOnce;
        this.most = most;
        this.patience = patience;
    }

    /** Posts a usage, by a call of its own or of somebody else's; nothing, where that takes more than one step. */
    Optional<LedgerEntry> post(Posting posting) {
        UsageCaller own = new UsageCaller(posting);
        locked(() -> waiting.add(own));
        while (!own.isTold()) {
            locked(() -> take(own)).ifPresentOrElse(this::make, () -> own.await(patience));
        }
        return own.answer();
    }

    /** How many wait, and are not under way. */
    int waiting() {
        return locked(waiting::size);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Those who may go now, where that one is among them, and else is not kept from waiting; who may go after them is woken. */
    private Optional<Call> take(UsageCaller own) {
        long now = System.nanoTime();
        List<UsageCaller> going = own.isWaiting() ? mayGo(now) : List.of();
        if (!going.contains(own)) {
            going.stream().findFirst().ifPresent(UsageCaller::wake);
            return Optional.empty();
        }
        going.forEach(UsageCaller::leaveQueue);
        waiting.removeIf(one -> !one.isWaiting());
        Call call = new Call(now, going);
        underWay.add(call);
        wakeNext(now);
        return Optional.of(call);
    }

    private void wakeNext(long now) {
        mayGo(now).stream().findFirst().ifPresent(UsageCaller::wake);
    }

    /** Those of the next call, the one who has waited longest first: nobody, where as many are under way as may be. */
    private List<UsageCaller> mayGo(long now) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<AccountId> busy = new HashSet<>();
        int counting = 0;
        for (Call call : underWay) {
            if (now - call.since() < patience.toNanos()) {
                counting++;
                call.callers().forEach(one -> busy.add(one.account()));
            }
        }
        return counting < atOnce ? mayGo(busy) : List.of();
    }

    private List<UsageCaller> mayGo(Set<AccountId> busy) {
        List<UsageCaller> going = new ArrayList<>();
        for (UsageCaller one : waiting) {
            if (!busy.contains(one.account())) {
                if (one.goesAlone() && going.isEmpty()) {
                    return List.of(one);
                }
                if (!one.goesAlone() && going.size() < most) {
                    going.add(one);
                }
            }
        }
        if (going.size() < WORTHWHILE) {
            going.removeIf(one -> !one.account().equals(going.get(0).account()));
        }
        return going;
    }

    private void make(Call call) {
        List<UsageCaller> callers = call.callers();
        try {
            if (callers.size() == 1) {
                alone(callers.get(0));
            } else {
                together(callers);
            }
        } catch (RuntimeException | Error e) {
            CommitUnknownFault unknown =
                    new CommitUnknownFault("it is not known whether usage was kept, as its call broke off", e);
            callers.stream().filter(one -> !one.isTold()).forEach(one -> one.fail(unknown));
            throw e;
        } finally {
            locked(() -> end(call));
            callers.forEach(UsageCaller::wake);
        }
    }

    private void alone(UsageCaller one) {
        try {
            one.tell(calls.alone(one.posting()));
        } catch (RuntimeException e) {
            one.fail(e);
        }
    }

    /** What fails for something in it is tried one by one, so that nobody fails for another; not so where the database is not there. */
    private void together(List<UsageCaller> callers) {
        try {
            IdentityHashMap<Posting, LedgerEntry> posted =
                    calls.together(callers.stream().map(UsageCaller::posting).toList());
            for (UsageCaller one : callers) {
                Optional.ofNullable(posted.get(one.posting())).ifPresent(entry -> one.tell(Optional.of(entry)));
            }
        } catch (CommitUnknownFault e) {
            callers.forEach(one -> one.fail(e));
        } catch (PostgresFault e) {
            if (e.isOfTheConnection()) {
                callers.forEach(one -> one.fail(e));
            } else {
                LOG.debug("usage of {} callers failed in one call", callers.size(), e);
            }
        }
    }

    private boolean end(Call call) {
        List<UsageCaller> left = new ArrayList<>(call.callers());
        left.removeIf(UsageCaller::isTold);
        Collections.reverse(left);
        for (UsageCaller one : left) {
            one.returnAlone();
            waiting.addFirst(one);
        }
        underWay.remove(call);
        wakeNext(System.nanoTime());
        return true;
    }
}
