package proofs.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests of every kind, for the recorder to listen to. No build finds them by their names. */
final class Sample {

    private Sample() {}

    /** Runs them all, as Surefire would, in a process of its own. */
    public static void main(String[] none) {
        launch(Mixed.class, Off.class, Checked.class, Arrows.class);
    }

    private static void launch(Class<?>... types) {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(Stream.of(types)
                                .map(DiscoverySelectors::selectClass)
                                .toList())
                        .build());
    }

    static class Mixed {
        @Test
        void passes() {
            assertTrue(true);
        }

        @Test
        void fails() {
            assertTrue(false);
        }

        @Test
        void givesUp() {
            assumeTrue(false);
        }

        @Test
        @Disabled("it is switched off")
        void isSwitchedOff() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void isGivenThree(int given) {
            assertTrue(given < 3);
        }

        @TestFactory
        Stream<DynamicTest> makesTwo() {
            return Stream.of("one", "two").map(name -> DynamicTest.dynamicTest(name, () -> assertTrue(true)));
        }

        @Test
        void launchesOthers() {
            launch(Off.class, Inner.class);
        }
    }

    static class Inner {
        @Test
        void isLaunchedByATest() {
            assertTrue(false);
        }
    }

    @Disabled("the whole class is")
    static class Off {
        @Test
        void isOffWithItsClass() {}
    }

    static class Checked {
        @Property(tries = 40)
        boolean holds(@ForAll @IntRange(min = 1, max = 1_000_000) int any) {
            return any > 0;
        }

        @Property(tries = 40)
        boolean isAskedForEvenOnesOnly(@ForAll @IntRange(min = 1, max = 4) int any) {
            Assume.that(any % 2 == 0);
            return any > 0;
        }
    }

    @AnalyzeClasses(packages = "proofs.report")
    static class Arrows {
        @ArchTest
        static final ArchRule isAField = ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are nowhere", (JavaClass one) -> one.getName().isEmpty()));
    }
}
