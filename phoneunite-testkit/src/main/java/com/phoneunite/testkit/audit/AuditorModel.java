package com.phoneunite.testkit.audit;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.GatewayBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An auditor of any store: recomputes, by the rules of money and by nothing else, every balance, charge, state and credit that the store
 * holds, and compares what was credited with what a gateway really captured. It shares no code with the module that it judges.
 *
 * <p>It remembers what it has seen, and reads only what is new: a look after a step takes about as long as the step is large. It judges most
 * where it looks after each step, and where the host's clock is moved between steps alone. What was delivered to the host between two looks is
 * not kept by a store; what was charged and credited is judged all the same, and how states came about is not.
 *
 * <p>Looks at each account within one view of the store. Not thread-safe; the store may be used meanwhile.
 */
public final class AuditorModel implements Audit {

    private static final int PAGE = 500;

    private final BillingStore store;
    private final GatewayBook book;
    private final AuditTerms terms;
    private final Map<AccountId, AccountAudit> audits = new LinkedHashMap<>();
    private final Map<AccountId, Deliveries> deliveries = new HashMap<>();
    private boolean deliveriesAreTold;
    private final ClockReadings readings = new ClockReadings();

    private AuditorModel(BillingStore store, GatewayBook book, AuditTerms terms) {
        this.store = store;
        this.book = book;
        this.terms = terms;
    }

    /**
     * An auditor who has seen nothing yet.
     *
     * @param store what is judged
     * @param book what the gateway really did
     * @param terms what the host has configured
     */
    public static AuditorModel of(BillingStore store, GatewayBook book, AuditTerms terms) {
        return new AuditorModel(store, book, terms);
    }

    @Override
    public void delivered(RecordedEvent event) {
        deliveriesAreTold = true;
        deliveriesOf(event.account()).add(event);
    }

    private Deliveries deliveriesOf(AccountId account) {
        Deliveries known = deliveries.computeIfAbsent(account, unknown -> new Deliveries());
        known.hostTells(deliveriesAreTold);
        return known;
    }

    @Override
    public void touched(AccountId account, Instant now) {
        look(account, readings.earliestSince(account), now, false, false);
        readings.look(now);
        readings.at(account);
    }

    /** Every account that has a ledger, and all that is kept of it: that nothing that was judged before has changed since. */
    @Override
    public void everything(Instant now) {
        lookAtAll(now, false);
    }

    /**
     * The same, and what holds once nothing is left to do (rules B6 to B8, P7, P8 and P11): no attempt is open outside of review, nothing is
     * due that is covered, nobody is suspended who is paid for, and the gateway's book and the ledger agree.
     */
    @Override
    public void quiet(Instant now) {
        lookAtAll(now, true);
    }

    private void lookAtAll(Instant now, boolean isQuiet) {
        Optional<AccountId> after = Optional.empty();
        List<AccountId> page;
        List<AccountId> all = new ArrayList<>();
        do {
            page = store.ledger().accounts(after, PAGE);
            for (AccountId account : page) {
                look(account, readings.earliestSince(account), now, true, isQuiet);
                after = Optional.of(account);
            }
            all.addAll(page);
        } while (page.size() == PAGE);
        readings.look(now);
        all.forEach(readings::at);
    }

    private void look(AccountId account, Optional<Instant> since, Instant now, boolean isThorough, boolean isQuiet) {
        Evidence evidence = new Evidence(store, book, terms, account);
        store.core().unitOfWork().view(account, () -> {
            if (store.ledger().head(account).isEmpty()
                    && store.core().accounts().find(account).isEmpty()) {
                return Boolean.FALSE;
            }
            audits.computeIfAbsent(account, unknown -> new AccountAudit(evidence))
                    .look(evidence, deliveriesOf(account), now, since, isThorough, isQuiet);
            return Boolean.TRUE;
        });
    }
}
