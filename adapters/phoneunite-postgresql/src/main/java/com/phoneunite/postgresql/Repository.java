package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Of some organizations, whose ids it is given first: each is looked up by its key, as it has an offset. */
    static String eachOf(String table) {
        return """
            SELECT own.* FROM unnest(?::uuid[]) AS one (organization_id)
            CROSS JOIN LATERAL (SELECT * FROM phoneunite.%1$s
                WHERE %1$s.account_id = ? AND %1$s.organization_id = one.organization_id OFFSET 0) own\
            """.formatted(table);
    }

    /** What there is of some organizations, read by one statement, in the order of their ids as they are given. */
    final <T> List<T> allOf(
            AccountId account,
            Collection<OrganizationId> ids,
            Function<UUID[], List<T>> reading,
            Function<T, OrganizationId> id) {
        in(account);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<OrganizationId, T> found =
                reading.apply(ids.stream().map(OrganizationId::value).toArray(UUID[]::new)).stream()
                        .collect(Collectors.toMap(id, Function.identity()));
        return ids.stream()
                .flatMap(one -> Optional.ofNullable(found.get(one)).stream())
                .toList();
    }

    final Session in(OrganizationScope scope) {
        return in(scope.account());
    }
}
