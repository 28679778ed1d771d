package com.phoneunite.linearizable;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryValue;
import java.util.UUID;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Two accounts, of each of which the store keeps a number, changed by several threads. */
@Param(name = "account", gen = IntGen.class, conf = "0:1")
@Param(name = "amount", gen = IntGen.class, conf = "1:3")
public class UnitsOfWorkSubject {
    private final InMemoryStore store = InMemoryStore.create();
    private final UnitOfWork unitOfWork = store.unitOfWork();
    private final MemoryValue<Integer> numbers = store.value();

    /** Adds to the number of the account, and tells what it is then. */
    @Operation(params = {"account", "amount"})
    public int add(int account, int amount) {
        return unitOfWork.change(id(account), () -> addInside(account, amount));
    }

    /** Adds by two units of work, one inside the other. */
    @Operation(params = {"account", "amount"})
    public int addTwice(int account, int amount) {
        return unitOfWork.change(id(account), () -> {
            unitOfWork.change(id(account), () -> addInside(account, amount));
            return addInside(account, amount);
        });
    }

    /** Adds, and then fails: nothing is left of it. */
    @Operation(params = {"account", "amount"})
    public String addAndFail(int account, int amount) {
        try {
            unitOfWork.execute(id(account), () -> {
                addInside(account, amount);
                throw new IllegalStateException("taken back");
            });
            return "kept";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The number of the account. */
    @Operation(params = "account")
    public int read(int account) {
        return unitOfWork.view(id(account), () -> now(account));
    }

    private int addInside(int account, int amount) {
        int sum = now(account) + amount;
        numbers.set(id(account), sum);
        return sum;
    }

    private int now(int account) {
        return numbers.get(id(account)).orElse(0);
    }

    private static AccountId id(int account) {
        return new AccountId(new UUID(0x0199_0000_0001_7000L, 0x8000_0000_0000_0000L | account));
    }
}
