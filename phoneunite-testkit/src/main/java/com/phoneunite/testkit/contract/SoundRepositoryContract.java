package com.phoneunite.testkit.contract;

import com.phoneunite.input.DisplayName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.telephony.Sound;
import com.phoneunite.telephony.SoundContents;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules T4 and I2: what {@link com.phoneunite.telephony.SoundRepository} promises. */
public interface SoundRepositoryContract extends StoreContract {

    @Test
    default void T4_aSoundComesBackAsItWasSaved() {
        Proof.of(
                "T4",
                "callers hear another sound, or none",
                proof -> new OwnedProofs<>(OddThings.SOUNDS, Facts.of(this)).comesBack(proof));
    }

    @Test
    default void T4_aSoundSavedAgainReplacesTheFormer() {
        Proof.of(
                "T4",
                "a sound goes on under its former name, or is there twice",
                proof -> new OwnedProofs<>(OddThings.SOUNDS, Facts.of(this)).isReplaced(proof));
    }

    @Test
    default void T4_aSoundHasANameOfItsOwn() {
        Proof.of(
                "T4",
                "two sounds have names that look the same, and callers hear the wrong one",
                proof -> new OwnedProofs<>(OddThings.SOUNDS, Facts.of(this)).hasANameOfItsOwn(proof));
    }

    @Test
    default void T4_aContentIsNamedAsLongAsASoundHasIt() {
        Proof.of("T4", "the bytes of a sound that is in use are swept, or those of none are kept for ever", proof -> {
            Facts facts = Facts.of(this);
            List<DisplayName> names = facts.odd().names(3);
            String hash = facts.odd().hash();
            Sound one = OddThings.sound(facts.odd(), 1, 1, 1, names.get(0), hash);
            Sound other = OddThings.sound(facts.odd(), 1, 1, 2, names.get(1), hash);
            proof.same("whether a content is named before there is a sound", false, names(facts, 1, one.content()));
            facts.write(1, () -> facts.store().sounds().save(one));
            facts.write(1, () -> facts.store().sounds().save(other));
            facts.write(1, () -> facts.store().sounds().remove(one));
            proof.same("whether a content is named by another sound", true, names(facts, 1, one.content()));
            Sound changed = OddThings.sound(
                    facts.odd(), 1, 1, 2, names.get(2), facts.odd().hash());
            facts.write(1, () -> facts.store().sounds().save(changed));
            proof.same("whether a content is named that a sound had", false, names(facts, 1, one.content()));
            proof.same("whether a content is named that a sound has now", true, names(facts, 1, changed.content()));
            facts.write(1, () -> facts.store().sounds().remove(changed));
            proof.same(
                    "whether a content is named that no sound has any more", false, names(facts, 1, changed.content()));
        });
    }

    @Test
    default void I4_aContentIsNamedInItsOrganizationAlone() {
        Proof.of("I4", "the bytes of one brand are kept, or swept, for what another one does", proof -> {
            Facts facts = Facts.of(this);
            DisplayName name = facts.odd().names(1).get(0);
            Sound one = OddThings.sound(facts.odd(), 1, 1, 1, name, facts.odd().hash());
            facts.write(1, () -> facts.store().sounds().save(one));
            SoundContents.Key sibling =
                    new SoundContents.Key(Facts.account(1), Facts.organizationId(1, 0), one.sha256());
            SoundContents.Key foreign = new SoundContents.Key(Facts.account(2), one.organization(), one.sha256());
            proof.same("whether a content is named that a sibling's sound has", false, names(facts, 1, sibling));
            proof.same("whether a content is named that another account's sound has", false, names(facts, 2, foreign));
        });
    }

    @Test
    default void O7_aClosedOrganizationKeepsItsSounds() {
        Proof.of("O7", "the history of a closed brand loses its sounds", proof -> {
            Facts facts = Facts.of(this);
            Sound one = OddThings.sound(
                    facts.odd(),
                    1,
                    1,
                    1,
                    facts.odd().names(1).get(0),
                    facts.odd().hash());
            facts.write(1, () -> {
                facts.store().sounds().save(one);
                facts.store().organizations().save(Facts.organization(1, 1).become(OrganizationState.CLOSED));
            });
            proof.same("whether a content is named by a closed organization", true, names(facts, 1, one.content()));
        });
    }

    @Test
    default void T5_aSoundThatIsRemovedIsGoneAlone() {
        Proof.of(
                "T5",
                "a sound that was deleted is still played, or another one is deleted with it",
                proof -> new OwnedProofs<>(OddThings.SOUNDS, Facts.of(this)).isRemoved(proof));
    }

    @Test
    default void I2_aSoundIsSeenInItsOrganizationAlone() {
        Proof.of(
                "I2",
                "a customer hears, renames or deletes the sound of another one",
                proof -> new OwnedProofs<>(OddThings.SOUNDS, Facts.of(this)).isSeenAlone(proof));
    }

    @Test
    default void X5_soundsAreListedInPagesByTheirIds() {
        Proof.of(
                "X5",
                "sounds are missing from the list and from the export",
                proof -> new OwnedProofs<>(OddThings.SOUNDS, Facts.of(this)).isListedInPages(proof));
    }

    @Test
    default void X1_aSoundThatWasRolledBackIsAsBefore() {
        Proof.of(
                "X1",
                "a sound is there that was refused, or is gone that could not be deleted",
                proof -> new OwnedProofs<>(OddThings.SOUNDS, Facts.of(this)).isRolledBack(proof));
    }

    private static boolean names(Facts facts, int account, SoundContents.Key content) {
        return facts.view(account, () -> facts.store().sounds().names(content));
    }
}
