package com.phoneunite.testkit.contract;

import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuName;
import com.phoneunite.telephony.SavedCallTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Repositories of call trees with one fault each. */
final class BrokenCallTrees {

    @SuppressWarnings("unchecked") // what a store answers with for call trees
    private static final BrokenPort<OwnedRepository<SavedCallTree>> PORT = new BrokenPort<>(
            (Class<OwnedRepository<SavedCallTree>>) (Class<?>) OwnedRepository.class,
            "callTrees",
            InMemoryStore::callTrees,
            CallTreeRepositoryContract.class);

    private BrokenCallTrees() {}

    static List<BrokenAdapter> all() {
        List<BrokenAdapter> ofAnyKind = new BrokenThings<>(
                        PORT,
                        List.of(
                                "T3_aCallTreeComesBackAsItWasSaved",
                                "T3_aCallTreeSavedAgainReplacesTheFormer",
                                "T3_aCallTreeHasANameOfItsOwn",
                                "I2_aCallTreeIsSeenInItsOrganizationAlone",
                                "X5_callTreesAreListedInPagesByTheirIds",
                                "T5_aCallTreeThatIsRemovedIsGoneAlone",
                                "X1_aCallTreeThatWasRolledBackIsAsBefore"))
                .all();
        List<BrokenAdapter> ofTheirOwn = List.of(
                saving(
                        "voicemail is kept as the extension",
                        tree -> {
                            Map<MenuName, Menu> menus = new LinkedHashMap<>(tree.menus());
                            menus.replaceAll((name, menu) -> withoutVoicemail(menu));
                            return new CallTree(tree.name(), tree.root(), menus);
                        },
                        "T3_everyDestinationOfACallTreeComesBack",
                        "where the keys of a menu lead"),
                saving(
                        "menus as the keys of a JSON object that keeps no order",
                        tree -> new CallTree(tree.name(), tree.root(), new TreeMap<>(tree.menus())),
                        "T3_theLargestCallTreeComesBackInItsOrder",
                        "the menus of a call tree"),
                saving(
                        "menus that are cut off after 64",
                        tree -> {
                            Map<MenuName, Menu> menus = new LinkedHashMap<>(tree.menus());
                            menus.keySet()
                                    .retainAll(List.copyOf(menus.keySet()).subList(0, Math.min(64, menus.size())));
                            menus.putIfAbsent(tree.root(), tree.rootMenu());
                            return new CallTree(tree.name(), tree.root(), menus);
                        },
                        "T3_theLargestCallTreeComesBackInItsOrder",
                        "a call tree"));
        return Stream.concat(ofAnyKind.stream(), ofTheirOwn.stream()).toList();
    }

    private static BrokenAdapter saving(String fault, UnaryOperator<CallTree> saved, String test, String... words) {
        return PORT.of(
                fault,
                "save",
                (real, given) -> {
                    SavedCallTree one = (SavedCallTree) given[0];
                    real.save(new SavedCallTree(
                            one.account(), one.organization(), one.id(), saved.apply(one.tree()), one.addedAt()));
                    return null;
                },
                test,
                words);
    }

    private static Menu withoutVoicemail(Menu menu) {
        TreeMap<Character, Destination> keys = new TreeMap<>(menu.keys());
        keys.replaceAll((key, leads) -> leads instanceof Destination.ToVoicemail voicemail
                ? new Destination.ToExtension(voicemail.extension())
                : leads);
        return new Menu(menu.greeting(), keys, menu.onTimeout(), menu.onInvalid(), menu.tries(), menu.timeoutSeconds());
    }
}
