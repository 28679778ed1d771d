package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.membership.Extension;
import com.phoneunite.refusal.Refusal;
import com.phoneunite.resource.ResourceRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallTreeVerdictTest implements CallTreeVerdict.Surroundings {

    private static final SoundId SOUND = new SoundId(new UUID(1, 1));
    private static final CallTreeId SELF = new CallTreeId(new UUID(2, 1));
    private static final CallTreeId OTHER = new CallTreeId(new UUID(2, 2));
    private static final CallTreeId THIRD = new CallTreeId(new UUID(2, 3));
    private static final ResourceRef BOX = new ResourceRef("mailbox", "7");
    private static final DestinationDraft END = Destination.hangUp();

    private final Set<ResourceRef> there = new HashSet<>();
    private final Map<CallTreeId, CallTree> trees = new HashMap<>();
    private int lookUps;

    @Override
    public boolean has(ResourceRef ref) {
        return there.contains(ref)
                || trees.keySet().stream().map(CallTreeId::ref).anyMatch(ref::equals);
    }

    @Override
    public Optional<CallTree> callTree(CallTreeId id) {
        lookUps++;
        return Optional.ofNullable(trees.get(id));
    }

    private static CallTree parsed(CallTreeDraft draft) {
        return draft.parse().fold(tree -> tree, refusal -> {
            throw new AssertionError(refusal.message());
        });
    }

    private static MenuDraft otherwise(DestinationDraft destination) {
        return Menu.saying("Hello.").otherwise(destination);
    }

    private static CallTreeDraft tree(MenuDraft main) {
        return CallTree.named("Main").menu("main", main);
    }

    private List<String> faults(CallTreeDraft draft) {
        return faults(draft, Optional.empty());
    }

    private List<String> faults(CallTreeDraft draft, Optional<CallTreeId> self) {
        Optional<Refusal> refusal = CallTreeVerdict.of(parsed(draft), self, this);
        refusal.ifPresent(one -> {
            assertThat(one.code()).isEqualTo("CALL_TREE_NOT_VALID");
            assertThat(one.rule()).isEqualTo("T3");
            assertThat(one.facts()).containsOnlyKeys("faults");
        });
        return refusal.map(TelephonyRefusal.CallTreeNotValid.class::cast).stream()
                .flatMap(one -> one.faults().stream())
                .map(fault -> fault.path() + " " + fault.code())
                .toList();
    }

    static List<DestinationDraft> dangling() {
        return List.of(
                Destination.extension("101"),
                Destination.voicemail("101"),
                Destination.callTree(OTHER),
                Destination.resource(BOX));
    }

    @ParameterizedTest
    @MethodSource("dangling")
    void T3_aDestinationThatDanglesIsToldWithItsPlace(DestinationDraft destination) {
        CallTreeDraft draft = tree(otherwise(END)
                .on('7', destination)
                .on('#', destination)
                .onTimeout(destination)
                .onInvalid(destination));
        assertThat(faults(draft))
                .containsExactly(
                        "menus.main.keys.# DESTINATION_NOT_FOUND",
                        "menus.main.keys.7 DESTINATION_NOT_FOUND",
                        "menus.main.onTimeout DESTINATION_NOT_FOUND",
                        "menus.main.onInvalid DESTINATION_NOT_FOUND");
        destination.parse().refersTo().ifPresent(there::add);
        assertThat(faults(draft)).isEmpty();
    }

    @Test
    void T3_aMenuOrASoundThatDanglesIsToldWithItsPlace() {
        CallTreeDraft draft =
                tree(Menu.playing(SOUND).on('1', Destination.menu("Main")).otherwise(END));
        assertThat(faults(draft))
                .containsExactly("menus.main.greeting.play SOUND_NOT_FOUND", "menus.main.keys.1 MENU_NOT_FOUND");
        there.add(SOUND.ref());
        assertThat(faults(draft)).containsExactly("menus.main.keys.1 MENU_NOT_FOUND");
    }

    @Test
    void T3_whatLeadsOutsideOrToTheEndNeedsNothingToBeThere() {
        assertThat(faults(tree(otherwise(END).on('1', Destination.phoneNumber("+12025550123")))))
                .isEmpty();
    }

    @Test
    void T3_aMenuThatNothingLeadsToIsTold() {
        CallTreeDraft draft = tree(otherwise(END).on('1', Destination.menu("first")))
                .menu("first", otherwise(END).onInvalid(Destination.menu("second")))
                .menu("second", otherwise(END).onTimeout(Destination.menu("main")))
                .menu("alone", otherwise(Destination.menu("pair")).on('1', Destination.menu("main")))
                .menu("pair", otherwise(END).on('1', Destination.menu("alone")));
        assertThat(faults(draft)).containsExactly("menus.alone MENU_NOT_REACHABLE", "menus.pair MENU_NOT_REACHABLE");
        assertThat(faults(draft.beginningWith("alone"))).isEmpty();
    }

    @Test
    void T3_noKeyIsInvalidWhereEachLeadsSomewhere() {
        MenuDraft main = otherwise(END).onInvalid(Destination.menu("invalid"));
        for (char key : "0123456789*".toCharArray()) {
            main = main.on(key, END);
        }
        CallTreeDraft draft = tree(main).menu("invalid", otherwise(END));
        assertThat(faults(draft)).isEmpty();
        assertThat(faults(draft.menu("main", main.on('#', END)))).containsExactly("menus.invalid MENU_NOT_REACHABLE");
    }

    @Test
    void T3_aMenuThatComesAgainWhenNothingIsPressedHoldsForEver() {
        assertThat(faults(tree(otherwise(Destination.menu("main")))))
                .containsExactly("menus.main.onTimeout HELD_FOREVER");
    }

    @Test
    void T3_aCircleOverSeveralMenusIsToldAtEachOfThem() {
        CallTreeDraft draft = tree(otherwise(Destination.menu("one")))
                .menu("one", otherwise(Destination.menu("two")))
                .menu("two", otherwise(Destination.menu("three")))
                .menu("three", otherwise(Destination.menu("one")));
        assertThat(faults(draft))
                .as("whoever only comes to the circle is not on it")
                .containsExactly(
                        "menus.one.onTimeout HELD_FOREVER",
                        "menus.two.onTimeout HELD_FOREVER",
                        "menus.three.onTimeout HELD_FOREVER");
    }

    @Test
    void T3_twoCirclesAreToldAtOnceWithWhatCannotBeReached() {
        CallTreeDraft draft = tree(otherwise(Destination.menu("main")).on('1', Destination.menu("one")))
                .menu("one", otherwise(Destination.menu("one")))
                .menu("alone", otherwise(END));
        assertThat(faults(draft))
                .containsExactly(
                        "menus.alone MENU_NOT_REACHABLE",
                        "menus.main.onTimeout HELD_FOREVER",
                        "menus.one.onTimeout HELD_FOREVER");
    }

    @Test
    void T3_aCircleThatOnlyAKeyClosesIsFine() {
        assertThat(faults(tree(otherwise(END)
                                .on('1', Destination.menu("main"))
                                .on('2', Destination.menu("more"))
                                .onInvalid(Destination.menu("main")))
                        .menu("more", otherwise(Destination.menu("main")))))
                .isEmpty();
        assertThat(faults(tree(otherwise(END).on('1', Destination.callTree(SELF))), Optional.of(SELF)))
                .isEmpty();
    }

    @Test
    void T3_aCallTreeThatIsSavedAnewLeadsToItselfAsItWillBe() {
        trees.put(SELF, parsed(tree(otherwise(END))));
        CallTreeDraft circling = tree(otherwise(Destination.callTree(SELF)));
        assertThat(faults(circling, Optional.of(SELF))).containsExactly("menus.main.onTimeout HELD_FOREVER");
        assertThat(faults(circling)).as("a further one leads to the first").isEmpty();
        trees.put(SELF, parsed(circling));
        assertThat(faults(tree(otherwise(END).on('1', Destination.callTree(SELF))), Optional.of(SELF)))
                .as("what it was does not count")
                .isEmpty();
    }

    @Test
    void T3_aCircleOverOtherCallTreesIsTold() {
        trees.put(
                OTHER,
                parsed(tree(otherwise(Destination.menu("on"))).menu("on", otherwise(Destination.callTree(THIRD)))));
        trees.put(THIRD, parsed(tree(otherwise(Destination.callTree(SELF)))));
        trees.put(SELF, parsed(tree(otherwise(END))));
        CallTreeDraft circling =
                tree(otherwise(Destination.menu("next"))).menu("next", otherwise(Destination.callTree(OTHER)));
        assertThat(faults(circling, Optional.of(SELF)))
                .containsExactly("menus.main.onTimeout HELD_FOREVER", "menus.next.onTimeout HELD_FOREVER");
        assertThat(faults(circling)).isEmpty();
        assertThat(faults(
                        circling.menu("next", otherwise(END).on('1', Destination.callTree(OTHER))), Optional.of(SELF)))
                .as("by a key only")
                .isEmpty();
    }

    @Test
    void T3_whereACallTreeBeginsDecidesWhetherOthersLeadInACircle() {
        trees.put(OTHER, parsed(tree(otherwise(Destination.callTree(SELF)))));
        CallTreeDraft draft = tree(otherwise(END).on('1', Destination.menu("more")))
                .menu("more", otherwise(Destination.callTree(OTHER)).on('1', Destination.menu("main")));
        assertThat(faults(draft, Optional.of(SELF))).isEmpty();
        assertThat(faults(draft.beginningWith("more"), Optional.of(SELF)))
                .containsExactly("menus.more.onTimeout HELD_FOREVER");
    }

    @Test
    void X5_noOtherCallTreeIsReadMoreOftenThanItIsLedTo() {
        for (int i = 0; i < 1_000; i++) {
            DestinationDraft next = i == 999 ? END : Destination.callTree(new CallTreeId(new UUID(3, i + 1)));
            trees.put(new CallTreeId(new UUID(3, i)), parsed(tree(otherwise(next))));
        }
        CallTreeDraft draft = tree(otherwise(Destination.menu("menu1")));
        for (int i = 1; i < 100; i++) {
            draft = draft.menu(
                    "menu" + i,
                    otherwise(Destination.callTree(new CallTreeId(new UUID(3, 0))))
                            .on('1', Destination.menu("menu" + Math.min(i + 1, 99))));
        }
        assertThat(faults(draft)).isEmpty();
        assertThat(lookUps).isLessThan(2_000);
    }

    @Test
    void T3_anExtensionIsWhatItsDigitsSay() {
        there.add(ResourceRef.extension(new Extension("101")));
        assertThat(faults(tree(otherwise(Destination.extension("1010")))))
                .containsExactly(
                        "menus.main.onTimeout DESTINATION_NOT_FOUND", "menus.main.onInvalid DESTINATION_NOT_FOUND");
    }
}
