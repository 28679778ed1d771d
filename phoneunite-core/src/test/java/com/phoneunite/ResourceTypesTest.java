package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.membership.Extension;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.resource.StoredResource;
import com.phoneunite.store.memory.InMemoryStore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host's type must be, and what it is asked. */
class ResourceTypesTest {

    private final World world = new World(World.RING_GROUP, new Forgetful());
    private final Business here = world.twoBusinesses().get(0);

    /** Writes something else than it reads. */
    private record Forgetful() implements ResourceType<String> {
        @Override
        public String name() {
            return "queue";
        }

        @Override
        public void check(String content, BiConsumer<String, String> report) {}

        @Override
        public String write(String content) {
            return content.isEmpty() ? "" : "\"something\"";
        }

        @Override
        public String read(String json) {
            return json;
        }
    }

    @Test
    void X1_aTypeThatDoesNotReadWhatItWritesIsAFaultThatKeepsNothing() {
        Resources<String> queues = here.workspace().resources(new Forgetful());
        Snapshot before = world.snapshot(here.owner().accountId());
        for (String content : List.of("anything", "")) {
            assertThatThrownBy(() -> queues.add("Queue", content))
                    .isInstanceOf(PhoneUniteFault.class)
                    .hasMessageContaining("queue");
        }
        assertThat(world.snapshot(here.owner().accountId())).isEqualTo(before);
        assertThat(queues.add("Queue", "\"something\"").content()).isEqualTo("\"something\"");
    }

