package com.phoneunite;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.UserId;
import com.phoneunite.resource.ResourceId;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.CallTreeId;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.DestinationDraft;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuDraft;
import com.phoneunite.telephony.SoundId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Rules I3, T5 and X1 on generated programs over two organizations: what refers to what is what the things say, nothing refers to what
 * is not there, nothing reaches over, and what is refused or taken back has changed nothing.
 */
class BelongingsProperties {

    private enum Kind {
        ADD_MEMBER,
        REMOVE_MEMBER,
        SAVE_TREE,
        SAVE_TREE_ANEW,
        REMOVE_TREE,
        ADD_SOUND,
        REMOVE_SOUND,
        ADD_GROUP,
        SAVE_GROUP,
        REMOVE_GROUP,
        ADD_NUMBER,
        ROUTE,
        UNROUTE,
        MOVE,
        REMOVE_NUMBER
    }

    /** Targets are taken from all that was ever made in either organization. */
    private record Step(Kind kind, boolean second, int target, List<Integer> used, boolean undone) {}

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(onFailureOnly = true)
    void I3_T5_whatRefersToWhatIsWhatTheThingsSay(@ForAll("programs") List<Step> program) {
        Run run = new Run();
        program.forEach(run::step);
        Statistics.label("answers").coverage(all -> {
            for (Kind kind : Kind.values()) {
                all.check(kind + " done").percentage(share -> share > 0);
            }
            all.check("RESOURCE_IN_USE").percentage(share -> share > 0.5);
            all.check("REFERENCE_NOT_FOUND").percentage(share -> share > 0.1);
        });
    }

    private static final class Run {

        private final World world = new World(World.RING_GROUP);
        private final List<Business> both = world.twoBusinesses();
        private final List<UserId> users = new ArrayList<>();
        private final List<ResourceRef> made = new ArrayList<>(List.of(new ResourceRef("nothing", "1")));
        private int names;

        Run() {
            for (int i = 0; i < 3; i++) {
                users.add(world.user(both.get(0).owner(), "user" + i + "@example.com")
                        .user());
            }
        }

        void step(Step step) {
            Snapshot before = world.snapshot(both.get(0).owner().accountId());
            Business here = both.get(step.second() ? 1 : 0);
            Business there = both.get(step.second() ? 0 : 1);
            OrganizationExport elsewhere = there.workspace().export();
            int known = made.size();
            String answer =
                    step.undone() ? undone(here, there, step) : OwnershipTest.answer(() -> run(here, there, step));
            Statistics.label("answers").collect(answer.equals("done") ? step.kind() + " done" : answer);
            if (!answer.equals("done")) {
                assertThat(world.snapshot(here.owner().accountId()).withoutContents())
                        .isEqualTo(before.withoutContents());
                made.subList(known, made.size()).clear();
            }
            if (step.kind() != Kind.MOVE) {
                assertThat(there.workspace().export()).isEqualTo(elsewhere);
            }
            both.forEach(Run::verify);
        }

        private String undone(Business here, Business there, Step step) {
            try {
                world.store.unitOfWork().execute(here.owner().accountId(), () -> {
                    run(here, there, step);
                    throw new Undo();
                });
                return "done";
            } catch (Undo undo) {
                return "undone";
            } catch (RefusedException e) {
                return e.code();
            }
        }

        private void run(Business here, Business there, Step step) {
            UserId user = users.get(step.target() % users.size());
            String number = "+1202555012" + step.target() % 3;
            String name = "Name " + names++;
            switch (step.kind()) {
                case ADD_MEMBER ->
                    made.add(ResourceRef.extension(here.workspace()
                            .members()
                            .add(user, "20" + users.indexOf(user))
                            .extension()));
                case REMOVE_MEMBER -> here.workspace().members().remove(user);
                case SAVE_TREE ->
                    made.add(here.trees().save(tree(here, name, step)).ref());
                case SAVE_TREE_ANEW -> here.trees().save(treeId(target(step, "call_tree")), tree(here, name, step));
                case REMOVE_TREE -> here.trees().remove(treeId(target(step, "call_tree")));
                case ADD_SOUND -> made.add(here.sound(name, step.target() % 3).ref());
                case REMOVE_SOUND -> here.sounds().remove(new SoundId(uuid(target(step, "sound"))));
                case ADD_GROUP ->
                    made.add(here.ringGroups().add(name, group(here, step)).ref());
                case SAVE_GROUP ->
                    here.ringGroups().save(new ResourceId(uuid(target(step, "ring_group"))), name, group(here, step));
                case REMOVE_GROUP -> here.ringGroups().remove(new ResourceId(uuid(target(step, "ring_group"))));
                case ADD_NUMBER -> made.add(here.numbers().add(number).ref());
                case ROUTE ->
                    here.numbers()
                            .route(number, destination(used(here, step.used().get(0))));
                case UNROUTE -> here.numbers().unroute(number);
                case MOVE -> here.numbers().move(number, there.id());
                case REMOVE_NUMBER -> here.numbers().remove(number);
            }
        }

