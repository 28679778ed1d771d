package com.phoneunite.testkit.jqwik;

import com.phoneunite.refusal.Refusal;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.util.List;
import net.jqwik.api.Arbitrary;

/**
 * Ready-made programs of billing, for properties of a host's own code: whatever an account goes through, what the host derives from
 * it must hold.
 */
public final class BillingPrograms {

    private BillingPrograms() {}

    /** Programs of up to 25 steps, of everything that {@link BillingDeed} names. */
    public static Arbitrary<List<Step<BillingDeed>>> any() {
        return Programs.of(BillingDeed.class).numbers(0, 40).amounts(1, 12_000).upTo(25);
    }

    /**
     * Runs a program. What a rule refuses is left out, and the program goes on.
     *
     * @param plans the names of the plans that are used, at least one
     * @return what was refused, in order
     */
    public static List<Refusal> run(List<Step<BillingDeed>> program, PhoneUniteFixture fixture, List<String> plans) {
        ProgramRun run = new ProgramRun(fixture, plans);
        program.forEach(run::take);
        return run.refusals();
    }
}
