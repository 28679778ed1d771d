package com.phoneunite.billing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

/** The arrows of the design inside billing, and what nothing in it may touch. */
@AnalyzeClasses(packagesOf = Billing.class, importOptions = ImportOption.DoNotIncludeTests.class)
class BillingArchitectureTest {

    private static final String ROOT = "com.phoneunite.billing";

    @ArchTest
    static final ArchRule X1_theArrowsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ledger")
            .definedBy(ROOT + ".ledger")
            .layer("plan")
            .definedBy(ROOT + ".plan")
            .layer("cycle")
            .definedBy(ROOT + ".cycle")
            .layer("recharge")
            .definedBy(ROOT + ".recharge")
            .layer("page")
            .definedBy(ROOT + ".page")
            .layer("json")
            .definedBy(ROOT + ".json")
            .layer("store")
            .definedBy(ROOT + ".store")
            .layer("front door")
            .definedBy(ROOT)
            .whereLayer("front door")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("front door")
            .whereLayer("json")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("json", "store", "front door")
            .whereLayer("recharge")
            .mayOnlyBeAccessedByLayers("store", "page", "front door")
            .whereLayer("cycle")
            .mayOnlyBeAccessedByLayers("recharge", "page", "store", "front door")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("cycle", "recharge", "page", "store", "front door");

    @ArchTest
    static final ArchRule X1_thereAreNoCycles =
            SlicesRuleDefinition.slices().matching(ROOT + ".(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule X2_nothingButTheBuilderTouchesTheRealClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Billing.Builder.class.getName())
            .should()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are clocks of the system", (JavaClass one) -> one.isEquivalentTo(Clock.class)));

    @ArchTest
    static final ArchRule I1_moneyLearnsNothingOfWhoIsAMemberBelowTheFrontDoor = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".ledger", ROOT + ".plan", ROOT + ".cycle", ROOT + ".recharge")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.phoneunite.membership", "com.phoneunite.telephony", "com.phoneunite");

    @ArchTest
    static final ArchRule X3_onlyTheStoreKnowsThatThereIsMemory = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".store", ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.phoneunite.store.memory");

    @ArchTest
    static final ArchRule X1_whatIsNotJsonDoesWithoutJackson = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");
}
