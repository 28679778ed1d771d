package com.phoneunite.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.UnitOfWorkFault;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import com.phoneunite.telephony.SoundFormat;
import com.phoneunite.telephony.SoundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Things and references as the memory keeps them, with ids and names that try to be each other's. */
class MemoryThingsTest {

    private static final Instant NOW = Instant.parse("2026-01-31T15:00:00Z");
    private static final AccountId ACCOUNT = Scopes.ACCOUNT;
    private static final String SHA = "0".repeat(63) + "a";
    private static final String SHA_OF_1 = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a";
    private static final String SHA_OF_2 = "dbc1b4c900ffe48d575b5da5c638040125f65db0fe3e24494b76ea986457d986";

    private final InMemoryStore store = InMemoryStore.create();
    private final OrganizationScope here = Scopes.of(1);
    private final OrganizationScope there = Scopes.of(2);

    private static StoredResource thing(OrganizationScope scope, String ref, String name) {
        return new StoredResource(
                scope.account(), scope.organizationId(), ResourceRef.parse(ref), DisplayName.parse(name), "1", NOW);
    }

    private static Sound sound(OrganizationScope scope, int id, String sha) {
        return new Sound(
                scope.account(),
                scope.organizationId(),
                new SoundId(new UUID(4, id)),
                DisplayName.parse("Sound " + id),
                SoundFormat.WAV,
                1,
                sha,
                NOW);
    }

    private void change(Runnable work) {
        store.unitOfWork().execute(ACCOUNT, work);
    }

    private static ResourceRef ref(String text) {
        return ResourceRef.parse(text);
    }

    private List<String> names(OrganizationScope scope, String type) {
        return store.resources().list(scope, type, Optional.empty(), 9).stream()
                .map(one -> one.name().value())
                .toList();
    }

    private List<String> users(OrganizationScope scope, String used) {
        return store.references().usersOf(scope, ref(used), 99).stream()
                .map(ResourceRef::toString)
                .toList();
    }

    @Test
    void I1_typesAndIdsThatBeginAlikeAreKeptApart() {
        change(() -> {
            for (String ref : List.of("box:1", "box:1:2", "box:11", "boxes:1", "bo:x", "box_:1", "box:~")) {
                store.resources().save(thing(here, ref, "of " + ref));
                store.resources().save(thing(there, ref, "of " + ref));
            }
            assertThat(names(here, "box")).containsExactly("of box:1", "of box:11", "of box:1:2", "of box:~");
            assertThat(names(here, "boxes")).containsExactly("of boxes:1");
            assertThat(names(here, "bo")).containsExactly("of bo:x");
            assertThat(names(here, "b")).isEmpty();
            assertThat(store.resources().list(here, "box", Optional.of("1"), 2))
                    .extracting(one -> one.ref().id())
                    .containsExactly("11", "1:2");
            assertThat(store.resources().count(here, "box")).isEqualTo(4);
            store.resources().remove(thing(here, "box:1", "whatever"));
            assertThat(store.resources().count(here, "box")).isEqualTo(3);
            assertThat(store.resources().count(there, "box")).isEqualTo(4);
            assertThat(store.resources().find(here, ref("box:1"))).isEmpty();
            assertThat(store.resources().find(there, ref("box:1"))).isPresent();
            assertThat(store.resources().findByName(here, "box", DisplayName.parse("OF BOX:1")))
                    .isEmpty();
            assertThat(store.resources().findByName(there, "box", DisplayName.parse("OF BOX:1")))
                    .isPresent();
            assertThat(store.resources().findByName(there, "boxes", DisplayName.parse("of box:1")))
                    .isEmpty();
        });
    }

    @Test
    void T4_aNameThatIsNotUniqueIsAFaultThatLeavesNothingHalfWritten() {
        change(() -> {
            store.resources().save(thing(here, "box:1", "One"));
            store.resources().save(thing(here, "box:2", "Two"));
            for (StoredResource wrong : List.of(thing(here, "box:2", "ONE"), thing(here, "box:3", "one"))) {
                assertThatThrownBy(() -> store.resources().save(wrong)).isInstanceOf(PhoneUniteFault.class);
            }
            assertThat(names(here, "box")).containsExactly("One", "Two");
            assertThat(store.resources().count(here, "box")).isEqualTo(2);
            store.resources().save(thing(here, "box:1", "ONE"));
            store.resources().save(thing(here, "box:1", "Free"));
            store.resources().save(thing(here, "box:2", "One"));
            store.resources().save(thing(there, "box:1", "One"));
            store.resources().save(thing(here, "bag:1", "One"));
            assertThat(names(here, "box")).containsExactly("Free", "One");
        });
    }

