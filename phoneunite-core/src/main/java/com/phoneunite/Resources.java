package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.input.DisplayName;
import com.phoneunite.input.InputValidator;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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
     * The things of the type that the organization has, by id.
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
        Written written = valid(Optional.empty(), name, content);
        return holding(content, things.place().add(scope -> {
            Change change = things.place().change();
            StoredResource added = new StoredResource(
                    scope.account(),
                    scope.organizationId(),
                    things.newRef(),
                    written.name(),
                    written.json(),
                    change.at());
            return things.add(scope, added, written.refersTo(), change);
        }));
    }

    /**
     * Gives one another name or another content, or both. Those that it has change nothing.
     *
     * @throws RefusedException as {@link #add}, and {@code RESOURCE_NOT_FOUND}
     */
    public Resource<T> save(ResourceId id, @Nullable String name, T content) {
        Written written = valid(InputValidator.required("id", id), name, content);
        ResourceRef ref = things.ref(id.value());
        return holding(content, things.place().add(scope -> {
            StoredResource former = things.found(scope, ref);
            boolean sameContent = content.equals(type.read(former.content()));
            StoredResource next = new StoredResource(
                    former.account(),
                    former.organization(),
                    ref,
                    written.name(),
                    sameContent ? former.content() : written.json(),
                    former.addedAt());
            return things.replace(scope, former, next, written.refersTo());
        }));
    }

    /**
     * Rule T5: removes one.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code RESOURCE_NOT_FOUND}, {@code
     *     RESOURCE_IN_USE}
     */
    public Resource<T> remove(ResourceId id) {
        return things.remove(Desk.given("id", id).value(), this::read);
    }

    private Resource<T> read(StoredResource stored) {
        return holding(type.read(stored.content()), stored);
    }

    /** Once a change is kept, the host's code is not asked any more: what it throws then would look like a change that was not (rule X1). */
    private static <T> Resource<T> holding(T content, StoredResource stored) {
        return new Resource<>(
                ResourceId.parse(stored.ref().id()), stored.ref(), stored.name(), content, stored.addedAt());
    }

    /**
     * What can be kept.
     *
     * @param refersTo what the content refers to
     */
    private record Written(DisplayName name, String json, Set<ResourceRef> refersTo) {}

    /** Rule X4: decided before anything is read, and before anything is locked: the host's code may take its time. */
    private Written valid(Optional<InvalidInput> besides, @Nullable String name, @Nullable T content) {
        List<Violation> violations =
                new ArrayList<>(besides.map(InvalidInput::violations).orElse(List.of()));
        if (name == null) {
            violations.add(new Violation("name", InputValidator.REQUIRED, "must be given"));
        } else {
            new DisplayName.Rule().check(name, reporting("name", violations));
        }
        if (content == null) {
            violations.add(new Violation("content", InputValidator.REQUIRED, "must be given"));
            throw new RefusedException(new InvalidInput(violations));
        }
        int before = violations.size();
        type.check(content, reporting("content", violations));
        if (violations.size() > before) {
            throw new RefusedException(new InvalidInput(violations));
        }
        String json = type.write(content);
        Set<ResourceRef> references = Set.copyOf(type.refersTo(content));
        checkSizes(json, references, reporting("content", violations));
        if (!violations.isEmpty()) {
            throw new RefusedException(new InvalidInput(violations));
        }
        requireReadable(content, json);
        return new Written(DisplayName.parse(Objects.requireNonNull(name)), json, references);
    }

    private static void checkSizes(String json, Set<ResourceRef> references, BiConsumer<String, String> report) {
        if (json.length() > ResourceType.MAX_CONTENT_LENGTH) {
            report.accept("TOO_LONG", "must be at most " + ResourceType.MAX_CONTENT_LENGTH + " characters of JSON");
        }
        if (references.size() > ResourceType.MAX_REFERENCES) {
            report.accept("TOO_MANY", "must refer to at most " + ResourceType.MAX_REFERENCES + " things");
        }
    }

    /** What is written is read once at once: what could not be read again would be lost. */
    private void requireReadable(T content, String json) {
        if (json.isEmpty() || !content.equals(type.read(json))) {
            throw new PhoneUniteFault("the type " + type.name() + " does not read what it writes");
        }
    }

    private static BiConsumer<String, String> reporting(String path, List<Violation> violations) {
        return (code, message) -> violations.add(new Violation(path, code, message));
    }
}
