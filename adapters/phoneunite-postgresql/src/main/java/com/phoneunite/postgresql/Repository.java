package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.OrganizationScope;
import java.util.Optional;

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

    /** What was read ahead of the account, where its unit of work is one of several in one step. */
    final Optional<AccountRows> ahead(AccountId account) {
        return in(account).ahead();
    }

    /** The same to be written, which {@link AccountRows} notes and the end of the step does. */
    final Optional<AccountRows> writingAhead(AccountId account) {
        Session session = in(account);
        session.ahead().ifPresent(rows -> {
            session.requireWritable();
            session.wrote(1);
        });
        return session.ahead();
    }

    final Session in(OrganizationScope scope) {
        return in(scope.account());
    }
}
