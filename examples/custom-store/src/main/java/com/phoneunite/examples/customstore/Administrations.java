package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

record Administrations(H2UnitOfWork work) implements AdministrationRepository {

    private static final String OF_ACCOUNT = "SELECT body FROM administration WHERE account = ? AND ";

    @Override
    public Optional<Administration> find(AccountId account, OrganizationId organization, UserId user) {
        return work.on(account)
                .find(Administration.class, OF_ACCOUNT + "organization = ? AND person = ?", organization, user);
    }

    @Override
    public List<Administration> listOf(
            AccountId account, OrganizationId organization, Optional<UserId> after, int limit) {
        String where = "administration WHERE account = ? AND organization = ?";
        Object from = after.map(UserId::value).orElse(Sql.BEFORE_ALL);
        return work.in(account, organization).page(Administration.class, where, "person", from, limit);
    }

    @Override
    public List<Administration> heldBy(AccountId account, UserId user) {
        return work.on(account).list(Administration.class, OF_ACCOUNT + "person = ? ORDER BY organization", user);
    }

    @Override
    public void save(Administration one) {
        work.in(one.account(), one.organization())
                .update("MERGE INTO administration VALUES (?, ?, ?, ?)", one.user(), Codec.write(one));
    }

    @Override
    public void remove(Administration one) {
        work.in(one.account(), one.organization())
                .update("DELETE FROM administration WHERE account = ? AND organization = ? AND person = ?", one.user());
    }
}
