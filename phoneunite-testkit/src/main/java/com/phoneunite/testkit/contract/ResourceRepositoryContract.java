package com.phoneunite.testkit.contract;

import com.phoneunite.input.DisplayName;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.resource.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules O1, I2 and T5: what {@link com.phoneunite.resource.OwnedRepository} promises of the things that a host brings. */
public interface ResourceRepositoryContract extends StoreContract {

    @Test
    default void O1_aResourceComesBackAsItWasSaved() {
        Proof.of(
                "O1",
                "a thing of the host's has changed when it is read again",
                proof -> new OwnedProofs<>(OddThings.RESOURCES, Facts.of(this)).comesBack(proof));
    }

    @Test
    default void O1_theContentOfAResourceComesBackToTheCharacter() {
        Proof.of("O1", "a host cannot read what it wrote, or an amount in it has lost its decimals", proof -> {
            Facts facts = Facts.of(this);
            List<String> contents = OddThings.contents(facts.odd(), ResourceType.MAX_CONTENT_LENGTH);
            List<DisplayName> names = facts.odd().names(contents.size());
            List<StoredResource> all = new ArrayList<>();
            for (String content : contents) {
                ResourceRef ref = OddThings.ref("ring_group", all.size());
                all.add(OddThings.resource(facts.odd(), 1, 1, ref, names.get(all.size()), content));
            }
            new OwnedProofs<>(OddThings.RESOURCES, facts).comeBack(proof, all);
        });
    }

    @Test
    default void O1_resourcesOfOneTypeAreNoneOfAnother() {
        Proof.of("O1", "things of one type are shown among those of another, or take their names", proof -> {
            Facts facts = Facts.of(this);
            OwnedRepository<StoredResource> port = facts.store().resources();
            DisplayName name = facts.odd().names(1).get(0);
            List<StoredResource> all = new ArrayList<>();
            for (String type : facts.odd().shuffled(List.of("box", "bo", "box_", "box_a", "boxa"))) {
                all.add(OddThings.resource(facts.odd(), 1, 1, OddThings.ref(type, 1), name, "\"" + type + "\""));
            }
            facts.write(1, () -> all.forEach(port::save));
            for (StoredResource one : all) {
                String type = one.ref().type();
                List<StoredResource> listed =
                        facts.view(1, () -> port.list(Facts.scope(1, 1), type, Optional.empty(), 99));
                proof.list("the things of type " + type, List.of(one), listed);
                proof.same("their count", 1, facts.view(1, () -> port.count(Facts.scope(1, 1), type)));
                Optional<StoredResource> named = facts.view(1, () -> port.findByName(Facts.scope(1, 1), type, name));
                proof.same("a name that things of five types have", Optional.of(one), named);
                proof.same(
                        "an id that things of five types have",
                        Optional.of(one),
                        facts.view(1, () -> port.find(Facts.scope(1, 1), one.ref())));
            }
        });
    }

    @Test
    default void O1_aResourceSavedAgainReplacesTheFormer() {
        Proof.of(
                "O1",
                "a thing of the host's goes on as it was, or is there twice",
                proof -> new OwnedProofs<>(OddThings.RESOURCES, Facts.of(this)).isReplaced(proof));
    }

    @Test
    default void O1_aResourceHasANameOfItsOwn() {
        Proof.of(
                "O1",
                "two things of the host's have names that look the same",
                proof -> new OwnedProofs<>(OddThings.RESOURCES, Facts.of(this)).hasANameOfItsOwn(proof));
    }

    @Test
    default void T5_aResourceThatIsRemovedIsGoneAlone() {
        Proof.of(
                "T5",
                "a thing that was deleted still takes calls, or another one is deleted with it",
                proof -> new OwnedProofs<>(OddThings.RESOURCES, Facts.of(this)).isRemoved(proof));
    }

    @Test
    default void I2_aResourceIsSeenInItsOrganizationAlone() {
        Proof.of(
                "I2",
                "a customer sees, changes or deletes the thing of another one",
                proof -> new OwnedProofs<>(OddThings.RESOURCES, Facts.of(this)).isSeenAlone(proof));
    }

    @Test
    default void X5_resourcesAreListedInPagesByTheirIds() {
        Proof.of(
                "X5",
                "things of the host's are missing from the list and from the export",
                proof -> new OwnedProofs<>(OddThings.RESOURCES, Facts.of(this)).isListedInPages(proof));
    }

    @Test
    default void X1_aResourceThatWasRolledBackIsAsBefore() {
        Proof.of(
                "X1",
                "a thing is there that was refused, or is gone that could not be deleted",
                proof -> new OwnedProofs<>(OddThings.RESOURCES, Facts.of(this)).isRolledBack(proof));
    }
}
