package com.phoneunite.telephony;

import com.phoneunite.input.DisplayName;
import com.phoneunite.resource.ResourceRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rule T3: a tree of menus that a caller is led through. Whether an organization can have it, with what it leads to, is said by
 * {@link CallTreeVerdict}. Immutable.
 *
 * @param name its name
 * @param root the menu that a call comes to first
 * @param menus its menus by name, 1 to {@value #MAX_MENUS}, the root among them, in the order in which they were given
 */
public record CallTree(DisplayName name, MenuName root, Map<MenuName, Menu> menus) {

    /** The most menus of a call tree. */
    public static final int MAX_MENUS = 100;

    /** The most call trees that an organization can have. */
    public static final int MAX_PER_ORGANIZATION = 1_000;

    public CallTree {
        Objects.requireNonNull(name, "name");
        menus = Collections.unmodifiableMap(new LinkedHashMap<>(menus));
        menus.values().forEach(menu -> Objects.requireNonNull(menu, "menu"));
        if (!menus.containsKey(root) || menus.size() > MAX_MENUS) {
            throw new IllegalArgumentException("a call tree has 1 to 100 menus, one of which is its root");
        }
    }

    /** A call tree with this name, to be given its menus: the first one is the one that a call comes to first. */
    public static CallTreeDraft named(@Nullable String name) {
        return new CallTreeDraft(name, null, Map.of());
    }

    /** The menu that a call comes to first. */
    public Menu rootMenu() {
        return Objects.requireNonNull(menus.get(root));
    }

    /** Rule I3: all that it refers to within the organization. */
    public Set<ResourceRef> refersTo() {
        Set<ResourceRef> all = new TreeSet<>();
        for (Menu menu : menus.values()) {
            menu.greeting().refersTo().ifPresent(all::add);
            menu.destinations().forEach(one -> one.refersTo().ifPresent(all::add));
        }
        return Collections.unmodifiableSet(all);
    }

    /** The same as it can be entered again, for example with another menu. */
    public CallTreeDraft draft() {
        Map<String, MenuDraft> drafts = new LinkedHashMap<>();
        menus.forEach((menuName, menu) -> drafts.put(menuName.value(), draftOf(menu)));
        return new CallTreeDraft(name.value(), root.value(), drafts);
    }

    private static MenuDraft draftOf(Menu menu) {
        MenuDraft draft = menu.greeting()
                .fold(played -> Menu.playing(played.sound()), spoken -> Menu.saying(spoken.text()))
                .onTimeout(menu.onTimeout().draft())
                .onInvalid(menu.onInvalid().draft())
                .tries(menu.tries())
                .timeoutSeconds(menu.timeoutSeconds());
        for (Map.Entry<Character, Destination> key : menu.keys().entrySet()) {
            draft = draft.on(key.getKey(), key.getValue().draft());
        }
        return draft;
    }
}
