package com.phoneunite.postgresql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The adapter as design has it: one public door, no dependency but those that it is given, no clock and no ids of its own. */
@AnalyzeClasses(packages = "com.phoneunite.postgresql", importOptions = ImportOption.DoNotIncludeTests.class)
class PostgresArchitectureTest {

    @ArchTest
    static final ArchRule X1_thereIsOneDoor =
            classes().that().areTopLevelClasses().and().arePublic().should().haveSimpleName("PostgresStore");

    @ArchTest
    static final ArchRule X1_itStandsOnNoDriverAndNoFramework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "com.phoneunite..",
                    "java..",
                    "javax.sql..",
                    "org.joda.money..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "tools.jackson.core..");

    @ArchTest
    static final ArchRule X1_itKeepsNothingInMemory =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.phoneunite.store.memory..");

    @ArchTest
    static final ArchRule X2_itReadsNoClockAndMakesNoIds = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);
}
