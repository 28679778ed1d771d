package com.phoneunite.testkit.simulation;

import com.phoneunite.RefusedException;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditFailure;
import com.phoneunite.testkit.simulation.Outcome.Broken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Runs one program, on two hosts with a thread each, of which one works at a time. Used once. */
final class Simulator {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int EVERYTHING_EACH = 1_000;

    private final World world;
    private final List<SimulatedHost> hosts = new ArrayList<>();
    private final boolean[] isBusy = new boolean[2];
    private final Baton baton = new Baton(PATIENCE);
    private final Queue<Command> program;
    private final Audit audit;
    private final Trace trace = new Trace();
    private final boolean isTold;
    private final Story story = new Story();
    private int epoch;
    private int steps;
    private int last = -1;
    private boolean isDraining;
    private Optional<Broken> broken = Optional.empty();

    Simulator(Setup setup, long seed, Program program, boolean isTold) {
        this.world = new World(setup.emptyStore(), seed);
        this.program = new ArrayDeque<>(program.commands());
        this.isTold = isTold;
        this.audit = setup.audit().over(world.store(), world.bank().gateway().book(), world.auditTerms());
        this.epoch = program.commands().isEmpty()
                ? 0
                : Program.epochOf(program.commands().get(0));
        for (int i = 0; i < isBusy.length; i++) {
            hosts.add(new SimulatedHost(world, setup::wired, this::passOn));
        }
        world.tells(audit::delivered);
        world.time()
                .isHeldUpWhile(
                        () -> hosts.stream().anyMatch(SimulatedHost::holdsUpTheClock), () -> isBusy[0] && isBusy[1]);
    }

    Outcome run() {
        List<Thread> threads = List.of(thread(0), thread(1));
        threads.forEach(Thread::start);
        baton.start(0);
        threads.forEach(Simulator::join);
        return new Outcome(trace.hash(), steps, world.tally().table(), broken, isTold ? story.lines() : List.of());
    }

