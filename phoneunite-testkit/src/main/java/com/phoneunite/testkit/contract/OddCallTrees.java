package com.phoneunite.testkit.contract;

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
import com.phoneunite.telephony.SavedCallTree;
import com.phoneunite.telephony.SoundId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Call trees that lead everywhere. What they lead to need not be there: that is judged before a tree is saved, by others. */
final class OddCallTrees {

    static final OwnedProofs.Kind<SavedCallTree> KIND = new OwnedProofs.Kind<>(
            "a call tree",
            "call_tree",
            store -> store.callTrees(),
            (odd, account, ordinal, number, name) ->
                    saved(odd, account, ordinal, number, tree(odd, name, odd.between(1, 4))));

    private static final String KEYS = "0123456789*#";

    private OddCallTrees() {}

    /** The tree with that number. */
    static SavedCallTree saved(OddValues odd, int account, int ordinal, int number, CallTree tree) {
        return new SavedCallTree(
                Facts.account(account), Facts.organizationId(account, ordinal), id(number), tree, odd.moment());
    }

    /** A tree with so many menus in an order that is not that of their names, of which each leads to the next. */
    static CallTree tree(OddValues odd, DisplayName name, int menus) {
        List<MenuName> names = new ArrayList<>();
        for (int number = 0; number < menus; number++) {
            int length = odd.between(0, MenuName.MAX_LENGTH - 2);
            names.add(new MenuName(odd.of("azAZ_-", length) + (10 + number)));
        }
        Map<MenuName, Menu> all = new LinkedHashMap<>();
        List<MenuName> order = odd.shuffled(names);
        for (int number = 0; number < menus; number++) {
            all.put(order.get(number), menu(odd, order.get((number + 1) % menus)));
        }
        return new CallTree(name, odd.oneOf(order), all);
    }

    private static Menu menu(OddValues odd, MenuName next) {
        List<Destination> everywhere = odd.shuffled(everywhere(odd, next));
        SortedMap<Character, Destination> keys = new TreeMap<>();
        for (int key = 0; key < KEYS.length(); key++) {
            keys.put(KEYS.charAt(key), everywhere.get(key % everywhere.size()));
        }
        return new Menu(
                odd.between(0, 2) == 0
                        ? new Greeting.Played(sound(odd))
                        : new Greeting.Spoken(odd.text(odd.oneOf(List.of(1, 20, 1_000)))),
                keys,
                odd.oneOf(everywhere),
                odd.oneOf(everywhere),
                odd.between(1, Menu.MAX_TRIES + 1),
                odd.between(1, Menu.MAX_TIMEOUT_SECONDS + 1));
    }

    /** One of each kind. */
    static List<Destination> everywhere(OddValues odd, MenuName menu) {
        return List.of(
                new Destination.ToExtension(new Extension("007")),
                new Destination.ToVoicemail(new Extension("000000")),
                new Destination.ToMenu(menu),
                new Destination.ToCallTree(id(odd.between(1, 99))),
                new Destination.ToPhoneNumber(PhoneNumber.parse("+390612345678")),
                new Destination.ToResource(new ResourceRef("ring_group", odd.visible(64))),
                new Destination.HangUp());
    }

    private static SoundId sound(OddValues odd) {
        return new SoundId(Facts.uuid(6, odd.between(1, 99)));
    }

    private static CallTreeId id(int number) {
        return new CallTreeId(Facts.uuid(5, number));
    }
}
