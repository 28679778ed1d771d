package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Violation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTreeParserTest {

    private static final MenuDraft MENU = Menu.saying("Hello.").otherwise(Destination.hangUp());

    private static CallTreeDraft tree(MenuDraft main) {
        return CallTree.named("Main").menu("main", main);
    }

    private static CallTree parsed(CallTreeDraft draft) {
        return draft.parse().fold(tree -> tree, refusal -> {
            throw new AssertionError(refusal.message());
        });
    }

    private static List<String> faults(CallTreeDraft draft) {
        Decision<CallTree> decision = draft.parse();
        List<Violation> violations = decision.fold(tree -> List.of(), refusal -> ((InvalidInput) refusal).violations());
        assertThat(violations).allSatisfy(one -> assertThat(one.message()).isNotBlank());
        return violations.stream().map(one -> one.path() + " " + one.code()).toList();
    }

    @Test
    void X4_everythingThatIsWrongWithACallTreeIsNamedAtOnceWithItsPath() {
        MenuDraft main = new MenuDraft(
                null,
                null,
                keys("1", Destination.extension("1"), "A", Destination.hangUp(), "2", null),
                Destination.menu("no menu"),
                null,
                0,
                61);
        MenuDraft second = Menu.saying(" ")
                .on('*', Destination.callTree(new CallTreeId(new UUID(1, 1))))
                .on('#', new DestinationDraft(DestinationDraft.Kind.CALL_TREE, "first"))
                .otherwise(Destination.phoneNumber("555"))
                .tries(11)
                .timeoutSeconds(0);
        CallTreeDraft draft = new CallTreeDraft(" ", "third", menus("main", main, "second", second, "a.b", MENU));

        assertThat(faults(draft))
                .containsExactly(
                        "menus NOT_A_MENU_NAME",
                        "menus.main.greeting REQUIRED",
                        "menus.main.keys NOT_A_KEY",
                        "menus.main.keys.1 NOT_AN_EXTENSION",
                        "menus.main.keys.2 REQUIRED",
                        "menus.main.onInvalid REQUIRED",
                        "menus.main.onTimeout NOT_A_MENU_NAME",
                        "menus.main.timeoutSeconds OUT_OF_RANGE",
                        "menus.main.tries OUT_OF_RANGE",
                        "menus.second.greeting.say NOT_A_TEXT",
                        "menus.second.keys.# NOT_AN_ID",
                        "menus.second.onInvalid NOT_A_PHONE_NUMBER",
                        "menus.second.onTimeout NOT_A_PHONE_NUMBER",
                        "menus.second.timeoutSeconds OUT_OF_RANGE",
                        "menus.second.tries OUT_OF_RANGE",
                        "name BLANK",
                        "root MENU_NOT_FOUND");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"A", "", "12", "１", "-", " ", "é", "\uD83D\uDE00", "\n"})
    void X4_whatIsNoKeyOfAPhoneIsRefused(String key) {
        DestinationDraft wrong = Destination.extension("1");
        MenuDraft main =
                new MenuDraft("Hello.", null, keys(key, wrong), Destination.hangUp(), Destination.hangUp(), 1, 1);
        assertThat(faults(tree(main))).containsExactly("menus.main.keys NOT_A_KEY");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "a b", "a.b", "main\n", "ä", "../etc", "<b>", "1234567890123456789012345678901234567890x"})
    void X4_aHostileNameOfAMenuIsRefusedAndNotRepeated(String name) {
        Map<String, MenuDraft> menus = new LinkedHashMap<>();
        menus.put(name, null);
        CallTreeDraft draft = new CallTreeDraft("Main", null, menus);
        assertThat(faults(draft)).containsExactly(name == null ? "menus REQUIRED" : "menus NOT_A_MENU_NAME");
        if (name != null && name.length() > 1) {
            assertThat(draft.parse().toString()).doesNotContain(name);
        }
    }

    @Test
    void X4_aMenuThatIsNotGivenIsMissing() {
        Map<String, MenuDraft> menus = new LinkedHashMap<>();
        menus.put("main", null);
        assertThat(faults(new CallTreeDraft("Main", null, menus))).containsExactly("menus.main REQUIRED");
        assertThat(faults(new CallTreeDraft(null, null, Map.of()))).containsExactly("menus REQUIRED", "name REQUIRED");
        assertThat(faults(CallTree.named("Main").beginningWith("main"))).contains("menus REQUIRED");
    }

    @Test
    void X5_aCallTreeHasAtMostAHundredMenus() {
        CallTreeDraft draft = CallTree.named("Main");
        for (int i = 0; i < CallTree.MAX_MENUS; i++) {
            draft = draft.menu("menu" + i, MENU);
        }
        assertThat(parsed(draft).menus()).hasSize(100);
        assertThat(faults(draft.menu("one more", MENU))).containsExactly("menus TOO_MANY");
        CallTreeDraft many = new CallTreeDraft(
                "Main",
                null,
                IntStream.range(0, 100_000)
                        .collect(LinkedHashMap::new, (map, i) -> map.put("" + i, null), LinkedHashMap::putAll));
        assertThat(faults(many)).containsExactly("menus TOO_MANY");
    }

    @Test
    void T3_aGreetingIsATextOrASound() {
        SoundId sound = new SoundId(new UUID(1, 2));
        assertThat(parsed(tree(MENU.playing(sound.toString()))).rootMenu().greeting())
                .isEqualTo(new Greeting.Played(sound));
        assertThat(parsed(tree(MENU.playing(sound.toString()).saying("Hi.")))
                        .rootMenu()
                        .greeting())
                .isEqualTo(new Greeting.Spoken("Hi."));
        MenuDraft both =
                new MenuDraft("Hi.", sound.toString(), Map.of(), Destination.hangUp(), Destination.hangUp(), 1, 1);
        assertThat(faults(tree(both))).containsExactly("menus.main.greeting TWO_GREETINGS");
        for (String wrong : List.of("", "no id", sound.toString() + " ", "1-1-1-1-1", "NULL")) {
            assertThat(faults(tree(MENU.playing(wrong)))).containsExactly("menus.main.greeting.play NOT_AN_ID");
        }
    }

    @Test
    void T3_aTextThatIsSpokenHasALimitAndNoControlCharacters() {
        assertThat(faults(tree(MENU.saying("\uD83D\uDE00".repeat(1_000))))).isEmpty();
        assertThat(faults(tree(MENU.saying("One.\nTwo.")))).isEmpty();
        for (String wrong :
                List.of("", " \n ", "a".repeat(1_001), "a\u0000", "a\tb", "a\u0085", "\uD83D", "a\u001B[2J")) {
            assertThat(faults(tree(MENU.saying(wrong)))).containsExactly("menus.main.greeting.say NOT_A_TEXT");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 11, Integer.MAX_VALUE})
    void T3_triesAreOneToTen(int tries) {
        assertThat(faults(tree(MENU.tries(tries)))).containsExactly("menus.main.tries OUT_OF_RANGE");
        assertThat(faults(tree(MENU.tries(1)))).isEmpty();
        assertThat(faults(tree(MENU.tries(10)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 61, Integer.MAX_VALUE})
    void T3_aTimeoutIsOneToSixtySeconds(int seconds) {
        assertThat(faults(tree(MENU.timeoutSeconds(seconds))))
                .containsExactly("menus.main.timeoutSeconds OUT_OF_RANGE");
        assertThat(faults(tree(MENU.timeoutSeconds(1)))).isEmpty();
        assertThat(faults(tree(MENU.timeoutSeconds(60)))).isEmpty();
    }

    private static Map<String, DestinationDraft> keys(Object... pairs) {
        return pairs(DestinationDraft.class, pairs);
    }

    private static Map<String, MenuDraft> menus(Object... pairs) {
        return pairs(MenuDraft.class, pairs);
    }

    private static <V> Map<String, V> pairs(Class<V> type, Object... pairs) {
        Map<String, V> map = new LinkedHashMap<>();
        List<Object> all = Arrays.asList(pairs);
        for (int i = 0; i < all.size(); i += 2) {
            map.put((String) all.get(i), type.cast(all.get(i + 1)));
        }
        return map;
    }
}
