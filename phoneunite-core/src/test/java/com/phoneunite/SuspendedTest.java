package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.paging.PageRequest;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.Sound;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule O6: what works while an organization is suspended, and what does not. */
class SuspendedTest {

    private static final String NUMBER = "+12025550123";

    private final World world = new World(World.RING_GROUP);
    private final List<Business> both = world.twoBusinesses();
    private final Business here = both.get(0);
    private final Business there = both.get(1);
    private UserSession ann;
    private SavedCallTree tree;
    private Sound sound;
    private Resource<RingGroup> group;

    @BeforeEach
    void everythingAndThenSuspended() {
        ann = here.member("ann@example.com", "101");
        tree = here.tree("Main");
        sound = here.sound("Hello", 1);
        group = here.ringGroups().add("Sales", RingGroup.of("101"));
        here.numbers().add(NUMBER);
        here.numbers().route(NUMBER, Destination.callTree(tree.id()));
        here.suspend();
    }

    @Test
    void O6_nothingIsAddedOrChanged() {
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("save a call tree", () -> here.tree("Other"));
        calls.put("save it anew", () -> here.trees().save(tree.id(), tree.tree().draft()));
        calls.put("add a sound", () -> here.sound("Other", 2));
        calls.put("replace it", () -> here.sounds().replace(sound.id(), new ByteArrayInputStream(SoundBytes.wav(2))));
        calls.put("rename it", () -> here.sounds().rename(sound.id(), "Other"));
        calls.put("add a thing", () -> here.ringGroups().add("Other", RingGroup.EMPTY));
        calls.put("save it", () -> here.ringGroups().save(group.id(), "Sales", RingGroup.of("101")));
        calls.put("add a number", () -> here.numbers().add("+12025550124"));
        calls.put("route it", () -> here.numbers().route(NUMBER, Destination.extension("101")));
        calls.put(
                "add a member",
                () -> here.workspace().members().add(here.owner().user(), "102"));
        calls.put("move a number to it", () -> {
            there.numbers().add("+12025550125");
            there.numbers().move("+12025550125", here.id());
        });
        calls.forEach(
                (what, call) -> assertThat(OwnershipTest.answer(call)).as(what).isEqualTo("ORGANIZATION_SUSPENDED"));
    }

    @Test
    void O6_everythingIsReadAndExported() {
        assertThat(here.trees().get(tree.id())).isEqualTo(tree);
        assertThat(here.trees().walk(tree.id(), "1").end()).isPresent();
        assertThat(here.sounds().open(sound.id())).hasBinaryContent(SoundBytes.wav(1));
        assertThat(here.ringGroups().get(group.id())).isEqualTo(group);
        assertThat(here.numbers().get(NUMBER).destination()).isPresent();
        assertThat(here.workspace().people().list(PageRequest.first(9)).items()).hasSize(2);
        OrganizationExport export = here.workspace().export();
        assertThat(export.callTrees()).containsExactly(tree);
        assertThat(export.sounds()).containsExactly(sound);
        assertThat(export.resources()).hasSize(1);
    }

    @Test
    void O6_everythingIsRemovedInTheOrderThatItIsUsedIn() {
        here.refused("RESOURCE_IN_USE", () -> here.trees().remove(tree.id()));
        here.numbers().unroute(NUMBER);
        here.trees().remove(tree.id());
        here.ringGroups().remove(group.id());
        here.workspace().members().remove(ann.user());
        here.sounds().remove(sound.id());
        here.numbers().move(NUMBER, there.id());
        there.numbers().move(NUMBER, there.id());
        OrganizationExport export = here.workspace().export();
        assertThat(export.callTrees()).isEmpty();
        assertThat(export.members()).isEmpty();
        assertThat(export.phoneNumbers()).isEmpty();
        assertThat(world.snapshot(here.owner().accountId()).contents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "112"})
    void O6_anEmergencyNumberMayAlwaysBeCalled(String number) {
        assertThat(here.workspace().mayCall(number)).isTrue();
        assertThat(there.workspace().mayCall(number)).isTrue();
        assertThat(ann.switchTo(here.id()).mayCall(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12025550123", "101", "9111", "91", "+1911", "0", "*", "12025550911", "411"})
    void O6_nothingElseMayBeCalled(String number) {
        assertThat(here.workspace().mayCall(number)).isFalse();
        assertThat(there.workspace().mayCall(number)).isTrue();
    }

    @Test
    void X4_whatCannotBeDialledIsRefused() {
        for (String wrong : new String[] {null, "", " ", "911 ", "９１１", "abc", "1".repeat(33), "911\n"}) {
            here.refused("INVALID_INPUT", () -> here.workspace().mayCall(wrong));
        }
        assertThat(there.workspace().mayCall("1".repeat(32))).isTrue();
    }
}