    @Test
    void I3_referencesAreKeptByOrganizationAndInTheOrderOfReferences() {
        List<String> users =
                new ArrayList<>(List.of("a:9", "a1:1", "a_b:1", "ab:1", "a:1", "a:1:1", "a:10", "b:~", "b:!"));
        change(() -> {
            users.forEach(user -> store.references().replace(here, ref(user), Set.of(ref("box:1"), ref("box:11"))));
            store.references().replace(there, ref("a:there"), Set.of(ref("box:1")));
            store.references().replace(here, ref("a:other"), Set.of(ref("box:1:1"), ref("bo:x"), ref("box1:1")));
            assertThat(users(here, "box:1"))
                    .containsExactlyElementsOf(users.stream()
                            .map(ResourceRef::parse)
                            .sorted()
                            .map(ResourceRef::toString)
                            .toList());
            assertThat(users(there, "box:1")).containsExactly("a:there");
            assertThat(users(here, "box:1:1")).containsExactly("a:other");
            assertThat(store.references().usersOf(here, ref("box:1"), 2)).containsExactly(ref("a:1"), ref("a:10"));
            store.references().replace(here, ref("a:1"), Set.of(ref("box:2")));
            assertThat(users(here, "box:1")).doesNotContain("a:1").contains("a:10", "a:1:1");
            assertThat(users(here, "box:2")).containsExactly("a:1");
            users.forEach(user -> store.references().replace(here, ref(user), Set.of()));
            assertThat(users(here, "box:1")).isEmpty();
            assertThat(users(there, "box:1")).containsExactly("a:there");
            assertThat(users(here, "box:1:1")).containsExactly("a:other");
        });
    }

