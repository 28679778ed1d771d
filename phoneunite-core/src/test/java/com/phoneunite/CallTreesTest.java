package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.input.DisplayName;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.resource.ResourceEvent;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceRefusal;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.CallWalk;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CallTreesTest {

    private static final CallTreeId NEVER_ISSUED =
            new CallTreeId(UUID.fromString("0190b1a0-0000-7000-8000-00000000dead"));

    private final World world = new World(World.RING_GROUP);
    private final List<Business> both = world.twoBusinesses();
    private final Business here = both.get(0);
    private final Business there = both.get(1);

    @Test
    void T3_aCallTreeIsSavedAndSavedAnewUnderItsId() {
        SavedCallTree saved = here.tree("Main");
        assertThat(here.trees().get(saved.id())).isEqualTo(saved);
        assertThat(saved.organization()).isEqualTo(here.id());
        assertThat(saved.addedAt()).isEqualTo(world.clock.instant());

        world.clock.advance(Duration.ofDays(1));
        SavedCallTree anew = here.trees().save(saved.id(), saved.tree().draft().renamed("Other"));
        assertThat(anew.id()).isEqualTo(saved.id());
        assertThat(anew.addedAt()).isEqualTo(saved.addedAt());
        assertThat(here.trees().list(PageRequest.first(9)).items()).containsExactly(anew);
        assertThat(here.trees().remove(saved.id())).isEqualTo(anew);
        assertThat(here.trees().list(PageRequest.first(9)).items()).isEmpty();
        here.refused("RESOURCE_NOT_FOUND", () -> here.trees().get(saved.id()));
        here.tree("Other");
    }

    @Test
    void X3_eachChangeOfACallTreeIsOneEvent() {
        SavedCallTree saved = here.tree("Main");
        CallTreeDraft draft = saved.tree().draft();
        assertThat(here.eventsOf(() -> here.trees().save(saved.id(), draft.renamed("New"))))
                .containsExactly(new ResourceEvent.Changed(saved.ref(), DisplayName.parse("New")));
        assertThat(here.eventsOf(() -> here.trees().save(saved.id(), draft.renamed(" New "))))
                .as("what changes nothing")
                .isEmpty();
        assertThat(here.eventsOf(() -> here.trees().walk(saved.id(), "1"))).isEmpty();
        assertThat(here.eventsOf(() -> here.trees().remove(saved.id())))
                .containsExactly(new ResourceEvent.Removed(saved.ref(), DisplayName.parse("New")));
        assertThat(here.eventsOf(() -> here.tree("Main")))
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo("call_tree.added"));
        assertThat(world.events(here.owner().accountId()))
                .last()
                .satisfies(event -> assertThat(event.organization()).contains(here.id()));
    }

    @Test
    void T3_whatIsWrongWithACallTreeIsRefusedWithItsPlaces() {
        Refusal refusal = here.refused("CALL_TREE_NOT_VALID", () -> here.treeTo("Main", Destination.extension("101")));
        assertThat(refusal.message()).contains("menus.main.keys.1", "DESTINATION_NOT_FOUND");
        SavedCallTree saved = here.tree("Main");
        CallTreeDraft circling =
                CallTree.named("Main").menu("main", Menu.saying("Hello.").otherwise(Destination.callTree(saved.id())));
        here.refused("CALL_TREE_NOT_VALID", () -> here.trees().save(saved.id(), circling));
        SavedCallTree second = here.trees().save(circling.renamed("Second"));
        here.refused(
                "CALL_TREE_NOT_VALID",
                () -> here.trees()
                        .save(
                                saved.id(),
                                CallTree.named("Main")
                                        .menu(
                                                "main",
                                                Menu.saying("Hello.").otherwise(Destination.callTree(second.id())))));
    }

    @Test
    void I2_aCallTreeOfAnotherOrganizationIsAsOneThatNeverWas() {
        SavedCallTree foreign = there.tree("Main");
        List<Refusal> foreigns = answers(foreign.id());
        assertThat(foreigns).isEqualTo(answers(NEVER_ISSUED)).hasSize(4);
        assertThat(there.trees().get(foreign.id())).isEqualTo(foreign);
    }

    private List<Refusal> answers(CallTreeId id) {
        CallTreeDraft draft = Business.leadingTo("Main", Destination.hangUp());
        return List.of(
                here.refused("RESOURCE_NOT_FOUND", () -> here.trees().get(id)),
                here.refused("RESOURCE_NOT_FOUND", () -> here.trees().save(id, draft)),
                here.refused("RESOURCE_NOT_FOUND", () -> here.trees().remove(id)),
                here.refused("RESOURCE_NOT_FOUND", () -> here.trees().walk(id, "1")));
    }

    @Test
    void I3_aCallTreeLeadsToNothingOfAnotherOrganization() {
        there.member("ann@example.com", "101");
        SavedCallTree tree = there.tree("Theirs");
        Sound sound = there.sound("Theirs", 1);
        Resource<RingGroup> group = there.ringGroups().add("Theirs", RingGroup.of("101"));
        SoundId noSound = new SoundId(NEVER_ISSUED.value());
        assertThat(refusalOf(Destination.callTree(tree.id()))).isEqualTo(refusalOf(Destination.callTree(NEVER_ISSUED)));
        assertThat(refusalOf(Destination.extension("101"))).isEqualTo(refusalOf(Destination.extension("102")));
        assertThat(refusalOf(Destination.resource(group.ref())))
                .isEqualTo(refusalOf(Destination.resource(new ResourceRef("ring_group", NEVER_ISSUED.toString()))));
        assertThat(refusalOf(sound.id())).isEqualTo(refusalOf(noSound));
    }

    private Refusal refusalOf(DestinationDraft destination) {
        return here.refused("CALL_TREE_NOT_VALID", () -> here.treeTo("Main", destination));
    }

    private Refusal refusalOf(SoundId sound) {
        return here.refused(
                "CALL_TREE_NOT_VALID",
                () -> here.trees()
                        .save(CallTree.named("Main")
                                .menu("main", Menu.playing(sound).otherwise(Destination.hangUp()))));
    }

    @Test
    void M3_theSameDigitsLeadToTheMemberOfTheOwnOrganization() {
        UserSession ann = here.member("ann@example.com", "101");
        UserSession bob = there.member("bob@example.com", "101");
        SavedCallTree tree = here.treeTo("Main", Destination.extension("101"));
        there.workspace().members().remove(bob.user());
        assertThat(here.usesThatForbid(() -> here.workspace().members().remove(ann.user())))
                .containsExactly(new ResourceUse(tree.ref(), "Main"));
    }

    @Test
    void T5_aCallTreeThatAnotherLeadsToIsNotRemoved() {
        SavedCallTree tree = here.tree("Main");
        SavedCallTree user = here.treeTo("User", Destination.callTree(tree.id()));
        assertThat(here.usesThatForbid(() -> here.trees().remove(tree.id())))
                .containsExactly(new ResourceUse(user.ref(), "User"));
        here.trees().save(user.id(), user.tree().draft().renamed("Renamed"));
        assertThat(here.usesThatForbid(() -> here.trees().remove(tree.id())))
                .extracting(ResourceUse::name)
                .containsExactly("Renamed");
        here.trees().save(user.id(), Business.leadingTo("User", Destination.hangUp()));
        here.trees().remove(tree.id());
    }

    @Test
    void T5_aCallTreeThatLeadsToItselfCanBeRemoved() {
        SavedCallTree tree = here.tree("Main");
        here.trees().save(tree.id(), Business.leadingTo("Main", Destination.callTree(tree.id())));
        assertThat(here.usersOf(tree.ref())).containsExactly(tree.ref());
        SavedCallTree user = here.treeTo("User", Destination.callTree(tree.id()));
        assertThat(here.usesThatForbid(() -> here.trees().remove(tree.id())))
                .containsExactly(new ResourceUse(user.ref(), "User"));
        here.trees().remove(user.id());
        here.trees().remove(tree.id());
        assertThat(here.owned().usersOf()).isEmpty();
    }

    @Test
    void T5_theFirstTwentyUsersAreNamedAndItselfIsNone() {
        SavedCallTree tree = here.tree("Main");
        here.trees().save(tree.id(), Business.leadingTo("Main", Destination.callTree(tree.id())));
        List<ResourceUse> users = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            SavedCallTree user = here.treeTo("User " + i, Destination.callTree(tree.id()));
            users.add(new ResourceUse(user.ref(), "User " + i));
        }
        assertThat(here.usesThatForbid(() -> here.trees().remove(tree.id())))
                .hasSize(ResourceRefusal.InUse.MAX_NAMED)
                .isSubsetOf(users)
                .isSortedAccordingTo((one, other) -> one.ref().compareTo(other.ref()));
    }

    @Test
    void T4_aNameIsUniqueAmongTheCallTreesOfTheOrganization() {
        SavedCallTree main = here.tree("Main");
        SavedCallTree other = here.tree("Other");
        here.refused("RESOURCE_NAME_TAKEN", () -> here.tree("MAIN"));
        here.refused("RESOURCE_NAME_TAKEN", () -> here.tree("Ma\u200Bin"));
        here.refused(
                "RESOURCE_NAME_TAKEN",
                () -> here.trees().save(other.id(), other.tree().draft().renamed("main")));
        here.trees().save(main.id(), main.tree().draft().renamed("MAIN"));
        there.tree("Main");
        here.sound("Main", 1);
        here.trees().remove(main.id());
        here.trees().save(other.id(), other.tree().draft().renamed("Main"));
    }

    @Test
    void T3_aCallIsWalkedThroughTheCallTreesOfTheOrganization() {
        here.member("ann@example.com", "101");
        SavedCallTree second = here.treeTo("Second", Destination.extension("101"));
        SavedCallTree main = here.treeTo("Main", Destination.callTree(second.id()));
        CallWalk walk = here.trees().walk(main.id(), "1 1");
        assertThat(walk.steps()).extracting(step -> step.callTree().value()).containsExactly("Main", "Second");
        assertThat(walk.end()).contains(Destination.extension("101").parse());
        here.refused("INVALID_INPUT", () -> here.trees().walk(main.id(), null));
        here.refused("INVALID_INPUT", () -> here.trees().walk(null, "x"));
    }

    @Test
    void X5_callTreesAreReadInPages() {
        List<SavedCallTree> saved = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            saved.add(here.tree("Tree " + i));
            there.tree("Tree " + i);
        }
        for (int limit = 1; limit < 9; limit++) {
            assertThat(World.all(limit, here.trees()::list))
                    .containsExactlyInAnyOrderElementsOf(saved)
                    .extracting(SavedCallTree::id)
                    .isSorted();
        }
        for (String cursor : List.of("x", "call_tree:1", "0190b1a0-0000-7000-8000-00000000dead ", " ")) {
            here.refused(
                    "INVALID_INPUT",
                    () -> here.trees().list(PageRequest.first(1).after(cursor)));
        }
        here.refused("INVALID_INPUT", () -> here.trees().list(PageRequest.first(501)));
    }

    @Test
    void X5_anOrganizationHasAThousandCallTreesAtMost() {
        for (int i = 0; i < CallTree.MAX_PER_ORGANIZATION; i++) {
            here.tree("Tree " + i);
        }
        assertThat(here.refused("RESOURCE_LIMIT_REACHED", () -> here.tree("One more"))
                        .facts())
                .containsEntry("limit", 1_000)
                .containsEntry("type", "call_tree");
        there.tree("One more");
        here.trees()
                .remove(here.trees().list(PageRequest.first(1)).items().get(0).id());
        here.tree("One more");
    }

    @Test
    void X4_whatIsMissingIsNamed() {
        CallTreeDraft fine = Business.leadingTo("Main", Destination.hangUp());
        here.refused("INVALID_INPUT", () -> here.trees().save(null));
        here.refused("INVALID_INPUT", () -> here.trees().save(null, fine));
        here.refused("INVALID_INPUT", () -> here.trees().get(null));
        here.refused("INVALID_INPUT", () -> here.trees().remove(null));
        here.refused("INVALID_INPUT", () -> here.trees().list(null));
    }

    @Test
    void M2_aMemberLooksAndChangesNothing() {
        UserSession ann = here.member("ann@example.com", "101");
        SavedCallTree tree = here.tree("Main");
        CallTrees theirs = ann.switchTo(here.id()).callTrees();
        assertThat(theirs.get(tree.id())).isEqualTo(tree);
        assertThat(theirs.walk(tree.id(), "1").end()).isPresent();
        assertThat(theirs.list(PageRequest.first(9)).items()).containsExactly(tree);
        here.refused(
                "ADMINISTRATOR_REQUIRED", () -> theirs.save(tree.tree().draft().renamed("Other")));
        here.refused(
                "ADMINISTRATOR_REQUIRED",
                () -> theirs.save(tree.id(), tree.tree().draft()));
        here.refused("ADMINISTRATOR_REQUIRED", () -> theirs.remove(tree.id()));
    }

    @Test
    void X4_whatIsMissingIsNamedWithAllTheRest() {
        Business here = new World().twoBusinesses().get(0);
        assertThat(violations(here, () -> here.trees().save(null, null)))
                .containsExactly("callTree REQUIRED", "id REQUIRED");
        assertThat(violations(here, () -> here.trees().save(null, CallTree.named(null))))
                .containsExactly("id REQUIRED", "menus REQUIRED", "name REQUIRED");
        assertThat(violations(here, () -> here.trees().save(null, Business.leadingTo("Main", Destination.hangUp()))))
                .containsExactly("id REQUIRED");
        assertThat(violations(
                        here,
                        () -> here.trees()
                                .save(CallTree.named("Main")
                                        .menu(
                                                "main",
                                                Menu.playing(null)
                                                        .onTimeout(Destination.callTree(null))
                                                        .onInvalid(Destination.resource(null))))))
                .containsExactly(
                        "menus.main.greeting REQUIRED",
                        "menus.main.onInvalid REQUIRED",
                        "menus.main.onTimeout REQUIRED");
    }

    private static List<String> violations(Business business, ThrowingCallable call) {
        return ((InvalidInput) business.refused("INVALID_INPUT", call))
                .violations().stream().map(one -> one.path() + " " + one.code()).toList();
    }
}
