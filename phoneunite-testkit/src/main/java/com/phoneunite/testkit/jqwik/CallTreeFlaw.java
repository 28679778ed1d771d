package com.phoneunite.testkit.jqwik;

import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuDraft;
import java.util.Map;

/** What can be wrong with a call tree (rule T3). */
public enum CallTreeFlaw {

    /** It has no menu. */
    NO_MENU,

    /** It has no name. */
    NO_NAME,

    /** It begins with a menu that it does not have. */
    NO_BEGINNING,

    /** A key leads to a menu that it does not have. */
    DANGLING_MENU,

    /** A key leads to an extension that nobody has. */
    DANGLING_EXTENSION,

    /** No key leads to one of its menus. */
    UNREACHABLE_MENU,

    /** A caller who presses nothing is held for ever. */
    CIRCLE,

    /** A menu says nothing. */
    NO_GREETING,

    /** A menu leads nowhere when nothing is pressed. */
    NO_TIMEOUT,

    /** A menu has a key that no phone has. */
    NO_SUCH_KEY,

    /** A menu is never heard. */
    NO_TRIES,

    /** A menu is heard too often. */
    TOO_MANY_TRIES,

    /** A menu waits for too long. */
    TOO_SLOW;

    /**
     * That tree, with this flaw in its first menu or in itself.
     *
     * @param tree one of {@link CallTreeDrafts#valid()}
     */
    public CallTreeDraft in(CallTreeDraft tree) {
        MenuDraft first = tree.menus().get("m0");
        if (first == null) {
            throw new IllegalArgumentException("no menu is named m0");
        }
        return switch (this) {
            case NO_MENU -> new CallTreeDraft(tree.name(), null, Map.of());
            case NO_NAME -> tree.renamed(null);
            case NO_BEGINNING -> tree.beginningWith("elsewhere");
            case DANGLING_MENU -> tree.menu("m0", first.on('#', Destination.menu("elsewhere")));
            case DANGLING_EXTENSION -> tree.menu("m0", first.on('#', Destination.extension("246810")));
            case UNREACHABLE_MENU ->
                tree.menu("island", Menu.saying("Nobody hears this").otherwise(Destination.hangUp()));
            case CIRCLE -> tree.menu("m0", first.onTimeout(Destination.menu("m0")));
            case NO_GREETING -> tree.menu("m0", first.saying(" "));
            case NO_TIMEOUT -> tree.menu("m0", withoutTimeout(first));
            case NO_SUCH_KEY -> tree.menu("m0", first.on('a', Destination.hangUp()));
            case NO_TRIES -> tree.menu("m0", first.tries(0));
            case TOO_MANY_TRIES -> tree.menu("m0", first.tries(Menu.MAX_TRIES + 1));
            case TOO_SLOW -> tree.menu("m0", first.timeoutSeconds(Menu.MAX_TIMEOUT_SECONDS + 1));
        };
    }

    private static MenuDraft withoutTimeout(MenuDraft menu) {
        return new MenuDraft(
                menu.say(), menu.play(), menu.keys(), null, menu.onInvalid(), menu.tries(), menu.timeoutSeconds());
    }
}
