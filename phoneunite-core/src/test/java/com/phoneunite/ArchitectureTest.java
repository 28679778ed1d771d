package com.phoneunite;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.phoneunite.refusal.Refusal;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The arrows of the design: each package imports what is below it and nothing else. */
@AnalyzeClasses(packages = "com.phoneunite", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrowsPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("json")
            .definedBy("com.phoneunite.json")
            .layer("door")
            .definedBy("com.phoneunite")
            .layer("memory")
            .definedBy("com.phoneunite.store.memory")
            .layer("store")
            .definedBy("com.phoneunite.store")
            .layer("telephony")
            .definedBy("com.phoneunite.telephony")
            .layer("resource")
            .definedBy("com.phoneunite.resource")
            .layer("membership")
            .definedBy("com.phoneunite.membership")
            .layer("organization")
            .definedBy("com.phoneunite.organization")
            .layer("account")
            .definedBy("com.phoneunite.account")
            .layer("paging")
            .definedBy("com.phoneunite.paging")
            .layer("input")
            .definedBy("com.phoneunite.input")
            .layer("event")
            .definedBy("com.phoneunite.event")
            .layer("refusal")
            .definedBy("com.phoneunite.refusal")
            .whereLayer("json")
            .mayOnlyAccessLayers(
                    "door", "telephony", "resource", "membership", "organization", "account", "input", "refusal")
            .whereLayer("door")
            .mayOnlyAccessLayers(
                    "store",
                    "telephony",
                    "resource",
                    "membership",
                    "organization",
                    "account",
                    "paging",
                    "input",
                    "event",
                    "refusal")
            .whereLayer("memory")
            .mayOnlyAccessLayers(
                    "store",
                    "telephony",
                    "resource",
                    "membership",
                    "organization",
                    "account",
                    "input",
                    "event",
                    "refusal")
            .whereLayer("store")
            .mayOnlyAccessLayers(
                    "telephony", "resource", "membership", "organization", "account", "input", "event", "refusal")
            .whereLayer("telephony")
            .mayOnlyAccessLayers("resource", "membership", "organization", "account", "input", "event", "refusal")
            .whereLayer("resource")
            .mayOnlyAccessLayers("membership", "organization", "account", "input", "event", "refusal")
            .whereLayer("membership")
            .mayOnlyAccessLayers("organization", "account", "paging", "input", "event", "refusal")
            .whereLayer("organization")
            .mayOnlyAccessLayers("account", "input", "event", "refusal")
            .whereLayer("account")
            .mayOnlyAccessLayers("input", "event", "refusal")
            .whereLayer("paging")
            .mayOnlyAccessLayers("input", "refusal")
            .whereLayer("input")
            .mayOnlyAccessLayers("refusal")
            .whereLayer("event")
            .mayNotAccessAnyLayer()
            .whereLayer("refusal")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule everyPackageHasItsPlace = classes()
            .should()
            .resideInAnyPackage(
                    "com.phoneunite",
                    "com.phoneunite.json",
                    "com.phoneunite.store.memory",
                    "com.phoneunite.store",
                    "com.phoneunite.telephony",
                    "com.phoneunite.resource",
                    "com.phoneunite.membership",
                    "com.phoneunite.organization",
                    "com.phoneunite.account",
                    "com.phoneunite.paging",
                    "com.phoneunite.input",
                    "com.phoneunite.event",
                    "com.phoneunite.refusal");

    @ArchTest
    static final ArchRule nobodyKnowsTheEmbeddedStoreButItself = noClasses()
            .that(resideOutsideOfPackage("com.phoneunite.store.memory"))
            .should()
            .dependOnClassesThat(resideInAPackage("com.phoneunite.store.memory"));

    @ArchTest
    static final ArchRule jacksonIsOptional = noClasses()
            .that(resideOutsideOfPackage("com.phoneunite.json"))
            .should()
            .dependOnClassesThat(resideInAPackage("tools.jackson.."));

    @ArchTest
    static final ArchRule X2_nobodyReadsAClockOrMakesAnId = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Instant.class, "now", Clock.class)
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule X2_onlyTheBuilderFallsBackOnTheSystemsClock = noClasses()
            .that()
            .areNotAssignableTo(PhoneUnite.Builder.class)
            .should()
            .callMethod(InstantSource.class, "system");

    @ArchTest
    static final ArchRule logsGoThroughSlf4jAlone = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.logging.."))
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule everyRefusalIsARecordOrAnInterface = classes()
            .that()
            .implement(Refusal.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();
}
