package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.List;
import java.util.Optional;

final class MemoryMemberships implements MembershipRepository {

    private final MemoryTable<PairKey, Membership> byOrganization;
    private final MemoryTable<PairKey, Membership> byUser;
    private final MemoryTable<TextKey, Membership> byExtension;
    private final OrganizationCounts counts;

    MemoryMemberships(InMemoryStore store) {
        byOrganization = store.table();
        byUser = store.table();
        byExtension = store.table();
        counts = new OrganizationCounts(store);
    }

    @Override
    public Optional<Membership> find(AccountId account, OrganizationId organization, UserId user) {
        return byOrganization.find(account, new PairKey(organization.value(), user.value()));
    }

    @Override
    public List<Membership> heldBy(AccountId account, UserId user) {
        return byUser.listAfter(
                account, PairKey.before(user.value()), key -> key.first().equals(user.value()), Integer.MAX_VALUE);
    }

    @Override
    public Optional<Membership> findByExtension(OrganizationScope scope, Extension extension) {
        return byExtension.find(scope.account(), new TextKey(scope.organizationId(), extension.value()));
    }

    @Override
    public Optional<Extension> firstLongerThan(OrganizationScope scope, Extension digits) {
        TextKey from = new TextKey(scope.organizationId(), digits.value());
        return byExtension.listAfter(scope.account(), from, from::isPrefixOf, 1).stream()
                .map(Membership::extension)
                .findFirst();
    }

    @Override
    public List<Membership> list(OrganizationScope scope, Optional<UserId> after, int limit) {
        PairKey from = PairKey.after(scope.organizationId().value(), after.map(UserId::value));
        return byOrganization.listAfter(
                scope.account(), from, key -> key.first().equals(from.first()), limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return counts.of(scope.account(), scope.organizationId());
    }

    @Override
    public void save(Membership one) {
        find(one.account(), one.organization(), one.user()).ifPresent(this::remove);
        TextKey extension = extensionKey(one);
        if (byExtension.find(one.account(), extension).isPresent()) {
            throw new PhoneUniteFault(
                    "extension " + one.extension() + " of organization " + one.organization() + " is not unique (M3)");
        }
        byExtension.put(one.account(), extension, one);
        byOrganization.put(one.account(), organizationFirst(one), one);
        byUser.put(one.account(), userFirst(one), one);
        counts.change(one.account(), one.organization(), 1);
    }

    @Override
    public void remove(Membership one) {
        find(one.account(), one.organization(), one.user()).ifPresent(kept -> {
            byExtension.remove(kept.account(), extensionKey(kept));
            byOrganization.remove(kept.account(), organizationFirst(kept));
            byUser.remove(kept.account(), userFirst(kept));
            counts.change(kept.account(), kept.organization(), -1);
        });
    }

    private static TextKey extensionKey(Membership one) {
        return new TextKey(one.organization(), one.extension().value());
    }

    private static PairKey organizationFirst(Membership one) {
        return new PairKey(one.organization().value(), one.user().value());
    }

    private static PairKey userFirst(Membership one) {
        return new PairKey(one.user().value(), one.organization().value());
    }
}
