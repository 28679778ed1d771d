package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipRepository;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

record Memberships(H2UnitOfWork work) implements MembershipRepository {

    private static final String OF_ACCOUNT = "SELECT body FROM membership WHERE account = ? AND ";

    @Override
    public Optional<Membership> find(AccountId account, OrganizationId organization, UserId user) {
        return work.on(account)
                .find(Membership.class, OF_ACCOUNT + "organization = ? AND person = ?", organization, user);
    }

    @Override
    public List<Membership> heldBy(AccountId account, UserId user) {
        return work.on(account).list(Membership.class, OF_ACCOUNT + "person = ? ORDER BY organization", user);
    }

    @Override
    public Optional<Membership> findByExtension(OrganizationScope scope, Extension extension) {
        return work.in(scope).find(Membership.class, OF_ACCOUNT + "organization = ? AND extension = ?", extension);
    }

    /** The colon comes right after the digits: what begins with "10" lies between "10" and "10:". */
    @Override
    public Optional<Extension> firstLongerThan(OrganizationScope scope, Extension digits) {
        return work.in(scope)
                .find(
                        Membership.class,
                        OF_ACCOUNT + "organization = ? AND extension > ? AND extension < ? ORDER BY extension LIMIT 1",
                        digits,
                        digits.value() + ':')
                .map(Membership::extension);
    }

    @Override
    public List<Membership> list(OrganizationScope scope, Optional<UserId> after, int limit) {
        Object from = after.map(UserId::value).orElse(Sql.BEFORE_ALL);
        return work.in(scope)
                .page(Membership.class, "membership WHERE account = ? AND organization = ?", "person", from, limit);
    }

    @Override
    public int count(OrganizationScope scope) {
        return work.in(scope).count("membership WHERE account = ? AND organization = ?");
    }

    @Override
    public void save(Membership one) {
        work.in(one.account(), one.organization())
                .update(
                        "MERGE INTO membership KEY (account, organization, person) VALUES (?, ?, ?, ?, ?)",
                        one.user(),
                        one.extension(),
                        Codec.write(one));
    }

    @Override
    public void remove(Membership one) {
        work.in(one.account(), one.organization())
                .update("DELETE FROM membership WHERE account = ? AND organization = ? AND person = ?", one.user());
    }
}
