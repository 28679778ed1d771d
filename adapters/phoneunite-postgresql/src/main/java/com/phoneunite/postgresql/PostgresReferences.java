package com.phoneunite.postgresql;

import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.resource.ResourceRef;
import java.util.List;
import java.util.Set;

final class PostgresReferences extends Repository implements ReferenceRepository {

    /** What is kept already stays, so that the two halves of the statement never touch the same row. */
    private static final String REPLACE = """
        WITH used AS (SELECT unnest(?::text[]) AS used),
        gone AS (
            DELETE FROM phoneunite.reference
            WHERE account_id = ? AND organization_id = ? AND user_type = ? AND user_id = ?
                AND reference.used NOT IN (SELECT used.used FROM used))
        INSERT INTO phoneunite.reference (account_id, organization_id, used, user_type, user_id)
        SELECT ?::uuid, ?::uuid, used.used, ?, ? FROM used ON CONFLICT DO NOTHING\
        """;

    private static final String USERS_OF = """
        SELECT user_type, user_id FROM phoneunite.reference
        WHERE account_id = ? AND organization_id = ? AND used = ? ORDER BY user_type, user_id LIMIT ?\
        """;

    PostgresReferences(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    @Override
    public void replace(OrganizationScope scope, ResourceRef user, Set<ResourceRef> used) {
        Session session = in(scope);
        session.write(
                REPLACE,
                used.stream().map(ResourceRef::toString).toArray(String[]::new),
                scope.account().value(),
                scope.organizationId().value(),
                user.type(),
                user.id(),
                scope.account().value(),
                scope.organizationId().value(),
                user.type(),
                user.id());
        // How many are gone is not told: that something was written is the safe guess.
        session.wrote(1);
    }

    @Override
    public List<ResourceRef> usersOf(OrganizationScope scope, ResourceRef used, int limit) {
        return in(scope)
                .list(
                        USERS_OF,
                        row -> new ResourceRef(row.text("user_type"), row.text("user_id")),
                        scope.account().value(),
                        scope.organizationId().value(),
                        used.toString(),
                        limit);
    }
}
