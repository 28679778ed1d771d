package com.phoneunite.examples.customstore;

import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.resource.ResourceRef;
import java.util.List;
import java.util.Set;

record References(H2UnitOfWork work) implements ReferenceRepository {

    @Override
    public void replace(OrganizationScope scope, ResourceRef user, Set<ResourceRef> used) {
        Scoped here = work.in(scope);
        here.update(
                "DELETE FROM reference WHERE account = ? AND organization = ? AND user_type = ? AND user_id = ?",
                user.type(),
                user.id());
        for (ResourceRef one : used) {
            here.update(
                    "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?)", one.type(), one.id(), user.type(), user.id());
        }
    }

    @Override
    public List<ResourceRef> usersOf(OrganizationScope scope, ResourceRef used, int limit) {
        return work.in(scope)
                .rows(
                        row -> new ResourceRef(row.getString(1), row.getString(2)),
                        "SELECT user_type, user_id FROM reference WHERE account = ? AND organization = ?"
                                + " AND used_type = ? AND used_id = ? ORDER BY user_type, user_id LIMIT ?",
                        used.type(),
                        used.id(),
                        limit);
    }
}
