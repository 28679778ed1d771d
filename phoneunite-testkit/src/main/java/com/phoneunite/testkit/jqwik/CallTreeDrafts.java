package com.phoneunite.testkit.jqwik;

import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuDraft;
import com.phoneunite.telephony.PhoneNumber;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Call trees, as somebody enters them (rule T3). They lead to nothing that an organization must have: it may be empty. */
public final class CallTreeDrafts {

    private static final String KEYS = "0123456789*#";

    /** One menu, as it is drawn: from which earlier menu it is reached, and where it leads besides. */
    private record Drawn(int parent, int onTimeout, int tries, int seconds, boolean back, PhoneNumber outside) {}

    private CallTreeDrafts() {}

    /** Any that can be saved in every organization: 1 to 12 menus, each reached by a key, back and forth. */
    public static Arbitrary<CallTreeDraft> valid() {
        Arbitrary<Drawn> menus = Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, Menu.MAX_TRIES),
                        Arbitraries.integers().between(1, Menu.MAX_TIMEOUT_SECONDS),
                        Arbitraries.of(true, false),
                        E164Numbers.valid())
                .as(Drawn::new);
        return Combinators.combine(Names.valid(), menus.list().ofMinSize(1).ofMaxSize(KEYS.length()))
                .as(CallTreeDrafts::tree);
    }

    /** Trees that cannot be saved, each a valid one that somebody has made this mistake in. */
    public static Arbitrary<CallTreeDraft> flawed() {
        return Combinators.combine(valid(), Arbitraries.of(CallTreeFlaw.values()))
                .as((tree, flaw) -> flaw.in(tree));
    }

    /** Menu i is reached by key i of an earlier menu, and when nothing is pressed leads to a later one, or outside. */
    private static CallTreeDraft tree(String name, List<Drawn> drawn) {
        CallTreeDraft tree = CallTree.named(name);
        for (int i = 0; i < drawn.size(); i++) {
            tree = tree.menu("m" + i, menu(i, drawn));
        }
        return tree;
    }

    private static MenuDraft menu(int index, List<Drawn> drawn) {
        Drawn one = drawn.get(index);
        MenuDraft menu = Menu.saying("Menu " + index).tries(one.tries()).timeoutSeconds(one.seconds());
        for (int child = index + 1; child < drawn.size(); child++) {
            if (drawn.get(child).parent() % child == index) {
                menu = menu.on(KEYS.charAt(child), Destination.menu("m" + child));
            }
        }
        if (one.back()) {
            menu = menu.on(KEYS.charAt(0), Destination.menu("m0"));
        }
        int later = index + 1 + one.onTimeout();
        DestinationDraft away = later < drawn.size()
                ? Destination.menu("m" + later)
                : Destination.phoneNumber(one.outside().value());
        return menu.onTimeout(away).onInvalid(Destination.hangUp());
    }
}
