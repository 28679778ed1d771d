package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.input.DisplayName;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.refusal.Violation;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section of a workspace that shows its things of one type that the host has brought. Everybody who stands in the organization may
 * look; only who manages it may change. Safe for any number of threads.
 *
 * @param <T> the content of these things
 */
public final class Resources<T> {

    private final ResourceType<T> type;
    private final OwnedThings<StoredResource> things;

    Resources(Place place, ResourceType<T> type) {
        this.type = type;
        things = new OwnedThings<>(place, Store::resources, type.name(), ResourceType.MAX_PER_ORGANIZATION);
    }

    /**
     * The things of the type that the organization has, in the order in which they were added.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}
     */
    public Page<Resource<T>> list(PageRequest page) {
        return things.list(page, this::read);
    }

    /**
     * One of them.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code RESOURCE_NOT_FOUND}
     */
    public Resource<T> get(ResourceId id) {
        return read(things.get(Desk.given("id", id).value()));
    }

    /**
     * Adds one.
     *
     * @param name 1 to {@value DisplayName#MAX_CODE_POINTS} code points, unique among the things of the type in the organization
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code RESOURCE_NAME_TAKEN}, {@code RESOURCE_LIMIT_REACHED}, {@code REFERENCE_NOT_FOUND}
     */
    public Resource<T> add(@Nullable String name, T content) {
        DisplayName called = valid(name, content);
        return read(things.place().add(scope -> {
            Change change = things.place().change();
            StoredResource added = new StoredResource(
                    scope.account(), scope.organizationId(), things.newRef(), called, written(content), change.at());
            return things.add(scope, added, references(content), change);
        }));
    }

    /**
     * Gives one another name or another content, or both. Those that it has change nothing.
     *
     * @throws RefusedException as {@link #add}, and {@code RESOURCE_NOT_FOUND}
     */
    public Resource<T> save(ResourceId id, @Nullable String name, T content) {
        ResourceRef ref = things.ref(Desk.given("id", id).value());
        DisplayName called = valid(name, content);
        return read(things.place().add(scope -> {
            StoredResource former = things.found(scope, ref);
            StoredResource next = new StoredResource(
                    former.account(), former.organization(), ref, called, written(content), former.addedAt());
            return things.replace(scope, former, next, references(content));
        }));
    }

    /**
     * Rule T5: removes one.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code RESOURCE_NOT_FOUND}, {@code
     *     RESOURCE_IN_USE}
     */
    public Resource<T> remove(ResourceId id) {
        return read(things.remove(Desk.given("id", id).value()));
    }

    private Resource<T> read(StoredResource stored) {
        return new Resource<>(
                ResourceId.parse(stored.ref().id()),
                stored.ref(),
                stored.name(),
                type.read(stored.content()),
                stored.addedAt());
    }

    private DisplayName valid(@Nullable String name, @Nullable T content) {
        List<Violation> violations = new ArrayList<>();
        if (name == null) {
            violations.add(new Violation("name", "REQUIRED", "must be given"));
        } else {
            new DisplayName.Rule().check(name, (code, message) -> violations.add(new Violation("name", code, message)));
        }
        if (content == null) {
            violations.add(new Violation("content", "REQUIRED", "must be given"));
        } else {
            type.check(content, (code, message) -> violations.add(new Violation("content", code, message)));
        }
        if (violations.isEmpty() && references(Objects.requireNonNull(content)).size() > ResourceType.MAX_REFERENCES) {
            violations.add(new Violation(
                    "content", "TOO_MANY", "must refer to at most " + ResourceType.MAX_REFERENCES + " things"));
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(new InvalidInput(violations));
        }
        return DisplayName.parse(Objects.requireNonNull(name));
    }

    private Set<ResourceRef> references(T content) {
        return Set.copyOf(type.refersTo(content));
    }

    /** What is written is read once at once: what could not be read again would be lost. */
    private String written(T content) {
        String json = type.write(content);
        if (json.length() > ResourceType.MAX_CONTENT_LENGTH) {
            throw new RefusedException(InvalidInput.of(
                    "content",
                    "TOO_LONG",
                    "must be at most " + ResourceType.MAX_CONTENT_LENGTH + " characters of JSON"));
        }
        if (!content.equals(type.read(json))) {
            throw new PhoneUniteFault("the type " + type.name() + " does not read what it writes");
        }
        return json;
    }
}
