package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.membership.Extension;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.TelephonyEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule T1: where phone numbers lead. */
class RoutingTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550123");
    private static final String RAW = "+1 (202) 555-0123";

    private final World world = new World(World.RING_GROUP);
    private final List<Business> both = world.twoBusinesses();
    private final Business here = both.get(0);
    private final Business there = both.get(1);

    @BeforeEach
    void aNumber() {
        here.numbers().add(RAW);
    }

    private ResourceRef ref() {
        return here.numbers().get(RAW).ref();
    }

    @Test
    void T1_aNumberLeadsToOneDestinationAtATime() {
        UserSession ann = here.member("ann@example.com", "101");
        SavedCallTree tree = here.tree("Main");
        Resource<RingGroup> group = here.ringGroups().add("Sales", RingGroup.EMPTY);
        assertThat(here.numbers().get(RAW).destination()).isEmpty();
        for (DestinationDraft there : List.of(
                Destination.extension("101"),
                Destination.callTree(tree.id()),
                Destination.voicemail("101"),
                Destination.resource(group.ref()))) {
            HeldPhoneNumber routed = here.numbers().route(RAW, there);
            assertThat(routed.destination()).contains(there.parse());
            assertThat(here.numbers().get(NUMBER.value())).isEqualTo(routed);
            assertThat(World.all(1, here.numbers()::list)).containsExactly(routed);
        }
        here.trees().remove(tree.id());
        here.workspace().members().remove(ann.user());
        assertThat(here.numbers().unroute(RAW).destination()).isEmpty();
        here.ringGroups().remove(group.id());
    }

    @Test
    void X3_eachChangeOfARouteIsOneEvent() {
        here.member("ann@example.com", "101");
        Destination extension = Destination.extension("101").parse();
        assertThat(here.eventsOf(() -> here.numbers().unroute(RAW))).isEmpty();
        assertThat(here.eventsOf(() -> here.numbers().route(RAW, Destination.extension("101"))))
                .containsExactly(new TelephonyEvent.PhoneNumberRouted(NUMBER, Optional.of(extension)));
        assertThat(here.eventsOf(() -> here.numbers().route(RAW, Destination.extension("101"))))
                .isEmpty();
        assertThat(here.eventsOf(() -> here.numbers().unroute(RAW)))
                .containsExactly(new TelephonyEvent.PhoneNumberRouted(NUMBER, Optional.empty()));
    }

    @Test
    void I3_aNumberLeadsToNothingOfAnotherOrganization() {
        there.member("ann@example.com", "101");
        SavedCallTree tree = there.tree("Main");
        Resource<RingGroup> group = there.ringGroups().add("Sales", RingGroup.EMPTY);
        UUID never = UUID.fromString("0190b1a0-0000-7000-8000-00000000dead");
        assertThat(notFound(Destination.extension("101"))).isEqualTo(notFound(Destination.extension("102")));
        assertThat(notFound(Destination.voicemail("101"))).isEqualTo(notFound(Destination.voicemail("102")));
        assertThat(notFound(Destination.callTree(tree.id())))
                .isEqualTo(notFound(Destination.callTree(new CallTreeId(never))));
        assertThat(notFound(Destination.resource(group.ref())))
                .isEqualTo(notFound(Destination.resource(new ResourceRef("ring_group", never.toString()))))
                .isEqualTo(notFound(Destination.resource(new ResourceRef("mailbox", "7"))));
    }

    private Refusal notFound(DestinationDraft destination) {
        return here.refused("DESTINATION_NOT_FOUND", () -> here.numbers().route(RAW, destination));
    }

    @Test
    void I2_aNumberOfAnotherOrganizationIsAsOneThatNobodyHolds() {
        there.numbers().add("+12025550124");
        there.member("ann@example.com", "101");
        assertThat(answers("+12025550124")).isEqualTo(answers("+12025550125"));
    }

    private List<Refusal> answers(String number) {
        here.numbers();
        return List.of(
                here.refused("PHONE_NUMBER_NOT_FOUND", () -> here.numbers().get(number)),
                here.refused(
                        "PHONE_NUMBER_NOT_FOUND", () -> here.numbers().route(number, Destination.extension("101"))),
                here.refused("PHONE_NUMBER_NOT_FOUND", () -> here.numbers().unroute(number)),
                here.refused("PHONE_NUMBER_NOT_FOUND", () -> here.numbers().move(number, there.id())));
    }

    @Test
    void M6_aMemberStaysWhileAnythingLeadsToTheirExtension() {
        UserSession ann = here.member("ann@example.com", "101");
        SavedCallTree tree = here.treeTo("Tree", Destination.extension("101"));
        SavedCallTree voicemail = here.treeTo("Voicemail", Destination.voicemail("101"));
        Resource<RingGroup> group = here.ringGroups().add("Group", RingGroup.of("101"));
        here.numbers().route(RAW, Destination.voicemail("101"));
        List<Runnable> release = List.of(
                () -> here.trees().remove(tree.id()),
                () -> here.trees().remove(voicemail.id()),
                () -> here.ringGroups().remove(group.id()),
                () -> here.numbers().unroute(RAW));
        assertThat(uses(ann))
                .containsExactlyInAnyOrder(
                        new ResourceUse(tree.ref(), "Tree"),
                        new ResourceUse(voicemail.ref(), "Voicemail"),
                        new ResourceUse(group.ref(), "Group"),
                        new ResourceUse(ref(), NUMBER.value()));
        for (int left = 4; left > 0; left--) {
            assertThat(uses(ann)).hasSize(left);
            release.get(4 - left).run();
        }
        here.workspace().members().remove(ann.user());
    }

    private List<ResourceUse> uses(UserSession member) {
        Members own = member.switchTo(here.id()).members();
        assertThat(here.usesThatForbid(() -> own.remove(member.user())))
                .as("laying down one's own")
                .isEqualTo(here.usesThatForbid(() -> here.workspace().members().remove(member.user())));
        return here.usesThatForbid(() -> own.remove(member.user()));
    }

    @Test
    void M6_whoIsDeactivatedKeepsAnExtensionThatCanBeLedTo() {
        UserSession ann = here.member("ann@example.com", "101");
        here.numbers().route(RAW, Destination.extension("101"));
        here.owner().users().deactivate(ann.user());
        here.treeTo("Tree", Destination.extension("101"));
        assertThat(here.usesThatForbid(() -> here.workspace().members().remove(ann.user())))
                .hasSize(2);
    }

    @Test
    void T1_aNumberThatMovesLeadsNowhere() {
        UserSession ann = here.member("ann@example.com", "101");
        there.member("bob@example.com", "101");
        here.numbers().route(RAW, Destination.extension("101"));
        HeldPhoneNumber moved = here.numbers().move(RAW, there.id());
        assertThat(moved.destination()).isEmpty();
        assertThat(there.numbers().get(RAW)).isEqualTo(moved);
        assertThat(there.usersOf(ResourceRef.extension(new Extension("101")))).isEmpty();
        here.workspace().members().remove(ann.user());
        here.refused("PHONE_NUMBER_NOT_FOUND", () -> here.numbers().get(RAW));
    }

    @Test
    void T1_aNumberThatIsRemovedAndAddedAgainLeadsNowhere() {
        UserSession ann = here.member("ann@example.com", "101");
        here.numbers().route(RAW, Destination.extension("101"));
        assertThat(here.numbers().add(RAW).destination())
                .as("it is held already")
                .isPresent();
        assertThat(here.numbers().remove(RAW).destination()).isPresent();
        assertThat(here.numbers().add(RAW).destination()).isEmpty();
        here.workspace().members().remove(ann.user());
    }

    @Test
    void X1_aRouteThatIsTakenBackLeavesNoTrace() {
        here.member("ann@example.com", "101");
        here.numbers().route(RAW, Destination.extension("101"));
        Snapshot before = world.snapshot(here.owner().accountId());
        assertThatThrownBy(() -> world.store.unitOfWork().execute(here.owner().accountId(), () -> {
                    here.numbers().route(RAW, Destination.voicemail("101"));
                    here.numbers().unroute(RAW);
                    here.numbers().move(RAW, there.id());
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        assertThat(world.snapshot(here.owner().accountId())).isEqualTo(before);
    }

    @Test
    void X4_aRouteIsCheckedBeforeAnythingIsRead() {
        for (DestinationDraft wrong : List.of(
                Destination.menu("main"),
                Destination.hangUp(),
                Destination.phoneNumber(RAW),
                Destination.extension(null),
                Destination.extension("1"))) {
            here.refused("INVALID_INPUT", () -> here.numbers().route(RAW, wrong));
        }
        assertThat(here.refused("INVALID_INPUT", () -> here.numbers().route(null, null))
                        .message())
                .contains("number", "destination");
        here.refused("INVALID_INPUT", () -> here.numbers().unroute("x"));
        here.refused("INVALID_INPUT", () -> here.numbers().get(null));
    }

    @Test
    void M2_aMemberSeesWhereNumbersLeadAndChangesNothing() {
        UserSession ann = here.member("ann@example.com", "101");
        PhoneNumbers theirs = ann.switchTo(here.id()).phoneNumbers();
        assertThat(theirs.get(RAW)).isEqualTo(here.numbers().get(RAW));
        here.refused("ADMINISTRATOR_REQUIRED", () -> theirs.route(RAW, Destination.extension("101")));
        here.refused("ADMINISTRATOR_REQUIRED", () -> theirs.unroute(RAW));
    }
}
