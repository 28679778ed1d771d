package com.phoneunite.telephony;

import com.phoneunite.input.DisplayName;
import com.phoneunite.input.InputRule;
import com.phoneunite.input.InputValidator;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rule X4: makes a call tree of what has been entered, or names everything that keeps it from being one. Not thread-safe. */
final class CallTreeParser {

    private final CallTreeDraft draft;
    private final List<Violation> violations = new ArrayList<>();

    CallTreeParser(CallTreeDraft draft) {
        this.draft = draft;
    }

    Decision<CallTree> parse() {
        check("name", new DisplayName.Rule(), draft.name());
        String root = draft.root();
        if (root != null && !draft.menus().containsKey(root)) {
            violations.add(new Violation("root", "MENU_NOT_FOUND", "must be the name of a menu of the call tree"));
        }
        if (draft.menus().isEmpty()) {
            violations.add(new Violation("menus", InputValidator.REQUIRED, "must have at least one menu"));
        }
        if (draft.menus().size() > CallTree.MAX_MENUS) {
            violations.add(new Violation("menus", "TOO_MANY", "must be at most " + CallTree.MAX_MENUS + " menus"));
        } else {
            draft.menus().forEach(this::check);
        }
        return violations.isEmpty() ? Decision.granted(tree()) : Decision.refused(new InvalidInput(violations));
    }

    private void check(String name, @Nullable MenuDraft menu) {
        if (!check("menus", new MenuName.Rule(), name)) {
            return;
        }
        String path = "menus." + name;
        if (menu == null) {
            violations.add(new Violation(path, InputValidator.REQUIRED, "must be given"));
            return;
        }
        checkGreeting(path + ".greeting", menu);
        if (!menu.keys().keySet().stream().allMatch(CallTreeParser::isKey)) {
            violations.add(new Violation(path + ".keys", "NOT_A_KEY", "must be keys of a phone: " + Menu.KEYS));
        }
        menu.keys().forEach((key, destination) -> {
            if (isKey(key)) {
                check(path + ".keys." + key, new DestinationDraft.Rule(), destination);
            }
        });
        check(path + ".onTimeout", new DestinationDraft.Rule(), menu.onTimeout());
        check(path + ".onInvalid", new DestinationDraft.Rule(), menu.onInvalid());
        checkRange(path + ".tries", menu.tries(), Menu.MAX_TRIES);
        checkRange(path + ".timeoutSeconds", menu.timeoutSeconds(), Menu.MAX_TIMEOUT_SECONDS);
    }

    private static boolean isKey(@Nullable String key) {
        return key != null && key.length() == 1 && Menu.KEYS.contains(key);
    }

    private void checkGreeting(String path, MenuDraft menu) {
        String text = menu.say();
        String sound = menu.play();
        if (text != null && sound != null) {
            violations.add(new Violation(path, "TWO_GREETINGS", "must be a text or a sound, and not both"));
        }
        if (text == null && sound == null) {
            violations.add(new Violation(path, InputValidator.REQUIRED, "must be given"));
        }
        if (text != null && !Greeting.Spoken.isText(text)) {
            violations.add(new Violation(
                    path + ".say",
                    "NOT_A_TEXT",
                    "must be 1 to " + Greeting.Spoken.MAX_CODE_POINTS + " characters, no control characters"));
        }
        if (sound != null && !DestinationDraft.Rule.isId(sound)) {
            violations.add(new Violation(path + ".play", "NOT_AN_ID", "must be the id of a sound"));
        }
    }

    private void checkRange(String path, int value, int most) {
        if (value < 1 || value > most) {
            violations.add(new Violation(path, "OUT_OF_RANGE", "must be from 1 to " + most));
        }
    }

    private <T> boolean check(String path, InputRule<? super T> rule, @Nullable T value) {
        int before = violations.size();
        if (value == null) {
            violations.add(new Violation(path, InputValidator.REQUIRED, "must be given"));
        } else {
            rule.check(value, (code, message) -> violations.add(new Violation(path, code, message)));
        }
        return violations.size() == before;
    }

    private CallTree tree() {
        Map<MenuName, Menu> menus = new LinkedHashMap<>();
        draft.menus().forEach((name, menu) -> menus.put(new MenuName(name), menu(menu)));
        String given = draft.root();
        MenuName root = given == null ? menus.keySet().iterator().next() : new MenuName(given);
        return new CallTree(DisplayName.parse(Objects.requireNonNull(draft.name())), root, menus);
    }

    private static Menu menu(MenuDraft draft) {
        TreeMap<Character, Destination> keys = new TreeMap<>();
        draft.keys().forEach((key, destination) -> keys.put(key.charAt(0), destination.parse()));
        String text = draft.say();
        Greeting greeting = text == null
                ? new Greeting.Played(SoundId.parse(Objects.requireNonNull(draft.play())))
                : new Greeting.Spoken(text);
        return new Menu(
                greeting,
                keys,
                Objects.requireNonNull(draft.onTimeout()).parse(),
                Objects.requireNonNull(draft.onInvalid()).parse(),
                draft.tries(),
                draft.timeoutSeconds());
    }
}
