package com.phoneunite.telephony;

import com.phoneunite.refusal.Decision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CallTree} as somebody has entered it. Begins with {@link CallTree#named}; each method answers with a new one. Whether it can
 * be a call tree is said when it is saved, with every violation at once (rule X4). Immutable.
 *
 * @param name its name
 * @param root the menu that a call comes to first; {@code null} for the one that was given first
 * @param menus its menus by name, in the order in which they were given
 */
public record CallTreeDraft(@Nullable String name, @Nullable String root, Map<String, MenuDraft> menus) {

    public CallTreeDraft {
        menus = Collections.unmodifiableMap(new LinkedHashMap<>(menus));
    }

    /** The same with this menu, in place of one of the same name. */
    public CallTreeDraft menu(String menuName, MenuDraft menu) {
        Map<String, MenuDraft> more = new LinkedHashMap<>(menus);
        more.put(menuName, menu);
        return new CallTreeDraft(name, root, more);
    }

    /** The same without this menu. */
    public CallTreeDraft withoutMenu(String menuName) {
        Map<String, MenuDraft> fewer = new LinkedHashMap<>(menus);
        fewer.remove(menuName);
        return new CallTreeDraft(name, root, fewer);
    }

    /** The same beginning with that menu. */
    public CallTreeDraft beginningWith(@Nullable String menuName) {
        return new CallTreeDraft(name, menuName, menus);
    }

    /** The same under another name. */
    public CallTreeDraft renamed(@Nullable String newName) {
        return new CallTreeDraft(newName, root, menus);
    }

    /** The call tree, or {@code INVALID_INPUT} with every violation, each with its path, for example {@code menus.main.keys.1}. */
    public Decision<CallTree> parse() {
        return new CallTreeParser(this).parse();
    }
}
