package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.billing.Billing;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.postgresql.PostgresStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.joda.money.Money;

/**
 * The billing run of a month, through the front door.
 *
 * @param due how many organizations are due each month
 * @param billing the front door
 * @param clock which it lives by
 */
record OurRuns(int due, Billing billing, MutableClock clock) {

    /** Of the tables in that schema. */
    static OurRuns in(DataSource host, String schema, int due) {
        return on(PostgresStore.builder(host).schema(schema).build(), due);
    }

    /** Of that store. */
    static OurRuns on(PostgresStore store, int due) {
        MutableClock clock = MutableClock.at(World.DUE);
        Billing billing = Billing.builder(store)
                .plans(BillingPlan.named("standard")
                        .monthly(Money.parse("USD 20.00"))
                        .perExtension(Money.parse("USD 5.00"))
                        .perPhoneNumber(Money.parse("USD 1.00")))
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        return new OurRuns(due, billing, clock);
    }

    /** Organizations a second in the month of that number. */
    double rate(int month) {
        clock.set(at(month).toInstant());
        long begin = System.nanoTime();
        BillingRun.Result result = billing.run();
        long end = System.nanoTime();
        if (result.paid() != due || !result.failed().isEmpty()) {
            throw new IllegalStateException("a month was not charged as it is: " + result);
        }
        return due * 1e9 / (end - begin);
    }

    static OffsetDateTime at(int month) {
        return OffsetDateTime.parse(World.DUE).plusMonths(month).plusHours(1).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
