package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.DisplayName;
import com.phoneunite.input.Given;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundId;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rule T4: the section of a workspace that shows its sounds. Everybody who stands in the organization may look and listen; only who
 * manages it may change. Content is streamed, is WAV or MP3 by its bytes, and has at most {@value Sound#MAX_BYTES} of them. Safe for
 * any number of threads.
 */
public final class Sounds {

    private final Place place;
    private final OwnedThings<Sound> things;
    private final SoundUploads uploads;

    Sounds(Place place) {
        this.place = place;
        uploads = new SoundUploads(place.desk());
        things = new OwnedThings<>(place, store -> store.sounds(), OwnedKind.SOUND.type(), Sound.MAX_PER_ORGANIZATION);
    }

    /**
     * The sounds of the organization, by id.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}
     */
    public Page<Sound> list(PageRequest page) {
        return things.list(page, Function.identity());
    }

    /**
     * One sound.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code RESOURCE_NOT_FOUND}
     */
    public Sound get(SoundId id) {
        return things.get(Desk.given("id", id).value());
    }

    /**
     * The bytes of a sound, from the first one on. The caller closes the stream.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code RESOURCE_NOT_FOUND}
     */
    public InputStream open(SoundId id) {
        while (true) {
            Sound sound = get(id);
            Optional<InputStream> bytes = place.store().soundContents().open(sound.content());
            if (bytes.isPresent()) {
                return bytes.get();
            }
            if (get(id).equals(sound)) {
                throw new PhoneUniteFault("the bytes of sound " + id + " of organization " + sound.organization()
                        + " of account " + sound.account() + " are not there");
            }
        }
    }

    /**
     * Adds a sound. The access of the user is checked first, then the content is read to its end, or to where it becomes too large, and
     * kept; nothing is open meanwhile. The stream is not closed.
     *
     * @param name 1 to {@value DisplayName#MAX_CODE_POINTS} code points, unique among the sounds of the organization
     * @throws RefusedException {@code INVALID_INPUT} (of the content: {@code NOT_A_SOUND}, {@code TOO_LARGE}), {@code
     *     ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code ORGANIZATION_SUSPENDED}, {@code RESOURCE_NAME_TAKEN},
     *     {@code RESOURCE_LIMIT_REACHED}
     * @throws java.io.UncheckedIOException if the stream fails
     */
    public Sound add(@Nullable String name, InputStream content) {
        Desk.valid(new NewSound(name, content));
        DisplayName called = DisplayName.parse(Objects.requireNonNull(name));
        place.view(this::mayAdd);
        return uploads.take(place, content, (scope, taken) -> {
            Change change = place.change();
            Sound sound = taken.as(SoundId.parse(things.newRef().id()), called, change.at());
            return things.add(scope, sound, Set.of(), change);
        });
    }

    /**
     * Gives a sound other bytes, under its id and its name, so that whatever plays it plays these. The ones that it has change nothing.
     *
     * @throws RefusedException as {@link #add}, and {@code RESOURCE_NOT_FOUND}
     * @throws java.io.UncheckedIOException if the stream fails
     */
    public Sound replace(SoundId id, InputStream content) {
        Desk.valid(new NewContent(id, content));
        place.view(scope -> things.found(mayAdd(scope), id.ref()));
        AtomicReference<Sound> former = new AtomicReference<>();
        Sound replaced = uploads.take(place, content, (scope, taken) -> {
            Sound held = things.found(scope, id.ref());
            former.set(held);
            return things.replace(scope, held, taken.as(id, held.name(), held.addedAt()), Set.of());
        });
        uploads.forgetUnnamed(Objects.requireNonNull(former.get()).content());
        return replaced;
    }

    /**
     * Gives a sound another name. The one that it has changes nothing.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code RESOURCE_NOT_FOUND}, {@code RESOURCE_NAME_TAKEN}
     */
    public Sound rename(SoundId id, @Nullable String name) {
        Desk.valid(new NewName(id, name));
        DisplayName called = DisplayName.parse(Objects.requireNonNull(name));
        return place.add(scope -> {
            Sound held = things.found(scope, id.ref());
            return things.replace(scope, held, held.renamed(called), Set.of());
        });
    }

    /**
     * Rule T5: removes a sound, and then its bytes, unless another sound of the organization has the same ones.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code RESOURCE_NOT_FOUND}, {@code
     *     RESOURCE_IN_USE}
     */
    public Sound remove(SoundId id) {
        Sound removed = things.remove(Desk.given("id", id).value(), Function.identity());
        uploads.forgetUnnamed(removed.content());
        return removed;
    }

    private OrganizationScope mayAdd(OrganizationScope scope) {
        RefusedException.throwIf(Roster.manage(scope));
        Desk.requireNotSuspended(scope.organization());
        return scope;
    }

    private record NewSound(
            @Conforms(DisplayName.Rule.class) @Nullable String name,
            @Conforms(Given.class) InputStream content) {}

    private record NewContent(
            @Conforms(Given.class) SoundId id,
            @Conforms(Given.class) InputStream content) {}

    private record NewName(
            @Conforms(Given.class) SoundId id,
            @Conforms(DisplayName.Rule.class) @Nullable String name) {}
}
