package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.Extension;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceRefusal;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.SavedCallTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A host's own things, which are as much the organization's as ours. */
class ResourcesTest {

    private static final ResourceId NEVER_ISSUED =
            new ResourceId(UUID.fromString("0190b1a0-0000-7000-8000-00000000dead"));

    private static final RingGroup.Type RECORDING = new RingGroup.Type("recording", false);

    private final World world = new World(World.RING_GROUP, RECORDING);
    private final List<Business> both = world.twoBusinesses();
    private final Business here = both.get(0);
    private final Business there = both.get(1);

    @Test
    void I1_aThingOfTheHostsIsAddedReadChangedAndRemoved() {
        here.member("ann@example.com", "101");
        Resource<RingGroup> added = here.ringGroups().add(" Sales ", RingGroup.of("101"));
        assertThat(added.name()).isEqualTo(DisplayName.parse("Sales"));
        assertThat(added.ref())
                .isEqualTo(new ResourceRef("ring_group", added.id().toString()));
        assertThat(added.addedAt()).isEqualTo(world.clock.instant());
        assertThat(here.ringGroups().get(added.id())).isEqualTo(added);
        assertThat(here.workspace()
                        .resources(RECORDING)
                        .list(PageRequest.first(9))
                        .items())
                .isEmpty();
        here.refused(
                "RESOURCE_NOT_FOUND",
                () -> here.workspace().resources(RECORDING).get(added.id()));

        Resource<RingGroup> saved = here.ringGroups()
                .save(added.id(), "Support", RingGroup.of("101").noted("x"));
        assertThat(here.ringGroups().list(PageRequest.first(9)).items()).containsExactly(saved);
        assertThat(saved.content().note()).isEqualTo("x");
        assertThat(here.ringGroups().remove(added.id())).isEqualTo(saved);
        here.refused("RESOURCE_NOT_FOUND", () -> here.ringGroups().get(added.id()));
    }

