package com.phoneunite.testkit.contract;

import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuName;
import com.phoneunite.telephony.SavedCallTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules T3 and I2: what {@link com.phoneunite.resource.OwnedRepository} promises of call trees. */
public interface CallTreeRepositoryContract extends StoreContract {

    @Test
    default void T3_aCallTreeComesBackAsItWasSaved() {
        Proof.of("T3", "callers hear other greetings, or come to somebody else", proof -> {
            OwnedProofs<SavedCallTree> trees = new OwnedProofs<>(OddCallTrees.KIND, Facts.of(this));
            trees.comesBack(proof);
        });
    }

    @Test
    default void T3_everyDestinationOfACallTreeComesBack() {
        Proof.of("T3", "a key leads to somebody else, or nowhere", proof -> {
            Facts facts = Facts.of(this);
            OwnedProofs<SavedCallTree> trees = new OwnedProofs<>(OddCallTrees.KIND, facts);
            CallTree tree = OddCallTrees.tree(facts.odd(), facts.odd().names(1).get(0), 3);
            SavedCallTree saved = OddCallTrees.saved(facts.odd(), 1, 1, 1, tree);
            trees.keep(1, List.of(saved));
            CallTree found = trees.find(1, 1, saved.ref()).orElseThrow().tree();
            tree.menus()
                    .forEach((name, menu) -> proof.same(
                            "where the keys of a menu lead",
                            Optional.of(menu.keys()),
                            Optional.ofNullable(found.menus().get(name)).map(Menu::keys)));
        });
    }

    @Test
    default void T3_theLargestCallTreeComesBackInItsOrder() {
        Proof.of("T3", "the largest call tree cannot be saved, or is shown in another order each time", proof -> {
            Facts facts = Facts.of(this);
            OwnedProofs<SavedCallTree> trees = new OwnedProofs<>(OddCallTrees.KIND, facts);
            CallTree tree = OddCallTrees.tree(facts.odd(), facts.odd().names(1).get(0), CallTree.MAX_MENUS);
            SavedCallTree saved = OddCallTrees.saved(facts.odd(), 1, 1, 1, tree);
            trees.comeBack(proof, List.of(saved));
            List<MenuName> order = new ArrayList<>(
                    trees.find(1, 1, saved.ref()).orElseThrow().tree().menus().keySet());
            proof.list("the menus of a call tree", List.copyOf(tree.menus().keySet()), order);
        });
    }

    @Test
    default void T3_aCallTreeSavedAgainReplacesTheFormer() {
        Proof.of(
                "T3",
                "callers are led through a call tree that was changed long ago",
                proof -> new OwnedProofs<>(OddCallTrees.KIND, Facts.of(this)).isReplaced(proof));
    }

    @Test
    default void T3_aCallTreeHasANameOfItsOwn() {
        Proof.of(
                "T3",
                "two call trees have names that look the same, and numbers lead to the wrong one",
                proof -> new OwnedProofs<>(OddCallTrees.KIND, Facts.of(this)).hasANameOfItsOwn(proof));
    }

    @Test
    default void T5_aCallTreeThatIsRemovedIsGoneAlone() {
        Proof.of(
                "T5",
                "a call tree that was deleted still answers, or another one is deleted with it",
                proof -> new OwnedProofs<>(OddCallTrees.KIND, Facts.of(this)).isRemoved(proof));
    }

    @Test
    default void I2_aCallTreeIsSeenInItsOrganizationAlone() {
        Proof.of(
                "I2",
                "a customer sees, changes or deletes the call tree of another one",
                proof -> new OwnedProofs<>(OddCallTrees.KIND, Facts.of(this)).isSeenAlone(proof));
    }

    @Test
    default void X5_callTreesAreListedInPagesByTheirIds() {
        Proof.of(
                "X5",
                "call trees are missing from the list and from the export",
                proof -> new OwnedProofs<>(OddCallTrees.KIND, Facts.of(this)).isListedInPages(proof));
    }

    @Test
    default void X1_aCallTreeThatWasRolledBackIsAsBefore() {
        Proof.of(
                "X1",
                "a call tree is there that was refused, or is gone that could not be deleted",
                proof -> new OwnedProofs<>(OddCallTrees.KIND, Facts.of(this)).isRolledBack(proof));
    }
}
