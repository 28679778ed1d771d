package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceRefusal;
import com.phoneunite.store.Store;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * How the things of one type in an organization are read, added, changed and removed, whether they are ours or a host's: reached from
 * within the organization only (rules I1 and I2), under a name of their own, with what they refer to (rule I3), and not removed while
 * in use (rule T5).
 *
 * @param <T> the things
 */
final class OwnedThings<T extends OwnedThing> {

    private final Place place;
    private final Function<Store, OwnedRepository<T>> repository;
    private final String type;
    private final int most;

    OwnedThings(Place place, Function<Store, OwnedRepository<T>> repository, String type, int most) {
        this.place = place;
        this.repository = repository;
        this.type = type;
        this.most = most;
    }

    Place place() {
        return place;
    }

    private OwnedRepository<T> repository() {
        return repository.apply(place.store());
    }

    Belongings belongings() {
        return new Belongings(place.desk());
    }

    ResourceRef ref(UUID id) {
        return new ResourceRef(type, id.toString());
    }

    ResourceRef newRef() {
        return ref(place.desk().ids().get());
    }

    <R> Page<R> list(PageRequest page, Function<? super T, ? extends R> as) {
        Optional<String> after = RefusedException.granted(Desk.valid(page).cursorAs(OwnedThings::id));
        return place.view(scope -> Page.of(
                        repository().list(scope, type, after, page.limit() + 1),
                        page.limit(),
                        one -> one.ref().id())
                .map(as));
    }

    T get(UUID id) {
        return place.view(scope -> found(scope, ref(id)));
    }

    T found(OrganizationScope scope, ResourceRef ref) {
        return repository()
                .find(scope, ref)
                .orElseThrow(() -> new RefusedException(new ResourceRefusal.NotFound(type)));
    }

    /** A further thing. */
    T add(OrganizationScope scope, T thing, Set<ResourceRef> refersTo, Change change) {
        Desk.requireNew(thing.ref(), repository().find(scope, thing.ref()));
        requireFree(scope, thing.name(), Optional.empty());
        if (repository().count(scope, type) >= most) {
            throw new RefusedException(new ResourceRefusal.LimitReached(type, most));
        }
        belongings().refer(scope, thing.ref(), refersTo);
        repository().save(thing);
        place.desk().record(change, scope.organizationId(), new ResourceEvent.Added(thing.ref(), thing.name()));
        return thing;
    }

    /** The thing in its next form; the same form changes nothing, though a host's type may name other references for it by now. */
    T replace(OrganizationScope scope, T former, T next, Set<ResourceRef> refersTo) {
        if (next.equals(former)) {
            belongings().refer(scope, former.ref(), refersTo);
            return former;
        }
        requireFree(scope, next.name(), Optional.of(next.ref()));
        belongings().refer(scope, next.ref(), refersTo);
        repository().save(next);
        place.desk().record(place.change(), scope.organizationId(), new ResourceEvent.Changed(next.ref(), next.name()));
        return next;
    }

    /**
     * Rule T5: removes the thing, unless something else refers to it.
     *
     * @param as what is answered, asked for before anything is removed: code of a host's that throws leaves the thing there (rule X1)
     */
    <R> R remove(UUID id, Function<? super T, ? extends R> as) {
        return place.<R>manage(scope -> {
            T held = found(scope, ref(id));
            R removed = as.apply(held);
            belongings().requireUnused(scope, held.ref());
            belongings().referToNothing(scope, held.ref());
            repository().remove(held);
            place.desk()
                    .record(place.change(), scope.organizationId(), new ResourceEvent.Removed(held.ref(), held.name()));
            return removed;
        });
    }

    private void requireFree(OrganizationScope scope, DisplayName name, Optional<ResourceRef> self) {
        Optional<ResourceRef> holder =
                repository().findByName(scope, type, name).map(OwnedThing::ref);
        if (holder.isPresent() && !holder.equals(self)) {
            throw new RefusedException(new ResourceRefusal.NameTaken(type));
        }
    }

    private static String id(String cursor) {
        return UUID.fromString(cursor).toString();
    }
}