    @Test
    void X1_whatIsTakenBackWasNeverThere() {
        change(() -> fill(1));
        List<Object> before = everything();
        assertThatThrownBy(() -> change(() -> {
                    store.resources().remove(thing(here, "box:1", "Box 1"));
                    store.references().replace(here, ref("box:1"), Set.of());
                    store.sounds().save(sound(here, 1, "f".repeat(64)));
                    store.sounds().remove(sound(there, 1, SHA));
                    fill(2);
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(everything()).isEqualTo(before);
    }

    private void fill(int number) {
        for (OrganizationScope scope : List.of(here, there)) {
            store.resources().save(thing(scope, "box:" + number, "Box " + number));
            store.references().replace(scope, ref("box:" + number), Set.of(ref("box:1"), ref("extension:101")));
            store.sounds().save(sound(scope, number, SHA));
        }
    }

    private List<Object> everything() {
        List<Object> all = new ArrayList<>();
        store.unitOfWork().view(ACCOUNT, () -> {
            for (OrganizationScope scope : List.of(here, there)) {
                all.add(store.resources().list(scope, "box", Optional.empty(), 99));
                all.add(store.resources().count(scope, "box"));
                all.add(store.resources().findByName(scope, "box", DisplayName.parse("Box 1")));
                all.add(users(scope, "box:1"));
                all.add(users(scope, "extension:101"));
                all.add(store.sounds().list(scope, "sound", Optional.empty(), 99));
                for (String sha : List.of(SHA, "f".repeat(64))) {
                    all.add(store.sounds().names(new SoundContents.Key(ACCOUNT, scope.organizationId(), sha)));
                }
            }
            return all;
        });
        return all;
    }

    @Test
    void T4_aContentIsNamedAsLongAsASoundOfTheOrganizationHasIt() {
        SoundContents.Key key = new SoundContents.Key(ACCOUNT, here.organizationId(), SHA);
        change(() -> {
            store.sounds().save(sound(here, 1, SHA));
            store.sounds().save(sound(here, 2, SHA));
            store.sounds().save(sound(here, 1, SHA));
            store.sounds().save(sound(there, 3, "f".repeat(64)));
            assertThat(store.sounds().names(key)).isTrue();
            store.sounds().remove(sound(here, 1, SHA));
            assertThat(store.sounds().names(key)).isTrue();
            store.sounds().save(sound(here, 2, "f".repeat(64)));
            assertThat(store.sounds().names(key)).isFalse();
            assertThat(store.sounds().names(new SoundContents.Key(ACCOUNT, there.organizationId(), SHA)))
                    .isFalse();
        });
    }

    @Test
    void X1_withoutAUnitOfWorkEachCallIsAFault() {
        List<ThrowingCallable> reads = List.of(
                () -> store.resources().find(here, ref("box:1")),
                () -> store.resources().findByName(here, "box", DisplayName.parse("One")),
                () -> store.resources().list(here, "box", Optional.empty(), 1),
                () -> store.resources().count(here, "box"),
                () -> store.callTrees().list(here, "call_tree", Optional.empty(), 1),
                () -> store.sounds().names(new SoundContents.Key(ACCOUNT, here.organizationId(), SHA)),
                () -> store.references().usersOf(here, ref("box:1"), 1));
        List<ThrowingCallable> writes = List.of(
                () -> store.resources().save(thing(here, "box:1", "One")),
                () -> store.sounds().save(sound(here, 1, SHA)),
                () -> store.references().replace(here, ref("box:1"), Set.of(ref("box:2"))));
        for (ThrowingCallable call : reads) {
            assertFault(call, work -> work.run());
            store.unitOfWork().view(ACCOUNT, () -> run(call));
            assertFault(call, work -> store.unitOfWork().execute(new AccountId(new UUID(1, 2)), work));
        }
        for (ThrowingCallable call : writes) {
            assertFault(call, work -> work.run());
            assertFault(call, work -> store.unitOfWork().view(ACCOUNT, () -> run(work::run)));
            assertFault(call, work -> store.unitOfWork().execute(new AccountId(new UUID(1, 2)), work));
        }
    }

    private static void assertFault(ThrowingCallable call, Consumer<Runnable> around) {
        assertThatThrownBy(() -> around.accept(() -> run(call))).isInstanceOf(UnitOfWorkFault.class);
    }

    private static String run(ThrowingCallable call) {
        try {
            call.call();
            return "done";
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void T4_bytesAreKeptUnderTheirOwnHashAlone() {
        SoundContents contents = store.soundContents();
        try (SoundContents.Upload upload = contents.begin(ACCOUNT, here.organizationId())) {
            upload.write(new byte[] {1}, 0, 1);
            assertThatThrownBy(() -> upload.keep(SHA_OF_2))
                    .isInstanceOf(PhoneUniteFault.class)
                    .hasMessageContaining("T4");
        }
        assertThat(contents.list(Optional.empty(), 99)).isEmpty();
    }

    @Test
    void T4_contentsAreListedInOrderAndBehindAnyOfThem() {
        SoundContents contents = store.soundContents();
        List<SoundContents.Key> keys = new ArrayList<>();
        for (OrganizationScope scope : List.of(there, here)) {
            for (byte content : new byte[] {1, 2}) {
                String sha = content == 1 ? SHA_OF_1 : SHA_OF_2;
                try (SoundContents.Upload upload = contents.begin(ACCOUNT, scope.organizationId())) {
                    upload.write(new byte[] {0, content, 3}, 1, 1);
                    upload.keep(sha);
                    upload.keep(sha);
                }
                keys.add(new SoundContents.Key(ACCOUNT, scope.organizationId(), sha));
            }
        }
        keys.sort(null);
        assertThat(contents.list(Optional.empty(), 99)).isEqualTo(keys);
        assertThat(contents.list(Optional.of(keys.get(1)), 1)).containsExactly(keys.get(2));
        assertThat(contents.open(keys.get(0)).orElseThrow()).hasBinaryContent(new byte[] {1});
        contents.delete(keys.get(1));
        contents.delete(keys.get(1));
        assertThat(contents.open(keys.get(1))).isEmpty();
        assertThat(contents.contains(keys.get(1))).isFalse();
        assertThat(contents.list(Optional.of(keys.get(1)), 99)).containsExactly(keys.get(2), keys.get(3));
        try (SoundContents.Upload upload = contents.begin(ACCOUNT, here.organizationId())) {
            upload.write(new byte[] {1}, 0, 1);
        }
        assertThat(contents.list(Optional.empty(), 99))
                .as("what is not kept is gone")
                .hasSize(3);
    }
}
