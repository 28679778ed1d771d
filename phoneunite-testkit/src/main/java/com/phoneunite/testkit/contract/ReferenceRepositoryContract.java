package com.phoneunite.testkit.contract;

import com.phoneunite.resource.ReferenceRepository;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules I3 and T5: what {@link ReferenceRepository} promises. */
public interface ReferenceRepositoryContract extends StoreContract {

    @Test
    default void T5_whatUsesAThingIsFound() {
        Proof.of("T5", "a sound is deleted that a call tree plays, and callers hear nothing", proof -> {
            Facts facts = Facts.of(this);
            ResourceRef used = drawn(facts, "sound");
            List<ResourceRef> users = users(facts);
            for (ResourceRef user : facts.odd().shuffled(users)) {
                replace(facts, 1, user, Set.of(used, drawn(facts, "box")));
            }
            proof.list("what uses a thing", users, usersOf(facts, 1, used, 99));
            proof.list("three of what uses a thing", users.subList(0, 3), usersOf(facts, 1, used, 3));
            proof.list("what uses a thing that nothing uses", List.of(), usersOf(facts, 1, users.get(0), 99));
            replace(facts, 1, used, Set.of(used));
            proof.same(
                    "whether a thing uses itself",
                    true,
                    usersOf(facts, 1, used, 99).contains(used));
            proof.none("what uses a thing", usersOf(facts, 1, used, 0));
        });
    }

    @Test
    default void T5_aThingUsesExactlyWhatItWasLastSavedWith() {
        Proof.of("T5", "a thing can never be deleted because of what used it once", proof -> {
            Facts facts = Facts.of(this);
            ResourceRef user = drawn(facts, "ring_group");
            ResourceRef former = drawn(facts, "box");
            ResourceRef kept = drawn(facts, "call_tree");
            ResourceRef next = drawn(facts, "extension");
            ResourceRef other = drawn(facts, "sound");
            replace(facts, 1, other, Set.of(former, kept));
            replace(facts, 1, user, Set.of(former, kept));
            replace(facts, 1, user, Set.of(kept, next));
            proof.list("what uses what was used once", List.of(other), usersOf(facts, 1, former, 99));
            proof.list("what uses what is still used", inOrder(user, other), usersOf(facts, 1, kept, 99));
            proof.list("what uses what is used now", List.of(user), usersOf(facts, 1, next, 99));
            replace(facts, 1, user, Set.of());
            proof.list("what uses something, once the user uses nothing", List.of(), usersOf(facts, 1, next, 99));
            proof.list("what else uses something", List.of(other), usersOf(facts, 1, kept, 99));
        });
    }

    @Test
    default void T5_aThingUsesAsManyAsItMay() {
        Proof.of("T5", "what a large thing leads to is deleted under it", proof -> {
            Facts facts = Facts.of(this);
            ResourceRef user = drawn(facts, "ring_group");
            Set<ResourceRef> all = new HashSet<>();
            IntStream.range(0, ResourceType.MAX_REFERENCES)
                    .forEach(i -> all.add(new ResourceRef("extension", "x" + i)));
            List<ResourceRef> some = facts.odd().shuffled(List.copyOf(all)).subList(0, 20);
            replace(facts, 1, user, all);
            all.clear();
            for (ResourceRef used : some) {
                proof.list("what uses one of a thousand", List.of(user), usersOf(facts, 1, used, 99));
            }
            replace(facts, 1, user, all);
            proof.list("what uses it, once nothing is used", List.of(), usersOf(facts, 1, some.get(0), 99));
        });
    }

