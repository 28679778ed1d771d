package com.phoneunite.testkit;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A store that holds the truth and tells lies: of its ledger, of its events, and of any record that it answers with. */
final class LyingStore {

    private static final int ALL = 1_000_000;

    private final BillingStore truth;
    private final Map<Class<?>, UnaryOperator<Object>> lies = new HashMap<>();
    private UnaryOperator<List<LedgerEntry>> ledger = UnaryOperator.identity();
    private UnaryOperator<List<RecordedEvent>> events = UnaryOperator.identity();
    private UnaryOperator<LedgerHead> head = UnaryOperator.identity();

    LyingStore(BillingStore truth) {
        this.truth = truth;
    }

    /** Tells another ledger. */
    LyingStore ledger(UnaryOperator<List<LedgerEntry>> lie) {
        ledger = lie;
        return this;
    }

    /** Tells other events. */
    LyingStore events(UnaryOperator<List<RecordedEvent>> lie) {
        events = lie;
        return this;
    }

    LyingStore head(UnaryOperator<LedgerHead> lie) {
        head = lie;
        return this;
    }

    /** Tells of each record of that type another one. */
    <T> LyingStore of(Class<T> type, UnaryOperator<T> lie) {
        lies.put(type, record -> lie.apply(type.cast(record)));
        return this;
    }

    BillingStore store() {
        Store core = proxy(
                Store.class,
                (proxy, method, arguments) -> method.getName().equals("outbox")
                        ? outbox()
                        : port(method, ask(method, truth.core(), arguments)));
        return proxy(BillingStore.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "core" -> core;
            case "ledger" -> ledger();
            default -> port(method, ask(method, truth, arguments));
        });
    }

    private LedgerRepository ledger() {
        return proxy(LedgerRepository.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "list" ->
                entries(arguments).stream()
                        .filter(one -> one.sequence() > (long) arguments[1])
                        .limit((int) arguments[2])
                        .toList();
            case "listByPosition" ->
                entries(arguments).stream()
                        .filter(one -> one.position() > (long) arguments[1])
                        .limit((int) arguments[2])
                        .toList();
            case "head" -> truth.ledger().head((AccountId) arguments[0]).map(one -> head.apply(told(one, arguments)));
            default -> ask(method, truth.ledger(), arguments);
        });
    }

    private List<LedgerEntry> entries(Object[] arguments) {
        return ledger.apply(truth.ledger().list((AccountId) arguments[0], 0, ALL));
    }

    private LedgerHead told(LedgerHead before, Object[] arguments) {
        List<LedgerEntry> entries = entries(arguments);
        return entries.isEmpty() ? before : before.after(entries.get(entries.size() - 1));
    }

    private Outbox outbox() {
        return proxy(
                Outbox.class,
                (proxy, method, arguments) -> method.getName().equals("read")
                        ? events.apply(truth.core().outbox().read((AccountId) arguments[0], 0, ALL)).stream()
                                .filter(one -> one.position() > (long) arguments[1])
                                .limit((int) arguments[2])
                                .toList()
                        : ask(method, truth.core().outbox(), arguments));
    }

    private Object port(Method accessor, Object port) {
        Class<?> type = accessor.getReturnType();
        return type.isInterface() && !type.getSimpleName().equals("UnitOfWork")
                ? proxy(type, (proxy, method, arguments) -> lie(ask(method, port, arguments)))
                : port;
    }

    private Object lie(Object answer) {
        if (answer instanceof Optional<?> one) {
            return one.map(this::lie);
        }
        if (answer instanceof List<?> many) {
            return many.stream().map(this::lie).toList();
        }
        return answer == null || !lies.containsKey(answer.getClass())
                ? answer
                : lies.get(answer.getClass()).apply(answer);
    }

    static Object ask(Method method, Object of, Object[] arguments) throws Throwable {
        try {
            return method.invoke(of, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The entries with sequences from 1 and balances that add up. */
    static List<LedgerEntry> chained(List<LedgerEntry> entries) {
        List<LedgerEntry> all = new ArrayList<>();
        long balance = 0;
        for (LedgerEntry one : entries) {
            balance += one.signedMinor();
            all.add(new LedgerEntry(
                    one.account(),
                    all.size() + 1L,
                    one.position(),
                    one.kind(),
                    one.currency(),
                    one.signedMinor(),
                    balance,
                    one.organization(),
                    one.actor(),
                    one.happenedAt(),
                    one.recordedAt(),
                    one.reference()));
        }
        return all;
    }
}
