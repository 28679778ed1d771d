package com.phoneunite.store.memory;

import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.resource.ResourceRef;
import java.util.List;
import java.util.Set;

/**
 * References, from both ends. No type or id has a space in it, so that spaces can part them; and nothing that they are made of comes
 * before a space, so that users stand in their own order.
 */
final class MemoryReferences implements ReferenceRepository {

    private final MemoryTable<TextKey, Set<ResourceRef>> usedBy;
    private final MemoryTable<TextKey, ResourceRef> usersOf;

    MemoryReferences(InMemoryStore store) {
        usedBy = store.table();
        usersOf = store.table();
    }

    @Override
    public void replace(OrganizationScope scope, ResourceRef user, Set<ResourceRef> used) {
        TextKey key = new TextKey(scope.organizationId(), user.toString());
        Set<ResourceRef> former = usedBy.find(scope.account(), key).orElse(Set.of());
        former.forEach(one -> usersOf.remove(scope.account(), key(scope.organizationId(), one, user)));
        used.forEach(one -> usersOf.put(scope.account(), key(scope.organizationId(), one, user), user));
        if (used.isEmpty()) {
            usedBy.remove(scope.account(), key);
        } else {
            usedBy.put(scope.account(), key, Set.copyOf(used));
        }
    }

    @Override
    public List<ResourceRef> usersOf(OrganizationScope scope, ResourceRef used, int limit) {
        TextKey begin = new TextKey(scope.organizationId(), used + " ");
        return usersOf.listAfter(scope.account(), begin, begin::isPrefixOf, limit);
    }

    private static TextKey key(OrganizationId organization, ResourceRef used, ResourceRef user) {
        return new TextKey(organization, used + " " + user.type() + " " + user.id());
    }
}