        /** One that was made, in whichever organization, and may be gone. */
        private ResourceRef target(Step step, String type) {
            List<ResourceRef> all =
                    made.stream().filter(one -> one.type().equals(type)).toList();
            return all.isEmpty() ? made.get(0) : all.get(step.target() % all.size());
        }

        /** Mostly one that is there. */
        private ResourceRef used(Business here, int number) {
            List<ResourceRef> there = List.copyOf(here.owned().usersOf().keySet());
            return there.isEmpty() || number > 9 ? made.get(number % made.size()) : there.get(number % there.size());
        }

        private RingGroup group(Business here, Step step) {
            return RingGroup.with(
                    step.used().stream().map(number -> used(here, number)).toArray(ResourceRef[]::new));
        }

        private CallTreeDraft tree(Business here, String name, Step step) {
            MenuDraft menu = Menu.saying("Hello.").otherwise(Destination.hangUp());
            for (int i = 0; i < step.used().size(); i++) {
                ResourceRef ref = used(here, step.used().get(i));
                menu = ref.type().equals("sound")
                        ? menu.playing(ref.id())
                        : menu.on((char) ('0' + i), destination(ref));
            }
            return CallTree.named(name).menu("main", menu);
        }

        private static DestinationDraft destination(ResourceRef ref) {
            return switch (ref.kind()) {
                case MEMBERSHIP -> Destination.extension(ref.id());
                case CALL_TREE -> Destination.callTree(treeId(ref));
                case RESOURCE -> Destination.resource(ref);
                case ADMINISTRATION, INVITATION, PHONE_NUMBER, SOUND -> Destination.hangUp();
            };
        }

        private static CallTreeId treeId(ResourceRef ref) {
            return new CallTreeId(uuid(ref));
        }

        private static UUID uuid(ResourceRef ref) {
            return switch (ref.kind()) {
                case CALL_TREE, SOUND -> UUID.fromString(ref.id());
                case RESOURCE -> ref.type().equals("nothing") ? World.nobody().value() : UUID.fromString(ref.id());
                case ADMINISTRATION, INVITATION, PHONE_NUMBER, MEMBERSHIP ->
                    World.nobody().value();
            };
        }

        /** From what is exported alone. */
        private static void verify(Business business) {
            OrganizationExport export = business.workspace().export();
            Map<ResourceRef, Set<ResourceRef>> references = new HashMap<>();
            export.callTrees()
                    .forEach(one -> references.put(one.ref(), one.tree().refersTo()));
            export.sounds().forEach(one -> references.put(one.ref(), Set.of()));
            export.resources()
                    .forEach(one -> references.put(
                            one.ref(), World.RING_GROUP.read(one.content()).refersTo()));
            export.members().forEach(one -> references.put(ResourceRef.extension(one.extension()), Set.of()));
            export.phoneNumbers()
                    .forEach(one -> references.put(
                            one.ref(),
                            one.destination().flatMap(Destination::refersTo).stream()
                                    .collect(Collectors.toSet())));
            Map<ResourceRef, Set<ResourceRef>> users = new HashMap<>();
            references.keySet().forEach(one -> users.put(one, new TreeSet<>()));
            references.forEach((user, used) -> {
                assertThat(references.keySet()).as("nothing dangles").containsAll(used);
                used.forEach(one -> users.get(one).add(user));
            });
            Map<ResourceRef, List<ResourceRef>> kept = new HashMap<>();
            users.forEach((one, by) -> kept.put(one, List.copyOf(by)));
            assertThat(business.owned().usersOf()).isEqualTo(kept);
        }
    }

    @Provide
    Arbitrary<List<Step>> programs() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(Kind.class)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                Kind.ADD_MEMBER,
                                Kind.SAVE_TREE,
                                Kind.ADD_GROUP,
                                Kind.ADD_NUMBER,
                                Kind.ADD_SOUND,
                                Kind.ROUTE)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.of(true, false, false, false, false),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers()
                                .between(0, 11)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.of(true, false, false, false, false, false))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(50);
    }
}
