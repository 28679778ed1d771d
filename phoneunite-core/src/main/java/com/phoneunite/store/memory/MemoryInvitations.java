package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.List;
import java.util.Optional;

final class MemoryInvitations implements InvitationRepository {

    private final MemoryTable<PairKey, Invitation> invitations;
    private final MemoryTable<TextKey, Invitation> byEmail;
    private final MemoryTable<String, Invitation> byTokenHash;
    private final OrganizationCounts counts;

    MemoryInvitations(InMemoryStore store) {
        invitations = store.table();
        byEmail = store.table();
        byTokenHash = store.table();
        counts = new OrganizationCounts(store);
    }

    @Override
    public Optional<Invitation> findByTokenHash(AccountId account, String tokenHash) {
        return byTokenHash.find(account, tokenHash);
    }

    @Override
    public Optional<Invitation> find(OrganizationScope scope, InvitationId id) {
        return invitations.find(
                scope.account(), new PairKey(scope.organizationId().value(), id.value()));
    }

    @Override
    public Optional<Invitation> findByEmail(OrganizationScope scope, EmailAddress email) {
        return byEmail.find(scope.account(), new TextKey(scope.organizationId(), email.value()));
    }

    @Override
    public List<Invitation> list(OrganizationScope scope, Optional<InvitationId> after, int limit) {
        PairKey from = PairKey.after(scope.organizationId().value(), after.map(InvitationId::value));
        return invitations.listAfter(scope.account(), from, key -> key.first().equals(from.first()), limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return counts.of(scope.account(), scope.organizationId());
    }

    @Override
    public void save(Invitation one) {
        requireFree(one, byEmail.find(one.account(), emailKey(one)), "address");
        requireFree(one, byTokenHash.find(one.account(), one.tokenHash()), "token");
        remove(one);
        invitations.put(one.account(), key(one), one);
        byEmail.put(one.account(), emailKey(one), one);
        byTokenHash.put(one.account(), one.tokenHash(), one);
        counts.change(one.account(), one.organization(), 1);
    }

    @Override
    public void remove(Invitation one) {
        invitations.find(one.account(), key(one)).ifPresent(kept -> {
            invitations.remove(kept.account(), key(kept));
            byEmail.remove(kept.account(), emailKey(kept));
            byTokenHash.remove(kept.account(), kept.tokenHash());
            counts.change(kept.account(), kept.organization(), -1);
        });
    }

    private static void requireFree(Invitation one, Optional<Invitation> holder, String what) {
        if (holder.filter(other -> !key(other).equals(key(one))).isPresent()) {
            throw new PhoneUniteFault("the " + what + " of invitation " + one.id() + " is not unique (M5)");
        }
    }

    private static TextKey emailKey(Invitation one) {
        return new TextKey(one.organization(), one.email().value());
    }

    private static PairKey key(Invitation one) {
        return new PairKey(one.organization().value(), one.id().value());
    }
}
