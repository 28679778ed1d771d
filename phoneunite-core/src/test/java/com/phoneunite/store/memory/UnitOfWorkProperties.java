package com.phoneunite.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.UnitOfWorkFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;

/** Rule X1: any program of changes leaves what a plain model of maps says, whatever throws and wherever. */
class UnitOfWorkProperties {

    private static final List<AccountId> ACCOUNTS =
            List.of(new AccountId(new UUID(1, 1)), new AccountId(new UUID(1, 2)));

    private enum Kind {
        PUT,
        REMOVE,
        APPEND,
        SET,
        FAILING_INNER,
        VIEW
    }

    private record Step(Kind kind, int key, int number) {}

    private record Program(int account, List<Step> steps, boolean fails) {}

    private record Model(TreeMap<Integer, Integer> rows, List<Integer> entries, Optional<Integer> single) {
        Model() {
            this(new TreeMap<>(), new ArrayList<>(), Optional.empty());
        }

        Model copy() {
            return new Model(new TreeMap<>(rows), new ArrayList<>(entries), single);
        }
    }

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private InMemoryStore store = InMemoryStore.create();
    private MemoryTable<Integer, Integer> table = store.table();
    private MemoryJournal<Integer> journal = store.journal();
    private MemoryValue<Integer> value = store.value();

    @BeforeTry
    void aNewStore() {
        store = InMemoryStore.create();
        table = store.table();
        journal = store.journal();
        value = store.value();
    }

    @Property
    void X1_anyProgramOfChangesLeavesWhatAModelOfMapsSays(@ForAll("programs") List<Program> programs) {
        List<Model> models = new ArrayList<>(List.of(new Model(), new Model()));
        for (Program program : programs) {
            AccountId account = ACCOUNTS.get(program.account());
            Optional<Model> kept = expected(models.get(program.account()), program);
            assertThat(run(account, program)).isEqualTo(kept.isPresent());
            kept.ifPresent(model -> models.set(program.account(), model));
            for (int i = 0; i < ACCOUNTS.size(); i++) {
                assertThat(read(ACCOUNTS.get(i))).isEqualTo(models.get(i));
            }
        }
    }

    private static Optional<Model> expected(Model former, Program program) {
        Model model = former.copy();
        boolean poisoned = false;
        for (Step step : program.steps()) {
            switch (step.kind()) {
                case PUT -> model.rows().put(step.key(), step.number());
                case REMOVE -> model.rows().remove(step.key());
                case APPEND -> model.entries().add(step.number());
                case SET -> model = new Model(model.rows(), model.entries(), Optional.of(step.number()));
                case FAILING_INNER -> poisoned = true;
                case VIEW -> {}
            }
        }
        return program.fails() || poisoned ? Optional.empty() : Optional.of(model);
    }

    private boolean run(AccountId account, Program program) {
        try {
            store.unitOfWork().change(account, () -> {
                program.steps().forEach(step -> run(account, step));
                if (program.fails()) {
                    throw new Undo();
                }
                return "kept";
            });
            return true;
        } catch (Undo | UnitOfWorkFault undone) {
            return false;
        }
    }

    private void run(AccountId account, Step step) {
        switch (step.kind()) {
            case PUT -> table.put(account, step.key(), step.number());
            case REMOVE -> table.remove(account, step.key());
            case APPEND -> journal.append(account, step.number());
            case SET -> value.set(account, step.number());
            case FAILING_INNER -> failInside(account, step);
            case VIEW -> store.unitOfWork().view(account, () -> table.find(account, step.key()));
        }
    }

    private void failInside(AccountId account, Step step) {
        try {
            store.unitOfWork().change(account, () -> {
                table.put(account, step.key(), step.number());
                throw new Undo();
            });
        } catch (Undo forgiven) {
            assertThat(store.unitOfWork().isOpen()).isTrue();
        }
    }

    private Model read(AccountId account) {
        return store.unitOfWork().view(account, () -> {
            TreeMap<Integer, Integer> rows = new TreeMap<>();
            Optional<Map.Entry<Integer, Integer>> row = table.lastBefore(account, Integer.MAX_VALUE);
            while (row.isPresent()) {
                rows.put(row.get().getKey(), row.get().getValue());
                row = table.lastBefore(account, row.get().getKey());
            }
            assertThat(table.list(account, Integer.MAX_VALUE)).containsExactlyElementsOf(rows.values());
            assertThat(table.size(account)).isEqualTo(rows.size());
            return new Model(rows, journal.list(account, 0, Integer.MAX_VALUE), value.get(account));
        });
    }

    @Provide
    Arbitrary<List<Program>> programs() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(6, Kind.PUT),
                Tuple.of(6, Kind.REMOVE),
                Tuple.of(3, Kind.APPEND),
                Tuple.of(2, Kind.SET),
                Tuple.of(1, Kind.FAILING_INNER),
                Tuple.of(1, Kind.VIEW));
        Arbitrary<Step> steps = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1), steps.list().ofMaxSize(8), Arbitraries.of(true, false))
                .as(Program::new)
                .list()
                .ofMaxSize(8);
    }
}
