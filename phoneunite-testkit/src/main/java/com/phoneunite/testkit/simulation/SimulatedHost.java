package com.phoneunite.testkit.simulation;

import com.phoneunite.PhoneUnite;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.membership.InvitationToken;
import com.phoneunite.store.UnitOfWork;
import com.phoneunite.testkit.crash.PortWatch;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A host: its process, which can be killed and started again. At each call of a port outside of a unit of work it may leave it to the other
 * one to go on, and at each call it may be struck by the fault that its command has drawn.
 */
final class SimulatedHost implements PortWatch {

    private static final Duration LONGEST_CALL = Duration.ofMinutes(4);
    private static final List<ProcessFault> STRIKES = List.of(
            ProcessFault.KILLED_BEFORE_A_CALL,
            ProcessFault.KILLED_AFTER_A_CALL,
            ProcessFault.KILLED_BEFORE_COMMIT,
            ProcessFault.KILLED_AFTER_COMMIT,
            ProcessFault.CALL_FAILED,
            ProcessFault.ANSWER_LOST,
            ProcessFault.COMMIT_FAILED,
            ProcessFault.COMMIT_NOT_ACKNOWLEDGED);

    private final World world;
    private final Wiring wiring;
    private final UnitOfWork unitOfWork;
    private final Consumer<SimulatedHost> letsTheOtherGoOn;
    private WiredHost wired;
    private Chance faults = new Chance(0);
    private Chance switches = new Chance(0);
    private Optional<AccountId> worksFor = Optional.empty();
    private Optional<ProcessFault> strike = Optional.empty();
    private int callsUntilStrike;
    private int gatewayCalls;
    private boolean isCalm = true;
    private boolean isDead;
    private boolean wasStruck;

    SimulatedHost(World world, Wiring wiring, Consumer<SimulatedHost> letsTheOtherGoOn) {
        this.world = world;
        this.wiring = wiring;
        this.unitOfWork = world.store().core().unitOfWork();
        this.letsTheOtherGoOn = letsTheOtherGoOn;
        this.wired = wire();
    }

    private WiredHost wire() {
        return wiring.wire(new WiringParts(
                PortWatch.over(world.store(), this),
                world.time().clock(),
                new HostGateway(world, this),
                world.plans(),
                world::nextId,
                () -> world.randomBytes(InvitationToken.RANDOM_BYTES),
                world.terms().trialDays(),
                world.terms().grace(),
                LONGEST_CALL));
    }

    PhoneUnite phoneUnite() {
        return wired.phoneUnite();
    }

    Billing billing() {
        return wired.billing();
    }

    /** From now on everything works, and the other one waits. */
    void calm() {
        isCalm = true;
        wasStruck = false;
        strike = Optional.empty();
    }

    /** Draws what this command will meet. */
    void begin(Command command, Optional<AccountId> account) {
        isCalm = false;
        wasStruck = false;
        worksFor = account;
        faults = new Chance(command.seed() ^ 0x6661756c7473L);
        switches = new Chance(command.seed() ^ 0x6261746f6eL);
        strike = faults.percent(world.terms().troublePercent()) ? Optional.of(faults.of(STRIKES)) : Optional.empty();
        callsUntilStrike = strike.map(SimulatedHost::isAboutCommits).orElse(false)
                ? faults.below(4)
                : faults.below(1 + faults.below(60));
    }

    private static boolean isAboutCommits(ProcessFault fault) {
        return fault.name().contains("COMMIT");
    }

    /** The command is done; a process that was killed meanwhile is started again. */
    void end() {
        strike = Optional.empty();
        if (isDead) {
            isDead = false;
            gatewayCalls = 0;
            wired = wire();
        }
    }

    /** Whether a fault of its own process or store has struck the command. */
    boolean wasStruck() {
        return wasStruck;
    }

    /** Whether a call of the gateway is on its way: no real call takes longer than its deadline. */
    boolean waitsForTheGateway() {
        return gatewayCalls > 0;
    }

    boolean isCalm() {
        return isCalm;
    }

    /** What a fault of the gateway is drawn from. */
    Chance faults() {
        return faults;
    }

    void met(ProcessFault fault) {
        worksFor.ifPresentOrElse(
                account -> world.tally().met(fault, account),
                () -> world.tally().met(fault, world.accounts()));
    }

    void entersGateway(AccountId account) {
        requireAlive();
        gatewayCalls++;
        mayStrike(ProcessFault.KILLED_BEFORE_A_CALL);
        mayLetTheOtherGoOn();
        world.bank().asks(account);
    }

    void leavesGateway() {
        mayLetTheOtherGoOn();
        gatewayCalls--;
        mayStrike(ProcessFault.KILLED_AFTER_A_CALL);
    }

    @Override
    public void before(Method call) {
        requireAlive();
        if (!unitOfWork.isOpen()) {
            mayLetTheOtherGoOn();
        }
        mayStrike(ProcessFault.KILLED_BEFORE_A_CALL);
        mayStrike(ProcessFault.CALL_FAILED);
    }

    @Override
    public void after(Method call) {
        mayStrike(ProcessFault.KILLED_AFTER_A_CALL);
        mayStrike(ProcessFault.ANSWER_LOST);
        if (!unitOfWork.isOpen()) {
            if (call.getDeclaringClass() == UnitOfWork.class && call.getName().equals("change")) {
                mayStrike(ProcessFault.KILLED_AFTER_COMMIT);
                mayStrike(ProcessFault.COMMIT_NOT_ACKNOWLEDGED);
            }
            mayLetTheOtherGoOn();
        }
    }

    @Override
    public void beforeCommit() {
        requireAlive();
        mayStrike(ProcessFault.KILLED_BEFORE_COMMIT);
        mayStrike(ProcessFault.COMMIT_FAILED);
    }

    private void requireAlive() {
        if (isDead) {
            throw new SimulatedCrash(ProcessFault.KILLED_BEFORE_A_CALL);
        }
    }

    private void mayLetTheOtherGoOn() {
        if (!isCalm && switches.percent(world.terms().switchPercent())) {
            letsTheOtherGoOn.accept(this);
        }
    }

    private void mayStrike(ProcessFault fault) {
        if (strike.isEmpty() || strike.get() != fault || callsUntilStrike-- > 0) {
            return;
        }
        strike = Optional.empty();
        wasStruck = true;
        isDead = fault.kills();
        met(fault);
        throw new SimulatedCrash(fault);
    }
}
