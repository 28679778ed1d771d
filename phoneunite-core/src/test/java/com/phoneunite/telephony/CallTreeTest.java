package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.Extension;
import com.phoneunite.resource.ResourceRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallTreeTest {

    private static final CallTreeId OTHER = new CallTreeId(new UUID(1, 1));
    private static final SoundId SOUND = new SoundId(new UUID(1, 2));
    private static final ResourceRef BOX = new ResourceRef("mailbox", "7");

    private static final CallTreeDraft DRAFT = CallTree.named("Main")
            .menu(
                    "main",
                    Menu.playing(SOUND)
                            .on('1', Destination.extension("101"))
                            .on('2', Destination.voicemail("101"))
                            .on('3', Destination.menu("more"))
                            .on('4', Destination.callTree(OTHER))
                            .on('5', Destination.phoneNumber("+1 202 555 0123"))
                            .on('*', Destination.resource(BOX))
                            .onTimeout(Destination.hangUp())
                            .onInvalid(Destination.menu("main"))
                            .tries(2)
                            .timeoutSeconds(9))
            .menu("more", Menu.saying("More.").otherwise(Destination.extension("102")));

    private static final CallTree TREE = parsed(DRAFT);

    private static CallTree parsed(CallTreeDraft draft) {
        return draft.parse().fold(tree -> tree, refusal -> {
            throw new AssertionError(refusal.message());
        });
    }

    @Test
    void T3_theFirstMenuThatIsGivenIsTheRootUnlessToldOtherwise() {
        assertThat(TREE.root()).isEqualTo(new MenuName("main"));
        assertThat(parsed(DRAFT.beginningWith("more")).root()).isEqualTo(new MenuName("more"));
        assertThat(parsed(DRAFT.beginningWith("more").beginningWith(null)).root())
                .isEqualTo(new MenuName("main"));
        assertThat(TREE.rootMenu().tries()).isEqualTo(2);
        assertThat(TREE.menus().keySet()).containsExactly(new MenuName("main"), new MenuName("more"));
    }

    @Test
    void T3_aCallTreeIsEnteredAgainAsItIs() {
        assertThat(parsed(TREE.draft())).isEqualTo(TREE);
        assertThat(parsed(TREE.draft()).menus().keySet())
                .containsExactlyElementsOf(TREE.menus().keySet());
        CallTree changed = parsed(TREE.draft()
                .renamed("Other")
                .withoutMenu("main")
                .menu("more", Menu.saying("Else.").otherwise(Destination.hangUp()))
                .beginningWith("more"));
        assertThat(changed.name()).isEqualTo(DisplayName.parse("Other"));
        assertThat(changed.refersTo()).isEmpty();
    }

    @Test
    void I3_aCallTreeTellsAllThatItRefersToOnce() {
        assertThat(TREE.refersTo())
                .containsExactlyInAnyOrder(
                        SOUND.ref(),
                        OTHER.ref(),
                        BOX,
                        ResourceRef.extension(new Extension("101")),
                        ResourceRef.extension(new Extension("102")));
        assertThatThrownBy(() -> TREE.refersTo().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void T3_aCallTreeDefendsItself() {
        DisplayName name = DisplayName.parse("Main");
        MenuName main = new MenuName("main");
        Map<MenuName, Menu> none = new LinkedHashMap<>();
        none.put(main, null);
        Map<MenuName, Menu> many = new LinkedHashMap<>();
        IntStream.range(0, 101).forEach(i -> many.put(new MenuName("menu" + i), TREE.rootMenu()));
        assertThatThrownBy(() -> new CallTree(name, main, none)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new CallTree(name, main, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CallTree(name, new MenuName("menu0"), many))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CallTree(null, main, TREE.menus())).isInstanceOf(NullPointerException.class);
    }

    @Test
    void T3_aMenuDefendsItself() {
        Greeting greeting = new Greeting.Spoken("Hello.");
        Destination end = new Destination.HangUp();
        for (int[] wrong : new int[][] {{0, 5}, {11, 5}, {1, 0}, {1, 61}}) {
            assertThatThrownBy(() -> new Menu(greeting, new TreeMap<>(), end, end, wrong[0], wrong[1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Menu(greeting, new TreeMap<>(Map.of('A', end)), end, end, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Greeting.Spoken(" ")).isInstanceOf(IllegalArgumentException.class);
        TreeMap<Character, Destination> keys = new TreeMap<>(Map.of('1', end));
        Menu menu = new Menu(greeting, keys, end, end, 1, 1);
        keys.clear();
        assertThat(menu.keys()).hasSize(1);
        assertThatThrownBy(() -> menu.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void T3_draftsAreNotChangedByWhatIsMadeOfThem() {
        List<CallTreeDraft> made = new ArrayList<>(List.of(DRAFT));
        made.add(DRAFT.menu("main", Menu.saying("Other.")));
        made.add(DRAFT.withoutMenu("main"));
        made.add(DRAFT.renamed("Other"));
        assertThat(made).doesNotHaveDuplicates();
        assertThat(parsed(DRAFT)).isEqualTo(TREE);
        assertThatThrownBy(() -> DRAFT.menus().clear()).isInstanceOf(UnsupportedOperationException.class);
        MenuDraft menu = Menu.saying("Hello.").on('1', Destination.hangUp());
        assertThat(menu.on('1', Destination.extension("101")).keys().values())
                .as("the last word on a key counts")
                .containsExactly(Destination.extension("101"));
        assertThat(menu.keys().values()).containsExactly(Destination.hangUp());
    }
}
