package com.phoneunite.store.memory;

import com.phoneunite.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries that are only ever appended, kept with the unit of work of an {@link InMemoryStore}. Thread-safe; each method runs
 * inside a unit of work that is open on the account.
 *
 * @param <E> immutable entries
 */
public final class MemoryJournal<E> {

    private final MemoryUnitOfWork unitOfWork;
    private final int slot;

    MemoryJournal(MemoryUnitOfWork unitOfWork, int slot) {
        this.unitOfWork = unitOfWork;
        this.slot = slot;
    }

    /** How many entries the account has. */
    public int size(AccountId account) {
        return entries(account).size();
    }

    /** The entry at that index, from 0. */
    public E get(AccountId account, int index) {
        return entries(account).get(index);
    }

    /** The entry appended last. */
    public Optional<E> last(AccountId account) {
        List<E> entries = entries(account);
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    /** At most so many entries in order, from that index on. A copy: what is appended later does not show in it. */
    public List<E> list(AccountId account, int fromIndex, int limit) {
        List<E> entries = entries(account);
        int from = Math.min(Math.max(fromIndex, 0), entries.size());
        int to = (int) Math.min((long) from + limit, entries.size());
        return List.copyOf(entries.subList(from, to));
    }

    /** Appends the entry. */
    public void append(AccountId account, E entry) {
        Objects.requireNonNull(entry, "entry");
        Transaction transaction = unitOfWork.current(account);
        transaction.requireWritable();
        Cell cell = transaction.cell();
        List<E> former = content(cell);
        List<E> entries = former == null ? new ArrayList<>() : former;
        transaction.writing(new Undo(cell, entries));
        cell.set(slot, entries);
        entries.add(entry);
    }

    private final class Undo extends Transaction.Undo {

        private final Cell cell;
        private final List<E> entries;
        private final int size;

        Undo(Cell cell, List<E> entries) {
            this.cell = cell;
            this.entries = entries;
            this.size = entries.size();
        }

        /** Where memory ran out, the entry was not appended. */
        @Override
        void run() {
            while (entries.size() > size) {
                entries.remove(entries.size() - 1);
            }
            if (entries.isEmpty()) {
                cell.set(slot, null);
            }
        }
    }

    private List<E> entries(AccountId account) {
        List<E> entries = content(unitOfWork.current(account).cell());
        return entries == null ? List.of() : entries;
    }

    @SuppressWarnings("unchecked") // only this object writes to its slot
    private @Nullable List<E> content(Cell cell) {
        return (List<E>) cell.get(slot);
    }
}
