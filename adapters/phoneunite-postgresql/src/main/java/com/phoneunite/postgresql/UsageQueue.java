package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.postgresql.UsageCaller.Standing;
import com.phoneunite.store.CommitUnknownFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit of single usages. So many calls of the database are under way at once, and those of one account one after the other; who
 * comes meanwhile waits, and one of those who wait has all of them posted by one call. Whom that leaves out goes alone, as does everybody
 * who waits where nothing moves: behind an account whose call takes longer than is waited for, or where no call has ended for as long. What
 * takes longer counts no more among those under way. Thread-safe.
 */
final class UsageQueue {

    private static final Logger LOG = LoggerFactory.getLogger(UsageQueue.class);

    /** Fewer than this of several accounts are no faster together than one by one. */
    private static final int WORTHWHILE = 4;

    /** So many times as long as it is waited for, a call of somebody else's counts as lost. */
    private static final int LOST = 20;

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
    private final long patience;
    private final Lock lock = new ReentrantLock();
    private final Deque<UsageCaller> waiting = new ArrayDeque<>();
    private final List<Call> underWay = new ArrayList<>();
    private long lastEnd = System.nanoTime();

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
        this.patience = patience.toNanos();
    }

    /** Posts a usage, by a call of its own or of somebody else's; nothing, where that takes more than one step, or is not known. */
    Optional<LedgerEntry> post(Posting posting) {
        UsageCaller own = new UsageCaller(posting);
        Standing end;
        try {
            Optional<Call> next = locked(() -> enter(own));
            while (next.isPresent() || locked(own::isPending)) {
                if (next.isPresent()) {
                    make(next.get());
                    next = Optional.empty();
                } else if (own.await(Duration.ofNanos(patience))) {
                    next = locked(() -> take(own));
                } else if (locked(() -> isStuck(own))) {
                    break;
                }
            }
        } finally {
            end = locked(() -> withdraw(own));
        }
        return end == Standing.LEFT ? calls.alone(posting) : own.answer();
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

    private Optional<Call> enter(UsageCaller own) {
        waiting.add(own);
        return take(own);
    }

    /** Where it stands when it goes: who waited for nothing goes alone, and of who is under way nothing is known yet. */
    private Standing withdraw(UsageCaller own) {
        if (own.standing() == Standing.WAITING) {
            waiting.remove(own);
            own.leave();
        }
        return own.standing();
    }

    /** The call of those who may go now, where that one is among them; who may go after them is woken. */
    private Optional<Call> take(UsageCaller own) {
        long now = System.nanoTime();
        List<UsageCaller> going = own.standing() == Standing.WAITING ? mayGo(now) : List.of();
        if (!going.contains(own)) {
            wakeFirst(going);
            return Optional.empty();
        }
        Call call = new Call(now, going);
        underWay.add(call);
        going.forEach(one -> one.go(now));
        waiting.removeIf(one -> one.standing() != Standing.WAITING);
        wakeNext(now);
        return Optional.of(call);
    }

    private void wakeNext(long now) {
        wakeFirst(mayGo(now));
    }

    private static void wakeFirst(List<UsageCaller> going) {
        if (!going.isEmpty()) {
            going.get(0).wake();
        }
    }

    /** Those of the next call, the one who has waited longest first: nobody, where as many are under way as may be. */
    private List<UsageCaller> mayGo(long now) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<AccountId> busy = new HashSet<>();
        int counting = 0;
        for (Call call : underWay) {
            counting += now - call.since() < patience ? 1 : 0;
            call.callers().forEach(one -> busy.add(one.account()));
        }
        return counting < atOnce ? mayGo(busy) : List.of();
    }

    private List<UsageCaller> mayGo(Set<AccountId> busy) {
        List<UsageCaller> going = new ArrayList<>();
        for (UsageCaller one : waiting) {
            if (going.size() == most) {
                break;
            }
            if (!busy.contains(one.account())) {
                going.add(one);
            }
        }
        if (going.size() < WORTHWHILE) {
            going.removeIf(one -> !one.account().equals(going.get(0).account()));
        }
        return going;
    }

    /** Whether it is not to wait any longer, as nothing moves: of its account, or at all; or whoever calls for it is lost. */
    private boolean isStuck(UsageCaller own) {
        long now = System.nanoTime();
        if (own.standing() == Standing.UNDER_WAY) {
            return now - own.wentAt() >= LOST * patience;
        }
        boolean isBehindItsAccount = underWay.stream()
                .filter(call -> now - call.since() >= patience)
                .flatMap(call -> call.callers().stream())
                .anyMatch(one -> one.account().equals(own.account()));
        return isBehindItsAccount || Math.min(now - lastEnd, now - own.came()) >= patience;
    }

    /** Makes a call, and tells each of its callers what came of it. */
    private void make(Call call) {
        // An interrupt is for one of several, and would end the call of all.
        boolean isInterrupted = call.callers().size() > 1 && Thread.interrupted();
        Consumer<UsageCaller> told = UsageCaller::leave;
        try {
            told = call.callers().size() == 1 ? alone(call.callers().get(0)) : together(call.callers());
        } catch (Throwable e) {
            told = one -> one.lose(e);
            throw e;
        } finally {
            end(call, told);
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Consumer<UsageCaller> alone(UsageCaller only) {
        Optional<LedgerEntry> entry = calls.alone(only.posting());
        return one -> one.tell(entry);
    }

    /** What fails for something in it is tried one by one, so that nobody fails for another. */
    private Consumer<UsageCaller> together(List<UsageCaller> callers) {
        try {
            IdentityHashMap<Posting, LedgerEntry> posted =
                    calls.together(callers.stream().map(UsageCaller::posting).toList());
            return one -> Optional.ofNullable(posted.get(one.posting()))
                    .ifPresentOrElse(entry -> one.tell(Optional.of(entry)), one::leave);
        } catch (CommitUnknownFault e) {
            return one -> one.lose(e);
        } catch (RuntimeException e) {
            LOG.debug("usage of {} callers failed in one call", callers.size(), e);
            return UsageCaller::leave;
        }
    }

    private void end(Call call, Consumer<UsageCaller> told) {
        lock.lock();
        try {
            underWay.remove(call);
            lastEnd = System.nanoTime();
            call.callers().forEach(told);
            wakeNext(lastEnd);
        } finally {
            lock.unlock();
            call.callers().forEach(UsageCaller::wake);
        }
    }
}
