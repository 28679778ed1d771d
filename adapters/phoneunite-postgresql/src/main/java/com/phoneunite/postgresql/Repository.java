package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.OrganizationScope;

/** What every port has: the unit of work that it joins. */
abstract class Repository {

    private final PostgresUnitOfWork unitOfWork;

    Repository(PostgresUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** The unit of work that is open on this thread on that account; without one it is a fault. */
    final Session in(AccountId account) {
        return unitOfWork.current(account);
    }

    final Session in(OrganizationScope scope) {
        return in(scope.account());
    }
}
