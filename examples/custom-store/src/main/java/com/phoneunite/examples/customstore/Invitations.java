package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.membership.InvitationRepository;
import com.phoneunite.membership.OrganizationScope;
import java.util.List;
import java.util.Optional;

record Invitations(H2UnitOfWork work) implements InvitationRepository {

    private static final String OF_ACCOUNT = "SELECT body FROM invitation WHERE account = ? AND ";

    @Override
    public Optional<Invitation> findByTokenHash(AccountId account, String tokenHash) {
        return work.on(account).find(Invitation.class, OF_ACCOUNT + "token_hash = ?", tokenHash);
    }

    @Override
    public Optional<Invitation> find(OrganizationScope scope, InvitationId id) {
        return work.in(scope).find(Invitation.class, OF_ACCOUNT + "organization = ? AND id = ?", id);
    }

    @Override
    public Optional<Invitation> findByEmail(OrganizationScope scope, EmailAddress email) {
        return work.in(scope).find(Invitation.class, OF_ACCOUNT + "organization = ? AND email = ?", email.value());
    }

    @Override
    public List<Invitation> list(OrganizationScope scope, Optional<InvitationId> after, int limit) {
        Object from = after.map(InvitationId::value).orElse(Sql.BEFORE_ALL);
        return work.in(scope)
                .page(Invitation.class, "invitation WHERE account = ? AND organization = ?", "id", from, limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return work.in(scope).count("invitation WHERE account = ? AND organization = ?");
    }

    @Override
    public void save(Invitation one) {
        work.in(one.account(), one.organization())
                .update(
                        "MERGE INTO invitation KEY (account, organization, id) VALUES (?, ?, ?, ?, ?, ?)",
                        one.id(),
                        one.email().value(),
                        one.tokenHash(),
                        Codec.write(one));
    }

    @Override
    public void remove(Invitation one) {
        work.in(one.account(), one.organization())
                .update("DELETE FROM invitation WHERE account = ? AND organization = ? AND id = ?", one.id());
    }
}
