package com.phoneunite.examples.customstore;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceRef;
import java.util.List;
import java.util.Optional;

/** Things of one kind, all in one table: their types keep them apart. */
class Things<T extends OwnedThing> implements OwnedRepository<T> {

    private static final String OF_ORGANIZATION = "thing WHERE account = ? AND organization = ? AND ";

    private final H2UnitOfWork work;
    private final Class<T> what;

    Things(H2UnitOfWork work, Class<T> what) {
        this.work = work;
        this.what = what;
    }

    @Override
    public Optional<T> find(OrganizationScope scope, ResourceRef ref) {
        return work.in(scope)
                .find(what, "SELECT body FROM " + OF_ORGANIZATION + "type = ? AND id = ?", ref.type(), ref.id());
    }

    @Override
    public Optional<T> findByName(OrganizationScope scope, String type, DisplayName name) {
        return work.in(scope)
                .find(what, "SELECT body FROM " + OF_ORGANIZATION + "type = ? AND name_key = ?", type, name.key());
    }

    @Override
    public List<T> list(OrganizationScope scope, String type, Optional<String> after, int limit) {
        return work.in(scope).page(what, OF_ORGANIZATION + "type = ?", "id", after.orElse(""), limit, type);
    }

    @Override
    public int count(OrganizationScope scope, String type) {
        return work.in(scope).count(OF_ORGANIZATION + "type = ?", type);
    }

    @Override
    public void save(T one) {
        work.in(one.account(), one.organization())
                .update(
                        "MERGE INTO thing KEY (account, organization, type, id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        one.ref().type(),
                        one.ref().id(),
                        one.name().key(),
                        contentOf(one),
                        Codec.write(one));
    }

    @Override
    public void remove(T one) {
        work.in(one.account(), one.organization())
                .update(
                        "DELETE FROM " + OF_ORGANIZATION + "type = ? AND id = ?",
                        one.ref().type(),
                        one.ref().id());
    }

    /** The content that the thing names, where things of its kind have some. */
    Optional<String> contentOf(T one) {
        return Optional.empty();
    }
}
