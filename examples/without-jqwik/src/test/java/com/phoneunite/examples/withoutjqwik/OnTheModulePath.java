package com.phoneunite.examples.withoutjqwik;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.contract.UnitOfWorkContract;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests of this project where the testkit is a named module, and tells how that went. */
final class OnTheModulePath {

    private OnTheModulePath() {}

    public static void main(String[] arguments) {
        for (Class<?> type : new Class<?>[] {PhoneUniteFixture.class, MutableClock.class, UnitOfWorkContract.class}) {
            System.out.println(
                    type.getSimpleName() + " of module " + type.getModule().getName());
        }
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(
                                        selectClass(ContractsWithoutJqwikTest.class),
                                        selectClass(FixtureWithoutJqwikTest.class))
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.getFailures().forEach(failure -> System.out.println(failure.getException()));
        System.out.println("passed " + summary.getTestsSucceededCount());
        System.out.println("failed " + summary.getTotalFailureCount());
    }
}
