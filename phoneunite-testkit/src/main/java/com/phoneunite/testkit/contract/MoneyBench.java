package com.phoneunite.testkit.contract;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Two accounts with two organizations each in a store of billing, and what is proved of every port that keeps something. */
final class MoneyBench {

    private final BillingStoreContract contract;
    private final BillingStore store;
    private final Facts facts;
    private final Drawn drawn;

    MoneyBench(BillingStoreContract contract) {
        this.contract = contract;
        store = contract.billingStore();
        facts = Facts.in(store.core());
        drawn = new Drawn(contract.seed());
    }

    BillingStore store() {
        return store;
    }

    Drawn drawn() {
        return drawn;
    }

    Facts facts() {
        return facts;
    }

    /** Runs in a change of the first account. */
    void write(Runnable work) {
        facts.write(1, work);
    }

    /** Runs in a view of the first account. */
    <T> T read(Supplier<T> reading) {
        return facts.view(1, reading);
    }

    /** Adds organizations to the first account, so that it has so many. */
    void organizations(int count) {
        write(() -> {
            for (int ordinal = 2; ordinal < count; ordinal++) {
                store.core().organizations().save(Facts.organization(1, ordinal));
            }
        });
    }

    /** What a change that fails has saved, and read again, is not there. */
    void provesRollback(Proof proof, String what, Runnable save, Supplier<Optional<?>> find) {
        proof.refuses(
                IllegalStateException.class,
                "a change that fails after it has saved " + what,
                () -> facts.change(1, () -> {
                    save.run();
                    read(find); // a cache that is filled now has to be emptied by the rollback
                    throw new IllegalStateException("undone");
                }));
        proof.same(what + " after a rollback", Optional.empty(), read(find));
    }

    /** Nothing is written or read where no unit of work is open. */
    void provesUnitOfWork(Proof proof, String what, Runnable save, Supplier<Optional<?>> find) {
        proof.refuses(UnitOfWorkFault.class, "saving " + what + " with no unit of work open", () -> {
            save.run();
            return "saved";
        });
        proof.refuses(UnitOfWorkFault.class, "reading " + what + " with no unit of work open", find::get);
    }

    /** What a change has saved is there after a restart. */
    void provesRestart(Proof proof, String what, Runnable save, Function<BillingStore, Object> find) {
        write(save);
        Object before = read(() -> find.apply(store));
        BillingStore anew = contract.reopened(store);
        Object after = anew.core().unitOfWork().view(Facts.account(1), () -> find.apply(anew));
        proof.same(what + " after a restart", before, after);
    }
}