    private Thread thread(int host) {
        Thread thread = new Thread(() -> work(host), "phoneunite-simulated-host-" + host);
        thread.setDaemon(true);
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the simulation was interrupted", e);
        }
    }

    private void passOn(SimulatedHost host) {
        if (!isDraining) {
            host.worksFor().ifPresent(this::lookInBetween);
            passOn(hosts.indexOf(host));
        }
    }

    /** What is kept by now is judged by now: what comes in between may take away what led to it. */
    private void lookInBetween(AccountId account) {
        try {
            audit.touched(account, world.time().now());
        } catch (AuditFailure e) {
            // Here it would come out of a port, and the host would take it for a fault of the store.
            world.breaks(e);
        }
    }

    private void passOn(int me) {
        baton.passOn(me);
        world.isHeldBy(hosts.get(me));
    }

    private void work(int me) {
        try {
            baton.await(me);
            world.isHeldBy(hosts.get(me));
            while (goesOn(me)) {
                baton.requireNotOver();
            }
        } catch (Baton.Over e) {
            story.isCutShort(me, "the other host");
        } catch (AuditFailure e) {
            story.isCutShort(me, e.rule());
            breaks(e.rule(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            story.isCutShort(me, e.getClass().getSimpleName());
            breaks("UNEXPECTED", described(e));
        } finally {
            baton.end();
        }
    }

    /** What comes after the first one may come of it. */
    private synchronized void breaks(String rule, String sentence) {
        broken = broken.isPresent() ? broken : Optional.of(new Broken(rule, sentence, last));
    }

    private static String described(Throwable thrown) {
        StringBuilder told = new StringBuilder(thrown.toString());
        Arrays.stream(thrown.getStackTrace())
                .limit(12)
                .forEach(at -> told.append("\n        at ").append(at));
        return thrown.getCause() == null ? told.toString() : told + "\n    caused by " + described(thrown.getCause());
    }

    /** Whether there is more to do for this host. */
    private boolean goesOn(int me) {
        Command next = program.peek();
        boolean isOtherBusy = isBusy[1 - me];
        if (next == null || Program.epochOf(next) != epoch) {
            if (isOtherBusy) {
                isDraining = true;
                passOn(me);
                return true;
            }
            isDraining = false;
            endEpoch(me);
            epoch = next == null ? epoch : Program.epochOf(next);
            return next != null;
        }
        if (!isOtherBusy && next.host() != me) {
            passOn(me);
            return true;
        }
        program.remove();
        isBusy[me] = true;
        perform(hosts.get(me), me, next);
        isBusy[me] = false;
        return true;
    }

    private void perform(SimulatedHost host, int me, Command command) {
        last = Math.max(last, command.index());
        Chance chance = new Chance(command.seed());
        List<Customer> customers = world.customers();
        String outcome;
        Optional<Customer> customer = Optional.empty();
        if (customers.isEmpty() && command.act() != Act.OPEN_AN_ACCOUNT) {
            outcome = "nobody is there";
        } else {
            customer = customers.isEmpty() ? Optional.empty() : Optional.of(chance.of(customers));
            Optional<AccountId> about =
                    customer.map(Customer::id).filter(id -> command.act().whom() == Act.Whom.ONE);
            story.begins(me, told(me, command, customer));
            host.begin(command, about);
            outcome = outcome(host, new Turn(world, host, customer, command, chance));
            host.end();
        }
        steps++;
        ended(me, command, customer, outcome);
    }

    private static String outcome(SimulatedHost host, Turn turn) {
        try {
            return turn.command().act().in(turn);
        } catch (RefusedException e) {
            return e.code();
        } catch (SimulatedCrash e) {
            return String.valueOf(e.getMessage());
        } catch (PhoneUniteFault e) {
            if (!host.wasStruck()) {
                throw e;
            }
            return e.getClass().getSimpleName();
        } catch (RuntimeException e) {
            if (!SimulatedCrash.isIn(e)) {
                throw e;
            }
            return "crashed";
        }
    }

    private void ended(int me, Command command, Optional<Customer> customer, String outcome) {
        String line = told(me, command, customer)
                + customer.map(one -> " " + head(one)).orElse("") + ": " + outcome;
        trace.add(line);
        story.ends(me, line);
        world.breach().ifPresent(failure -> {
            throw failure;
        });
        for (String breach : world.bank().gateway().breaches()) {
            throw new AuditFailure(breach.substring(0, Math.max(0, breach.indexOf(':'))), breach);
        }
        judge(command, customer);
    }

    private static String told(int host, Command command, Optional<Customer> customer) {
        return command.index() + " host " + host + ": " + command.act()
                + customer.map(one -> ", account " + one.id()).orElse("");
    }

    private String head(Customer customer) {
        AccountId account = customer.id();
        return world.store()
                .core()
                .unitOfWork()
                .view(account, () -> world.store().ledger().head(account).map(Simulator::told))
                .orElse("without a ledger");
    }

    private static String told(LedgerHead head) {
        return head.entries() + " entries " + head.balanceMinor();
    }

    private void judge(Command command, Optional<Customer> customer) {
        switch (command.act().whom()) {
            case ONE ->
                customer.ifPresent(one -> audit.touched(one.id(), world.time().now()));
            case ALL ->
                world.accounts()
                        .forEach(account -> audit.touched(account, world.time().now()));
            case NOBODY ->
                customer.filter(one -> !(isBusy[0] && isBusy[1]))
                        .ifPresent(one -> audit.touched(one.id(), world.time().now()));
        }
        if (steps % EVERYTHING_EACH == 0) {
            audit.everything(world.time().now());
        }
    }

    private void endEpoch(int me) {
        new Quiet(world, hosts.get(me)).comes();
        world.accounts().forEach(account -> audit.touched(account, world.time().now()));
        audit.everything(world.time().now());
        audit.quiet(world.time().now());
        world.customers().forEach(customer -> trace.add("quiet " + customer.id() + " " + head(customer)));
        world.tally().nextEpoch();
    }
}
