package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.BillingCycle.Settled;
import com.phoneunite.billing.cycle.BillingRun.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the workers of a run have done so far. Thread-safe. */
final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger(BillingRun.class);

    private final Consumer<? super Progress> listener;
    private final List<AccountId> failed = new ArrayList<>();
    private Progress done = new Progress(0, 0, 0, 0, 0, 0, 0);

    Tally(Consumer<? super Progress> listener) {
        this.listener = listener;
    }

    /** An account was looked at; nothing settled where its lease was lost meanwhile. */
    synchronized void add(Optional<Settled> settled, boolean funded) {
        Settled one = settled.orElse(Settled.NOTHING);
        done = new Progress(
                done.accounts() + 1,
                done.paid() + one.paid(),
                done.pastDue() + one.pastDue(),
                done.suspended() + one.suspended(),
                done.returned() + one.returned(),
                done.funded() + (funded ? 1 : 0),
                done.failed());
        tell();
    }

    synchronized void fail(AccountId account) {
        failed.add(account);
        done = new Progress(
                done.accounts() + 1,
                done.paid(),
                done.pastDue(),
                done.suspended(),
                done.returned(),
                done.funded(),
                done.failed() + 1);
        tell();
    }

    synchronized BillingRun.Result result(int leftToOthers, boolean complete) {
        return new BillingRun.Result(done, failed, leftToOthers, complete);
    }

    private void tell() {
        try {
            listener.accept(done);
        } catch (RuntimeException e) {
            LOG.warn("the listener of the billing run failed", e);
        }
    }
}