    @Test
    default void I3_aReferenceIsToTheWholeIdOfAThing() {
        Proof.of("I3", "a thing cannot be deleted because another one is named like it", proof -> {
            Facts facts = Facts.of(this);
            ResourceRef user = drawn(facts, "call_tree");
            replace(facts, 1, user, Set.of(new ResourceRef("box", "a:b%'1"), new ResourceRef("box_a", "b")));
            for (ResourceRef alike : List.of(
                    new ResourceRef("box", "a:b%'"),
                    new ResourceRef("box", "a:b%'12"),
                    new ResourceRef("box", "A:B%'1"),
                    new ResourceRef("box", "a:b__1"),
                    new ResourceRef("box", "%"),
                    new ResourceRef("bo", "x"),
                    new ResourceRef("box", "a_b"),
                    new ResourceRef("boxxa", "b"))) {
                proof.list(
                        "what uses " + alike + ", which is like something in use",
                        List.of(),
                        usersOf(facts, 1, alike, 99));
            }
            proof.list("what uses it", List.of(user), usersOf(facts, 1, new ResourceRef("box", "a:b%'1"), 99));
        });
    }

    @Test
    default void I3_referencesAreKeptInTheirOrganizationAlone() {
        Proof.of("I3", "a customer is told what another one has, or cannot delete a thing because of it", proof -> {
            Facts facts = Facts.of(this);
            ResourceRef used = drawn(facts, "sound");
            ResourceRef user = drawn(facts, "call_tree");
            replace(facts, 1, user, Set.of(used));
            proof.list("what uses a thing of a sibling", List.of(), usersOf(facts, 0, used, 99));
            replace(facts, 0, user, Set.of());
            proof.list(
                    "what uses a thing, once a sibling's thing with the same id uses nothing",
                    List.of(user),
                    usersOf(facts, 1, used, 99));
            List<ResourceRef> foreign =
                    facts.view(2, () -> facts.store().references().usersOf(Facts.scope(2, 1), used, 99));
            proof.list("what uses a thing of another account", List.of(), foreign);
        });
    }

    @Test
    default void X1_referencesThatWereRolledBackAreAsBefore() {
        Proof.of("X1", "a thing is deleted whose user could not be changed, or is never let go", proof -> {
            Facts facts = Facts.of(this);
            ResourceRef used = drawn(facts, "sound");
            ResourceRef next = drawn(facts, "box");
            ResourceRef user = drawn(facts, "call_tree");
            replace(facts, 1, user, Set.of(used));
            facts.undone(1, () -> {
                facts.store().references().replace(Facts.scope(1, 1), user, Set.of(next));
                usersOf(facts, 1, used, 99);
                usersOf(facts, 1, next, 99);
            });
            proof.list("what uses a thing after a rollback", List.of(user), usersOf(facts, 1, used, 99));
            proof.list("what uses a thing that was rolled back", List.of(), usersOf(facts, 1, next, 99));
        });
    }

    /** Users in their order, which is that of types first and of characters then. */
    private static List<ResourceRef> users(Facts facts) {
        Set<ResourceRef> users = new TreeSet<>(List.of(
                new ResourceRef("box", "a"),
                new ResourceRef("box", "B"),
                new ResourceRef("box", "a:1"),
                new ResourceRef("box", "a!"),
                new ResourceRef("box", "10"),
                new ResourceRef("box", "9"),
                new ResourceRef("box_a", "1")));
        for (String type : List.of("call_tree", "phone_number", "ring_group", "a".repeat(40))) {
            users.add(drawn(facts, type));
        }
        return List.copyOf(users);
    }

    private static List<ResourceRef> inOrder(ResourceRef one, ResourceRef other) {
        return List.copyOf(new TreeSet<>(List.of(one, other)));
    }

    private static ResourceRef drawn(Facts facts, String type) {
        return new ResourceRef(type, facts.odd().visible(facts.odd().between(8, ResourceRef.MAX_ID_LENGTH + 1)));
    }

    private static void replace(Facts facts, int ordinal, ResourceRef user, Set<ResourceRef> used) {
        facts.write(1, () -> facts.store().references().replace(Facts.scope(1, ordinal), user, used));
    }

    private static List<ResourceRef> usersOf(Facts facts, int ordinal, ResourceRef used, int limit) {
        return facts.view(1, () -> facts.store().references().usersOf(Facts.scope(1, ordinal), used, limit));
    }
}
