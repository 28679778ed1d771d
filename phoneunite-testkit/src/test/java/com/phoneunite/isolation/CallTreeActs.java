package com.phoneunite.isolation;

import static com.phoneunite.telephony.Destination.hangUp;
import static com.phoneunite.telephony.Destination.menu;

import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuDraft;
import com.phoneunite.telephony.SavedCallTree;

/** How call trees are saved, read, walked and removed. */
final class CallTreeActs {

    private CallTreeActs() {}

    static Object saveTree(Turn turn) {
        SavedCallTree added = turn.workspace().callTrees().save(draft(turn));
        turn.scene().made(turn, added.id().value());
        return added;
    }

    static Object changeTree(Turn turn) {
        return turn.workspace().callTrees().save(turn.callTree(), draft(turn));
    }

    static Object removeTree(Turn turn) {
        return turn.workspace().callTrees().remove(turn.callTree());
    }

    static Object getTree(Turn turn) {
        return turn.workspace().callTrees().get(turn.callTree());
    }

    static Object walkTree(Turn turn) {
        return turn.workspace().callTrees().walk(turn.callTree(), turn.number() % 3 == 0 ? "1" : "2 1 - -");
    }

    static Object listTrees(Turn turn) {
        return turn.pages(turn.workspace().callTrees()::list);
    }

    private static CallTreeDraft draft(Turn turn) {
        MenuDraft first = turn.number() % 3 == 1 ? Menu.playing(turn.sound()) : Menu.saying("Press one");
        return CallTree.named(turn.name())
                .menu(
                        "main",
                        first.on('1', NumberActs.destination(turn))
                                .on('2', menu("more"))
                                .otherwise(hangUp()))
                .menu("more", Menu.saying("And now?").on('1', menu("main")).otherwise(NumberActs.destination(turn)));
    }
}
