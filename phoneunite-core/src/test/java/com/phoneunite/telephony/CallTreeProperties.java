package com.phoneunite.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.membership.Extension;
import com.phoneunite.resource.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
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

/** Rule T3 on generated call trees that lead to each other, beside a model that tries everything. */
class CallTreeProperties {

    private static final String KEYS = "0123456789*#";
    private static final int SLOTS = 3;

    /** What is saved, one after the other: a slot that has a call tree is saved anew. */
    private record Save(int slot, List<MenuPlan> menus, int root) {}

    /** Targets are numbers; see {@link #destination}. */
    private record MenuPlan(List<Integer> keys, int onTimeout, int onInvalid, int tries) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(onFailureOnly = true)
    void T3_theVerdictSaysWhatTryingEverythingSays(@ForAll("programs") List<Save> program) {
        Map<CallTreeId, CallTree> saved = new TreeMap<>();
        for (Save save : program) {
            CallTreeId id = id(save.slot());
            CallTree tree = tree(save, saved);
            Set<String> expected = new Model(saved, id, tree).faults();
            Set<String> faults = verdict(saved, id, tree);
            assertThat(faults).isEqualTo(expected);
            faults.forEach(fault -> Statistics.label("faults").collect(fault.substring(fault.indexOf(' ') + 1)));
            if (faults.isEmpty()) {
                saved.put(id, tree);
                Statistics.label("faults").collect("none");
            }
        }
        Statistics.label("faults").coverage(all -> {
            for (String fault : List.of("none", "HELD_FOREVER", "MENU_NOT_REACHABLE", "DESTINATION_NOT_FOUND")) {
                all.check(fault).percentage(share -> share > 1);
            }
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void T3_whereNothingIsWrongASilentCallerIsHeldByNoCallTree(@ForAll("programs") List<Save> program) {
        Map<CallTreeId, CallTree> saved = saved(program);
        saved.values()
                .forEach(tree ->
                        assertThat(walk(tree, saved, "-".repeat(100)).end()).isPresent());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void T3_whereNothingIsWrongSomeWalkComesToEveryMenu(@ForAll("programs") List<Save> program) {
        Map<CallTreeId, CallTree> saved = saved(program);
        for (CallTree tree : saved.values()) {
            Map<MenuName, String> ways = ways(tree);
            assertThat(ways.keySet()).isEqualTo(tree.menus().keySet());
            ways.forEach((menu, presses) -> {
                List<CallWalk.Step> steps = walk(tree, saved, presses).steps();
                assertThat(steps.get(steps.size() - 1))
                        .isEqualTo(new CallWalk.Step(
                                tree.name(), menu, tree.menus().get(menu).greeting(), 1));
            });
        }
    }

    private static Map<CallTreeId, CallTree> saved(List<Save> program) {
        Map<CallTreeId, CallTree> saved = new TreeMap<>();
        for (Save save : program) {
            CallTree tree = tree(save, saved);
            if (verdict(saved, id(save.slot()), tree).isEmpty()) {
                saved.put(id(save.slot()), tree);
            }
        }
        return saved;
    }

    private static Set<String> verdict(Map<CallTreeId, CallTree> saved, CallTreeId id, CallTree tree) {
        Optional<CallTreeId> self = Optional.of(id).filter(saved::containsKey);
        return CallTreeVerdict.of(tree, self, new CallTreeVerdict.Surroundings() {
                    @Override
                    public boolean has(ResourceRef ref) {
                        return isThere(saved, ref);
                    }

                    @Override
                    public Optional<CallTree> callTree(CallTreeId other) {
                        return Optional.ofNullable(saved.get(other));
                    }
                })
                .map(refusal -> new HashSet<>(((TelephonyRefusal.CallTreeNotValid) refusal)
                        .faults().stream()
                                .map(fault -> fault.path() + " " + fault.code())
                                .toList()))
                .orElseGet(HashSet::new);
    }

    private static boolean isThere(Map<CallTreeId, CallTree> saved, ResourceRef ref) {
        return ref.equals(ResourceRef.extension(new Extension("101")))
                || saved.keySet().stream().anyMatch(id -> id.ref().equals(ref));
    }

    private static CallWalk walk(CallTree tree, Map<CallTreeId, CallTree> saved, String presses) {
        return CallWalk.through(tree, presses, id -> Optional.ofNullable(saved.get(id)));
    }

    /** What to press to come to each menu: breadth first. */
    private static Map<MenuName, String> ways(CallTree tree) {
        Map<MenuName, String> ways = new HashMap<>(Map.of(tree.root(), ""));
        List<MenuName> waiting = new ArrayList<>(ways.keySet());
        for (int i = 0; i < waiting.size(); i++) {
            String way = ways.get(waiting.get(i));
            Menu menu = tree.menus().get(waiting.get(i));
            Map<String, Destination> exits = new HashMap<>();
            menu.keys().forEach((key, destination) -> exits.put(String.valueOf(key), destination));
            exits.put("-".repeat(menu.tries()), menu.onTimeout());
            KEYS.chars()
                    .filter(key -> !menu.keys().containsKey((char) key))
                    .findFirst()
                    .ifPresent(key -> exits.put(String.valueOf((char) key).repeat(menu.tries()), menu.onInvalid()));
            exits.forEach((presses, destination) -> {
                if (destination instanceof Destination.ToMenu next && !ways.containsKey(next.menu())) {
                    ways.put(next.menu(), way + " " + presses);
                    waiting.add(next.menu());
                }
            });
        }
        return ways;
    }

    /** Follows whoever presses nothing, from everywhere, for longer than there are menus. */
    private record Model(Map<CallTreeId, CallTree> saved, CallTreeId id, CallTree tree) {

        Set<String> faults() {
            Set<String> dangling = new HashSet<>();
            tree.menus()
                    .forEach((name, menu) -> exits(menu).forEach((exit, destination) -> {
                        if (destination instanceof Destination.ToMenu inside
                                && !tree.menus().containsKey(inside.menu())) {
                            dangling.add("menus." + name + "." + exit + " MENU_NOT_FOUND");
                        }
                        destination
                                .refersTo()
                                .filter(ref -> !isThere(saved, ref))
                                .ifPresent(
                                        ref -> dangling.add("menus." + name + "." + exit + " DESTINATION_NOT_FOUND"));
                    }));
            if (!dangling.isEmpty()) {
                return dangling;
            }
            Set<String> faults = new HashSet<>();
            Set<MenuName> reached = ways(tree).keySet();
            for (MenuName name : tree.menus().keySet()) {
                if (!reached.contains(name)) {
                    faults.add("menus." + name + " MENU_NOT_REACHABLE");
                }
                if (comesBack(name)) {
                    faults.add("menus." + name + ".onTimeout HELD_FOREVER");
                }
            }
            return faults;
        }

        private static Map<String, Destination> exits(Menu menu) {
            Map<String, Destination> exits = new HashMap<>();
            menu.keys().forEach((key, destination) -> exits.put("keys." + key, destination));
            exits.put("onTimeout", menu.onTimeout());
            exits.put("onInvalid", menu.onInvalid());
            return exits;
        }

        private boolean comesBack(MenuName start) {
            CallTree here = tree;
            boolean itself = true;
            MenuName menu = start;
            for (int i = 0; i < 100; i++) {
                Destination next = here.menus().get(menu).onTimeout();
                if (next instanceof Destination.ToMenu inside) {
                    menu = inside.menu();
                } else if (next instanceof Destination.ToCallTree other) {
                    itself = saved.containsKey(id) && other.callTree().equals(id);
                    here = itself ? tree : saved.get(other.callTree());
                    menu = here.root();
                } else {
                    return false;
                }
                if (itself && menu.equals(start)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static CallTreeId id(int slot) {
        return new CallTreeId(new UUID(1, slot));
    }

    private static CallTree tree(Save save, Map<CallTreeId, CallTree> saved) {
        Function<Integer, DestinationDraft> destinations =
                target -> destination(target, save.menus().size(), List.copyOf(saved.keySet()));
        CallTreeDraft draft = CallTree.named("Tree " + save.slot());
        for (int i = 0; i < save.menus().size(); i++) {
            MenuPlan plan = save.menus().get(i);
            MenuDraft menu = Menu.saying("Menu " + i)
                    .onTimeout(destinations.apply(plan.onTimeout()))
                    .onInvalid(destinations.apply(plan.onInvalid()))
                    .tries(plan.tries());
            for (int key = 0; key < plan.keys().size(); key++) {
                menu = menu.on(KEYS.charAt(key), destinations.apply(plan.keys().get(key)));
            }
            draft = draft.menu("menu" + i, menu);
        }
        return draft.beginningWith("menu" + save.root() % save.menus().size())
                .parse()
                .fold(tree -> tree, refusal -> {
                    throw new AssertionError(refusal.message());
                });
    }

    /** Up to 2 a menu that is there, up to 5 a call tree that is there; 6 to 8 dangle. */
    private static DestinationDraft destination(int target, int menus, List<CallTreeId> saved) {
        if (target < 3) {
            return Destination.menu("menu" + target % menus);
        }
        if (target < 6) {
            return saved.isEmpty() ? Destination.hangUp() : Destination.callTree(saved.get(target % saved.size()));
        }
        return List.of(
                        Destination.menu("nowhere"),
                        Destination.callTree(id(SLOTS)),
                        Destination.voicemail("102"),
                        Destination.extension("101"),
                        Destination.hangUp())
                .get(target - 6);
    }

    @Provide
    Arbitrary<List<Save>> programs() {
        Arbitrary<Integer> targets = Arbitraries.frequencyOf(
                Tuple.of(60, Arbitraries.integers().between(0, 2)),
                Tuple.of(40, Arbitraries.integers().between(3, 5)),
                Tuple.of(60, Arbitraries.integers().between(9, 10)),
                Tuple.of(2, Arbitraries.integers().between(6, 8)));
        Arbitrary<List<Integer>> keys = Arbitraries.frequencyOf(
                Tuple.of(9, targets.list().ofMaxSize(3)),
                Tuple.of(1, targets.list().ofSize(KEYS.length())));
        Arbitrary<MenuPlan> menus = Combinators.combine(
                        keys, targets, targets, Arbitraries.integers().between(1, 3))
                .as(MenuPlan::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, SLOTS - 1),
                        menus.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 2))
                .as(Save::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
