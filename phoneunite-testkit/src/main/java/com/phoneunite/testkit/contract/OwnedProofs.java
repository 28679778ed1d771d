package com.phoneunite.testkit.contract;

import com.phoneunite.input.DisplayName;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What {@link OwnedRepository} promises of things of every kind. Organization 1 of account 1 is what stands in the middle. */
final class OwnedProofs<T extends OwnedThing> {

    private final Kind<T> kind;
    private final Facts facts;

    OwnedProofs(Kind<T> kind, Facts facts) {
        this.kind = kind;
        this.facts = facts;
    }

    /** A thing that is drawn. */
    @FunctionalInterface
    interface Maker<T> {

        /** The thing with that number and name, and with content that differs each time. */
        T make(OddValues odd, int account, int ordinal, int number, DisplayName name);
    }

    /**
     * A kind of things.
     *
     * @param what what a thing is called, with its article
     * @param type how references to it begin
     * @param port what keeps it
     * @param maker makes one
     */
    record Kind<T extends OwnedThing>(
            String what, String type, Function<Store, ? extends OwnedRepository<T>> port, Maker<T> maker) {}

    void comesBack(Proof proof) {
        List<T> all = drawn(8);
        keep(1, facts.odd().shuffled(all));
        for (T one : all) {
            proof.same(kind.what(), Optional.of(one), find(1, 1, one.ref()));
            proof.same(kind.what() + " by its name", Optional.of(one), byName(1, 1, one.name()));
        }
        proof.list("all of them", all, list(1, 1, Optional.empty(), 99));
    }

    void isReplaced(Proof proof) {
        List<DisplayName> names = facts.odd().names(2);
        T former = make(1, 1, 1, names.get(0));
        T next = make(1, 1, 1, names.get(1));
        keep(1, List.of(former));
        keep(1, List.of(next));
        proof.same(kind.what() + " that was saved again", Optional.of(next), find(1, 1, next.ref()));
        proof.same(kind.what() + " by its former name", Optional.empty(), byName(1, 1, former.name()));
        proof.same("the count once one was saved again", 1, count(1, 1));
        T heir = make(1, 1, 2, former.name());
        keep(1, List.of(heir));
        proof.same("a name that was given on", Optional.of(heir), byName(1, 1, former.name()));
    }

    void hasANameOfItsOwn(Proof proof) {
        int number = 1;
        for (List<DisplayName> alike : facts.odd().shuffled(OddValues.ALIKE)) {
            T one = make(1, 1, number++, alike.get(0));
            T other = make(1, 1, number++, alike.get(1));
            keep(1, List.of(one));
            proof.same(kind.what() + " by a name that looks the same", Optional.of(one), byName(1, 1, alike.get(1)));
            proof.refuses(PhoneUniteFault.class, "a name that looks like that of another", () -> {
                keep(1, List.of(other));
                return true;
            });
        }
        DisplayName name = OddValues.ALIKE.get(0).get(0);
        keep(1, List.of(make(1, 0, 90, name)));
        keep(2, List.of(make(2, 1, 91, name)));
        proof.same("how many there are", OddValues.ALIKE.size(), count(1, 1));
    }

    void isSeenAlone(Proof proof) {
        List<DisplayName> names = facts.odd().names(2);
        T own = make(1, 1, 1, names.get(0));
        keep(1, List.of(own));
        proof.same(kind.what() + " of a sibling", Optional.empty(), find(1, 0, own.ref()));
        proof.same("the name of a sibling's", Optional.empty(), byName(1, 0, own.name()));
        proof.list("all of who has none", List.of(), list(1, 0, Optional.empty(), 99));
        proof.same("the count of who has none", 0, count(1, 0));
        proof.same(kind.what() + " of another account", Optional.empty(), find(2, 1, own.ref()));
        keep(1, List.of(make(1, 0, 1, names.get(1))));
        keep(2, List.of(make(2, 1, 1, names.get(1))));
        String twin = kind.what() + " with an id that others have used, too";
        proof.same(twin, Optional.of(own), find(1, 1, own.ref()));
        facts.write(1, () -> port().remove(make(1, 0, 1, names.get(1))));
        facts.write(2, () -> port().remove(make(2, 1, 1, names.get(1))));
        proof.same(twin + " and have removed", Optional.of(own), find(1, 1, own.ref()));
    }

