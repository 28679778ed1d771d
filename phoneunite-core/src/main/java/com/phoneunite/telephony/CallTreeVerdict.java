package com.phoneunite.telephony;

import com.phoneunite.refusal.Refusal;
import com.phoneunite.refusal.Violation;
import com.phoneunite.resource.ResourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rule T3: whether an organization can have a call tree, decided without placing a call: nothing in it leads nowhere, every menu can be
 * reached, and a caller who presses nothing is not led in a circle for ever, be it through other call trees. Values in, outcome out.
 */
public final class CallTreeVerdict {

    private final CallTree tree;
    private final Optional<CallTreeId> self;
    private final Surroundings surroundings;
    private final List<Violation> faults = new ArrayList<>();

    private CallTreeVerdict(CallTree tree, Optional<CallTreeId> self, Surroundings surroundings) {
        this.tree = tree;
        this.self = self;
        this.surroundings = surroundings;
    }

    /** What the organization has besides the call tree. */
    public interface Surroundings {

        /** Whether the organization has the thing, and the thing can be referred to so. */
        boolean has(ResourceRef ref);

        /** Another call tree of the organization. */
        Optional<CallTree> callTree(CallTreeId id);
    }

    /**
     * What is wrong with it: everything that leads nowhere; where all leads somewhere, every menu that cannot be reached, and every
     * menu that is on a circle.
     *
     * @param self the call tree whose place it takes; empty for a new one
     */
    public static Optional<Refusal> of(CallTree tree, Optional<CallTreeId> self, Surroundings surroundings) {
        CallTreeVerdict verdict = new CallTreeVerdict(tree, self, surroundings);
        verdict.checkReferences();
        if (verdict.faults.isEmpty()) {
            verdict.checkReachable();
            verdict.checkCircles();
        }
        return verdict.faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new TelephonyRefusal.CallTreeNotValid(verdict.faults));
    }

    private void checkReferences() {
        tree.menus().forEach((name, menu) -> {
            String path = "menus." + name;
            menu.greeting()
                    .refersTo()
                    .filter(sound -> !surroundings.has(sound))
                    .ifPresent(sound ->
                            fault(path + ".greeting.play", "SOUND_NOT_FOUND", "the organization has no such sound"));
            menu.keys().forEach((key, destination) -> checkReference(path + ".keys." + key, destination));
            checkReference(path + ".onTimeout", menu.onTimeout());
            checkReference(path + ".onInvalid", menu.onInvalid());
        });
    }

    private void checkReference(String path, Destination destination) {
        menuOf(destination)
                .filter(menu -> !tree.menus().containsKey(menu))
                .ifPresent(menu -> fault(path, "MENU_NOT_FOUND", "the call tree has no such menu"));
        destination
                .refersTo()
                .filter(ref -> !isSelf(ref) && !surroundings.has(ref))
                .ifPresent(ref -> fault(path, "DESTINATION_NOT_FOUND", "the organization has no such destination"));
    }

    private void checkReachable() {
        Set<MenuName> reached = new HashSet<>(Set.of(tree.root()));
        Deque<MenuName> waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            menu(tree, waiting.remove())
                    .destinationsWithinReach()
                    .flatMap(destination -> menuOf(destination).stream())
                    .filter(reached::add)
                    .forEach(waiting::add);
        }
        tree.menus().keySet().stream()
                .filter(menu -> !reached.contains(menu))
                .forEach(menu -> fault("menus." + menu, "MENU_NOT_REACHABLE", "no key or timeout leads to this menu"));
    }

    /** Menus that lead to themselves when nobody presses a key, over however many others. No menu is passed twice. */
    private void checkCircles() {
        Set<Position> settled = new HashSet<>();
        Set<Position> circling = new HashSet<>();
        for (MenuName name : tree.menus().keySet()) {
            List<Position> passed = new ArrayList<>();
            Optional<Place> here = Optional.of(new Place(self, tree, name));
            while (here.isPresent() && settled.add(here.get().position())) {
                passed.add(here.get().position());
                here = next(here.get());
            }
            int entry = here.map(Place::position).map(passed::indexOf).orElse(-1);
            if (entry >= 0) {
                circling.addAll(passed.subList(entry, passed.size()));
            }
        }
        tree.menus().keySet().stream()
                .filter(name -> circling.contains(new Position(self, name)))
                .forEach(name -> fault(
                        "menus." + name + ".onTimeout",
                        "HELD_FOREVER",
                        "a caller who presses nothing is held for ever"));
    }

    /** A menu of this call tree, or of another one. */
    private record Place(Optional<CallTreeId> id, CallTree tree, MenuName menu) {
        Position position() {
            return new Position(id, menu);
        }
    }

    private record Position(Optional<CallTreeId> id, MenuName menu) {}

    private Optional<Place> next(Place place) {
        Destination destination = menu(place.tree(), place.menu()).onTimeout();
        Optional<Place> inside = menuOf(destination).map(menu -> new Place(place.id(), place.tree(), menu));
        return inside.or(() -> callTreeOf(destination).flatMap(this::entrance));
    }

    private Optional<Place> entrance(CallTreeId id) {
        return self.filter(id::equals)
                .map(same -> tree)
                .or(() -> surroundings.callTree(id))
                .map(entered -> new Place(Optional.of(id), entered, entered.root()));
    }

    private boolean isSelf(ResourceRef ref) {
        return self.map(CallTreeId::ref).filter(ref::equals).isPresent();
    }

    private void fault(String path, String code, String message) {
        faults.add(new Violation(path, code, message));
    }

    static Menu menu(CallTree tree, MenuName name) {
        Menu menu = tree.menus().get(name);
        if (menu == null) {
            throw new IllegalArgumentException("the call tree has no menu " + name + ", to which it leads (T3)");
        }
        return menu;
    }

    static Optional<MenuName> menuOf(Destination destination) {
        return destination instanceof Destination.ToMenu menu ? Optional.of(menu.menu()) : Optional.empty();
    }

    static Optional<CallTreeId> callTreeOf(Destination destination) {
        return destination instanceof Destination.ToCallTree other ? Optional.of(other.callTree()) : Optional.empty();
    }
}
