package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.refusal.PhoneUniteFault;

/** A store was used against the contract of {@link UnitOfWork}. */
public final class UnitOfWorkFault extends PhoneUniteFault {

    private static final long serialVersionUID = 1L;

    private UnitOfWorkFault(String message) {
        super(message);
    }

    /** A repository was used with no unit of work open on the account. */
    public static UnitOfWorkFault notOpen(AccountId account) {
        return new UnitOfWorkFault("no unit of work is open on account " + account + " on this thread");
    }

    /** A unit of work on one account reached for another account. No change spans two accounts. */
    public static UnitOfWorkFault spansTwoAccounts(AccountId open, AccountId other) {
        return new UnitOfWorkFault("a unit of work is open on account " + open + ", it cannot reach account " + other);
    }

    /** Something was written inside a view. */
    public static UnitOfWorkFault readOnly(AccountId account) {
        return new UnitOfWorkFault("a view of account " + account + " cannot write");
    }

    /** The change was rolled back because an inner one failed after it had written. */
    public static UnitOfWorkFault rolledBack(AccountId account) {
        return new UnitOfWorkFault(
                "the change of account " + account + " was rolled back: an inner change failed after it had written");
    }

    /** Something that runs with no unit of work open, like a call of a gateway, was started inside one. */
    public static UnitOfWorkFault mustNotBeOpen(String what) {
        return new UnitOfWorkFault(what + " cannot run inside a unit of work or a transaction of the host's");
    }
}