    @Test
    void I1_aTypeThatTheBuilderWasNotGivenIsNotServed() {
        OrganizationWorkspace workspace = here.workspace();
        for (RingGroup.Type type :
                List.of(new RingGroup.Type("mailbox", true), new RingGroup.Type("ring_group", false))) {
            assertThatThrownBy(() -> workspace.resources(type))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("resources(");
        }
        assertThatThrownBy(() -> new World().twoBusinesses().get(0).ringGroups())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "1a",
                "_a",
                "a-b",
                "a.b",
                "a:b",
                "a b",
                "ä",
                "extension",
                "sound",
                "call_tree",
                "phone_number",
                "invitation",
                "administration",
                "resource",
                "a2345678901234567890123456789012345678901"
            })
    void I1_aTypeHasANameThatIsNoneOfOurs(String name) {
        PhoneUnite.Builder builder = PhoneUnite.builder(InMemoryStore.create()).billing(OrganizationBilling.none());
        RingGroup.Type type = new RingGroup.Type(name, true);
        assertThatThrownBy(() -> builder.resources(type)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.resources(World.RING_GROUP, new RingGroup.Type("ring_group", false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void X4_everythingThatIsWrongIsNamedBeforeAnythingIsRead() {
        assertThat(faults(null, null)).containsExactly("content REQUIRED", "name REQUIRED");
        assertThat(faults(" ", RingGroup.EMPTY.noted("\""))).containsExactly("content NOT_PLAIN", "name BLANK");
        RingGroup large = new RingGroup(
                "x".repeat(ResourceType.MAX_CONTENT_LENGTH),
                IntStream.range(0, ResourceType.MAX_REFERENCES + 1)
                        .mapToObj(i -> new ResourceRef("nothing", "" + i))
                        .collect(Collectors.toSet()));
        assertThat(faults("", large)).containsExactly("content TOO_LONG", "content TOO_MANY", "name BLANK");
        UserSession stranger = world.user(here.owner(), "stranger@example.com");
        OrganizationWorkspace workspace = here.workspace();
        here.workspace().administrators().add(stranger.user());
        Resources<RingGroup> theirs = stranger.switchTo(here.id()).resources(World.RING_GROUP);
        workspace.administrators().remove(stranger.user());
        here.refused("INVALID_INPUT", () -> theirs.add("Sales", large));
        here.refused("ORGANIZATION_NOT_FOUND", () -> theirs.add("Sales", RingGroup.EMPTY));
        int fits = ResourceType.MAX_CONTENT_LENGTH
                - World.RING_GROUP.write(RingGroup.EMPTY).length();
        here.ringGroups().add("Sales", RingGroup.EMPTY.noted("x".repeat(fits)));
        assertThat(faults("Other", RingGroup.EMPTY.noted("x".repeat(fits + 1)))).containsExactly("content TOO_LONG");
    }

    @Test
    void X3_whatIsWrittenInAnotherWayIsNoChange() {
        List<String> digitStrings = List.of("101", "202", "303", "404");
        digitStrings.forEach(digits -> here.member("user" + digits + "@example.com", digits));
        Set<ResourceRef> users = digitStrings.stream()
                .map(digits -> ResourceRef.extension(new Extension(digits)))
                .collect(Collectors.toSet());
        Resource<RingGroup> added = here.ringGroups().add("Sales", new RingGroup("", users));
        world.store.unitOfWork().execute(here.owner().accountId(), () -> {
            var scope = here.scope();
            var kept = world.store.resources().find(scope, added.ref()).orElseThrow();
            var reordered = new StoredResource(
                    kept.account(),
                    kept.organization(),
                    kept.ref(),
                    kept.name(),
                    users.stream()
                            .sorted()
                            .map(ResourceRef::toString)
                            .collect(Collectors.joining("\",\"", "[\"\",\"", "\"]")),
                    kept.addedAt());
            world.store.resources().save(reordered);
        });
        assertThat(here.eventsOf(() -> here.ringGroups().save(added.id(), "Sales", new RingGroup("", users))))
                .isEmpty();
    }

    /** Refers to what it is told to, and cannot read what it is told not to. */
    private static final class Moody implements ResourceType<String> {

        private boolean unable;
        private Set<ResourceRef> references = Set.of();

        @Override
        public String name() {
            return "mailbox";
        }

        @Override
        public void check(String content, BiConsumer<String, String> report) {}

        @Override
        public String write(String content) {
            return '"' + content + '"';
        }

        @Override
        public String read(String json) {
            if (unable) {
                throw new IllegalStateException("unable");
            }
            return json.substring(1, json.length() - 1);
        }

        @Override
        public Set<ResourceRef> refersTo(String content) {
            return references;
        }
    }

    @Test
    void X1_aTypeThatCannotReadAThingLeavesItThere() {
        Moody type = new Moody();
        Business business = new World(type).twoBusinesses().get(0);
        Resources<String> mailboxes = business.workspace().resources(type);
        Resource<String> kept = mailboxes.add("Sales", "a");
        Snapshot before = business.world().snapshot(business.owner().accountId());
        type.unable = true;
        assertThatThrownBy(() -> mailboxes.remove(kept.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> mailboxes.save(kept.id(), "Sales", "b")).isInstanceOf(IllegalStateException.class);
        assertThat(business.world().snapshot(business.owner().accountId())).isEqualTo(before);
        type.unable = false;
        assertThat(mailboxes.remove(kept.id())).isEqualTo(kept);
    }

    @Test
    void X1_aTypeIsNotAskedAnyMoreOnceAThingIsKept() {
        InMemoryStore store = InMemoryStore.create();
        Moody type = new Moody();
        PhoneUnite phoneUnite = PhoneUnite.builder(store)
                .billing(OrganizationBilling.none())
                .resources(type)
                .ids(() -> {
                    type.unable = true; // an id is made after the content was read once, and before it is kept
                    return UUID.randomUUID();
                })
                .build();
        UserSession owner =
                phoneUnite.signIn(phoneUnite.openAccount(World.request()).owner());
        Resources<String> mailboxes =
                owner.switchTo(owner.organizations().items().get(0).id()).resources(type);
        type.unable = false;
        Resource<String> added = mailboxes.add("Sales", "a");
        type.unable = false;
        assertThat(mailboxes.get(added.id())).isEqualTo(added);
    }

    @Test
    void T5_otherReferencesOfTheSameContentAreHeardWithTheNextSaving() {
        Moody type = new Moody();
        Business business = new World(type).twoBusinesses().get(0);
        UserSession ann = business.member("ann@example.com", "101");
        Resources<String> mailboxes = business.workspace().resources(type);
        Resource<String> mailbox = mailboxes.add("Sales", "a");

        type.references = Set.of(ResourceRef.extension(new Extension("102")));
        business.refused("REFERENCE_NOT_FOUND", () -> mailboxes.save(mailbox.id(), "Sales", "a"));
        type.references = Set.of(ResourceRef.extension(new Extension("101")));
        assertThat(business.eventsOf(() -> mailboxes.save(mailbox.id(), "Sales", "a")))
                .isEmpty();
        assertThat(business.usesThatForbid(() -> business.workspace().members().remove(ann.user())))
                .containsExactly(new ResourceUse(mailbox.ref(), "Sales"));
        type.references = Set.of();
        mailboxes.save(mailbox.id(), "Sales", "a");
        business.workspace().members().remove(ann.user());
    }

    @Test
    void X4_anIdThatIsMissingIsNamedWithAllTheRest() {
        assertThat(violations(() -> here.ringGroups().save(null, null, null)))
                .containsExactly("content REQUIRED", "id REQUIRED", "name REQUIRED");
        assertThat(violations(() -> here.ringGroups().save(null, " ", RingGroup.EMPTY.noted("\""))))
                .containsExactly("content NOT_PLAIN", "id REQUIRED", "name BLANK");
        assertThat(violations(() -> here.ringGroups().save(null, "Sales", RingGroup.EMPTY)))
                .containsExactly("id REQUIRED");
        assertThat(violations(() -> here.workspace().resources(null))).containsExactly("type REQUIRED");
    }

    private List<String> violations(ThrowingCallable call) {
        return ((InvalidInput) here.refused("INVALID_INPUT", call))
                .violations().stream().map(one -> one.path() + " " + one.code()).toList();
    }

    private List<String> faults(String name, RingGroup content) {
        return ((InvalidInput)
                        here.refused("INVALID_INPUT", () -> here.ringGroups().add(name, content)))
                .violations().stream().map(one -> one.path() + " " + one.code()).toList();
    }
}