    @Test
    void X3_eachChangeIsOneEventWhoseTypeIsNoneOfOurs() {
        Resource<RingGroup> added = here.ringGroups().add("Sales", RingGroup.EMPTY.noted("a"));
        assertThat(here.eventsOf(() -> here.ringGroups().save(added.id(), "Sales", RingGroup.EMPTY.noted("b"))))
                .containsExactly(new ResourceEvent.Changed(added.ref(), DisplayName.parse("Sales")));
        assertThat(here.eventsOf(() -> here.ringGroups().save(added.id(), "Sales ", RingGroup.EMPTY.noted("b"))))
                .isEmpty();
        assertThat(here.eventsOf(() -> here.ringGroups().remove(added.id())))
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo("resource.ring_group.removed"));
        ResourceRef organization = new ResourceRef("organization", "1");
        assertThat(new ResourceEvent.Added(organization, DisplayName.parse("x")).type())
                .isEqualTo("resource.organization.added");
    }

    @Test
    void I2_aThingOfAnotherOrganizationIsAsOneThatNeverWas() {
        Resource<RingGroup> foreign = there.ringGroups().add("Sales", RingGroup.EMPTY);
        assertThat(answers(foreign.id())).isEqualTo(answers(NEVER_ISSUED));
        assertThat(there.ringGroups().get(foreign.id())).isEqualTo(foreign);
    }

    private List<Refusal> answers(ResourceId id) {
        return List.of(
                here.refused("RESOURCE_NOT_FOUND", () -> here.ringGroups().get(id)),
                here.refused("RESOURCE_NOT_FOUND", () -> here.ringGroups().save(id, "Sales", RingGroup.EMPTY)),
                here.refused("RESOURCE_NOT_FOUND", () -> here.ringGroups().remove(id)));
    }

    @Test
    void I3_whatIsReferredToIsThereInTheSameOrganization() {
        there.member("ann@example.com", "101");
        SavedCallTree tree = there.tree("Theirs");
        Resource<RingGroup> group = there.ringGroups().add("Theirs", RingGroup.of("101"));
        there.numbers().add("+12025550123");
        List<ResourceRef> foreign = List.of(
                ResourceRef.extension(new Extension("101")),
                tree.ref(),
                there.sound("Theirs", 1).ref(),
                group.ref(),
                new ResourceRef("phone_number", "+12025550123"));
        List<ResourceRef> never = List.of(
                ResourceRef.extension(new Extension("102")),
                new ResourceRef("call_tree", NEVER_ISSUED.toString()),
                new ResourceRef("sound", NEVER_ISSUED.toString()),
                new ResourceRef("ring_group", NEVER_ISSUED.toString()),
                new ResourceRef("phone_number", "+12025550124"));
        for (int i = 0; i < foreign.size(); i++) {
            assertThat(missing(foreign.get(i))).containsExactly(foreign.get(i));
            assertThat(missing(never.get(i))).containsExactly(never.get(i));
        }
        for (String hostile : List.of(
                "extension:1",
                "phone_number:x",
                "phone_number:+1202555",
                "administration:1",
                "invitation:1",
                "sound:x",
                "nothing:1",
                "resource:1",
                "call_tree:" + tree.id().toString().toUpperCase(Locale.ROOT))) {
            assertThat(missing(ResourceRef.parse(hostile))).hasSize(1);
        }
    }

    private List<ResourceRef> missing(ResourceRef ref) {
        return ((ResourceRefusal.ReferenceNotFound) here.refused(
                        "REFERENCE_NOT_FOUND", () -> here.ringGroups().add("Sales", RingGroup.with(ref))))
                .missing();
    }

    @Test
    void T5_whatAThingRefersToStaysUntilItDoesNotAnyMore() {
        UserSession ann = here.member("ann@example.com", "101");
        SavedCallTree tree = here.tree("Main");
        var sound = here.sound("Hello", 1);
        here.numbers().add("+12025550123");
        Resource<RingGroup> used = here.ringGroups().add("Used", RingGroup.EMPTY);
        Resource<RingGroup> user = here.ringGroups()
                .add(
                        "User",
                        RingGroup.with(
                                ResourceRef.extension(new Extension("101")),
                                tree.ref(),
                                sound.ref(),
                                used.ref(),
                                new ResourceRef("phone_number", "+12025550123")));
        List<Runnable> removals = List.of(
                () -> here.workspace().members().remove(ann.user()),
                () -> here.trees().remove(tree.id()),
                () -> here.sounds().remove(sound.id()),
                () -> here.ringGroups().remove(used.id()),
                () -> here.numbers().remove("+12025550123"));
        for (Runnable removal : removals) {
            assertThat(here.usesThatForbid(removal::run)).containsExactly(new ResourceUse(user.ref(), "User"));
        }
        assertThat(here.usesThatForbid(() -> here.numbers().move("+12025550123", there.id())))
                .containsExactly(new ResourceUse(user.ref(), "User"));
        here.numbers().move("+12025550123", here.id());

        here.ringGroups().save(user.id(), "User", RingGroup.with(user.ref()));
        removals.forEach(Runnable::run);
        here.ringGroups().remove(user.id());
        assertThat(here.owned().things().values())
                .allSatisfy(things -> assertThat(things).isEmpty());
    }

    @Test
    void T3_callsAreLedToADestinationAndToNothingElse() {
        Resource<RingGroup> group = here.ringGroups().add("Sales", RingGroup.EMPTY);
        Resource<RingGroup> recording = here.workspace().resources(RECORDING).add("Call", RingGroup.EMPTY);
        SavedCallTree tree = here.treeTo("Main", Destination.resource(group.ref()));
        here.refused("CALL_TREE_NOT_VALID", () -> here.treeTo("Other", Destination.resource(recording.ref())));
        here.numbers().add("+12025550123");
        here.refused(
                "DESTINATION_NOT_FOUND",
                () -> here.numbers().route("+12025550123", Destination.resource(recording.ref())));
        here.numbers().route("+12025550123", Destination.resource(group.ref()));
        assertThat(here.usesThatForbid(() -> here.ringGroups().remove(group.id())))
                .containsExactly(
                        new ResourceUse(tree.ref(), "Main"),
                        new ResourceUse(new ResourceRef("phone_number", "+12025550123"), "+12025550123"));
    }

    @Test
    void T4_aNameIsUniqueAmongTheThingsOfOneType() {
        Resource<RingGroup> sales = here.ringGroups().add("Sales", RingGroup.EMPTY);
        Resource<RingGroup> support = here.ringGroups().add("Support", RingGroup.EMPTY);
        here.refused("RESOURCE_NAME_TAKEN", () -> here.ringGroups().add("SALES", RingGroup.EMPTY));
        here.refused("RESOURCE_NAME_TAKEN", () -> here.ringGroups().save(support.id(), "sales", RingGroup.EMPTY));
        here.workspace().resources(RECORDING).add("Sales", RingGroup.EMPTY);
        there.ringGroups().add("Sales", RingGroup.EMPTY);
        here.ringGroups().save(sales.id(), "SALES", RingGroup.EMPTY);
    }

    @Test
    void X5_thingsAreReadInPagesOfTheirType() {
        List<Resource<RingGroup>> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(here.ringGroups().add("Group " + i, RingGroup.EMPTY));
            there.ringGroups().add("Group " + i, RingGroup.EMPTY);
            here.workspace().resources(RECORDING).add("Recording " + i, RingGroup.EMPTY);
        }
        for (int limit = 1; limit < 7; limit++) {
            assertThat(World.all(limit, here.ringGroups()::list)).containsExactlyInAnyOrderElementsOf(added);
        }
    }
}