    void isListedInPages(Proof proof) {
        List<T> all = drawn(12);
        keep(1, facts.odd().shuffled(all));
        proof.list("all of them", all, list(1, 1, Optional.empty(), 99));
        proof.list("three behind the fifth", all.subList(5, 8), list(1, 1, id(all.get(4)), 3));
        proof.list("those behind the last", List.of(), list(1, 1, id(all.get(11)), 3));
        proof.same("how many there are", 12, count(1, 1));
        proof.none("all of them", list(1, 1, Optional.empty(), 0));
    }

    void isRemoved(Proof proof) {
        List<T> all = drawn(3);
        keep(1, all);
        T gone = all.get(1);
        T changed = make(1, 1, 2, facts.odd().names(3).get(2));
        facts.write(1, () -> port().remove(changed));
        facts.write(1, () -> port().remove(changed));
        proof.same(kind.what() + " that was removed", Optional.empty(), find(1, 1, gone.ref()));
        proof.same("the name of what was removed", Optional.empty(), byName(1, 1, gone.name()));
        proof.list("those that are left", List.of(all.get(0), all.get(2)), list(1, 1, Optional.empty(), 99));
        proof.same("the count of those that are left", 2, count(1, 1));
    }

    void isRolledBack(Proof proof) {
        List<T> all = drawn(2);
        T kept = all.get(0);
        keep(1, List.of(kept));
        facts.undone(1, () -> {
            port().save(all.get(1));
            byName(1, 1, all.get(1).name());
        });
        facts.undone(1, () -> {
            port().remove(kept);
            list(1, 1, Optional.empty(), 99);
        });
        proof.list("all of them after a rollback", List.of(kept), list(1, 1, Optional.empty(), 99));
        proof.same(
                "a name that was rolled back",
                Optional.empty(),
                byName(1, 1, all.get(1).name()));
        proof.same("a name after a rollback", Optional.of(kept), byName(1, 1, kept.name()));
        proof.same("the count after a rollback", 1, count(1, 1));
    }

    /** Keeps these and finds them again. */
    void comeBack(Proof proof, List<T> all) {
        keep(1, all);
        for (T one : all) {
            proof.same(kind.what(), Optional.of(one), find(1, 1, one.ref()));
        }
    }

    /** Things in the order of their ids, which is another one than that of their names. */
    List<T> drawn(int count) {
        List<T> all = new ArrayList<>();
        for (DisplayName name : facts.odd().names(count)) {
            all.add(make(1, 1, all.size() + 1, name));
        }
        return all;
    }

    T make(int account, int ordinal, int number, DisplayName name) {
        return kind.maker().make(facts.odd(), account, ordinal, number, name);
    }

    void keep(int account, List<T> all) {
        facts.write(account, () -> all.forEach(port()::save));
    }

    Optional<T> find(int account, int ordinal, ResourceRef ref) {
        return facts.view(account, () -> port().find(Facts.scope(account, ordinal), ref));
    }

    private Optional<T> byName(int account, int ordinal, DisplayName name) {
        return facts.view(account, () -> port().findByName(Facts.scope(account, ordinal), kind.type(), name));
    }

    private List<T> list(int account, int ordinal, Optional<String> after, int limit) {
        return facts.view(account, () -> port().list(Facts.scope(account, ordinal), kind.type(), after, limit));
    }

    private int count(int account, int ordinal) {
        return facts.view(account, () -> port().count(Facts.scope(account, ordinal), kind.type()));
    }

    private OwnedRepository<T> port() {
        return kind.port().apply(facts.store());
    }

    private Optional<String> id(T thing) {
        return Optional.of(thing.ref().id());
    }
}
