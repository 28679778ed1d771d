package com.phoneunite.json;

import com.phoneunite.input.DisplayName;
import com.phoneunite.membership.Extension;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Greeting;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuName;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.telephony.SoundId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Call trees of every shape, whether an organization could have them or not. */
final class GeneratedCallTrees {

    private GeneratedCallTrees() {}

    static Arbitrary<CallTree> any() {
        Arbitrary<Map<MenuName, Menu>> menus =
                Arbitraries.maps(menuNames(), menus()).ofMinSize(1).ofMaxSize(4).map(LinkedHashMap::new);
        return Combinators.combine(names(), menus, Arbitraries.integers().between(0, 5))
                .as((name, all, root) -> new CallTree(
                        name,
                        all.keySet().stream()
                                .skip(root % all.size())
                                .findFirst()
                                .orElseThrow(),
                        all));
    }

    private static Arbitrary<Menu> menus() {
        Arbitrary<Character> key = Arbitraries.of('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#');
        return Combinators.combine(
                        greetings(),
                        Arbitraries.maps(key, destinations()).ofMaxSize(12).map(TreeMap::new),
                        destinations(),
                        destinations(),
                        Arbitraries.integers().between(1, Menu.MAX_TRIES),
                        Arbitraries.integers().between(1, Menu.MAX_TIMEOUT_SECONDS))
                .as(Menu::new);
    }

    private static Arbitrary<Greeting> greetings() {
        Arbitrary<Greeting> spoken = texts(30).map(Greeting.Spoken::new);
        return Arbitraries.oneOf(spoken, ids().map(id -> new Greeting.Played(new SoundId(id))));
    }

    private static Arbitrary<Destination> destinations() {
        Arbitrary<Extension> extension =
                Arbitraries.strings().numeric().ofMinLength(2).ofMaxLength(6).map(Extension::new);
        Arbitrary<PhoneNumber> number =
                Arbitraries.integers().between(0, 99).map(n -> new PhoneNumber(String.format("+120255501%02d", n)));
        Arbitrary<ResourceRef> resource = Arbitraries.strings()
                .withCharRange('!', '~')
                .ofMinLength(1)
                .ofMaxLength(64)
                .map(id -> new ResourceRef("ring_group", id));
        return Arbitraries.oneOf(
                extension.map(Destination.ToExtension::new),
                extension.map(Destination.ToVoicemail::new),
                menuNames().map(Destination.ToMenu::new),
                ids().map(CallTreeId::new).map(Destination.ToCallTree::new),
                number.map(Destination.ToPhoneNumber::new),
                resource.map(Destination.ToResource::new),
                Arbitraries.just(new Destination.HangUp()));
    }

    private static Arbitrary<MenuName> menuNames() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars('_', '-')
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(MenuName::new);
    }

    private static Arbitrary<DisplayName> names() {
        return texts(20).filter(GeneratedCallTrees::isName).map(DisplayName::parse);
    }

    private static boolean isName(String text) {
        boolean[] fine = {true};
        new DisplayName.Rule().check(text, (code, message) -> fine[0] = false);
        return fine[0];
    }

    /** Texts that JSON has to escape, that it need not escape, and that take two characters. */
    private static Arbitrary<String> texts(int longest) {
        return Arbitraries.of(
                        "a", "B", " ", "é", "\"", "\\", "/", "<", "\u2028", "\uFEFF", "😀", "日", "\u00A0", "{", "\n")
                .list()
                .ofMinSize(1)
                .ofMaxSize(longest)
                .map(parts -> String.join("", parts))
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }
}
