package com.phoneunite.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each test framework is known by one package, so that a host may leave it out. */
@AnalyzeClasses(packages = "com.phoneunite.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
class OptionalFrameworksArchitectureTest {

    @ArchTest
    static final ArchRule jqwikIsKnownByItsPackageAlone = noClasses()
            .that()
            .resideOutsideOfPackage("com.phoneunite.testkit.jqwik")
            .should()
            .dependOnClassesThat(resideInAPackage("net.jqwik.."));

    @ArchTest
    static final ArchRule assertJIsKnownByThePackageOfAssertionsAlone = noClasses()
            .that()
            .resideOutsideOfPackage("com.phoneunite.testkit.assertion")
            .should()
            .dependOnClassesThat(resideInAPackage("org.assertj.."));

    @ArchTest
    static final ArchRule junitIsKnownByTheContractsAlone = noClasses()
            .that()
            .resideOutsideOfPackage("com.phoneunite.testkit.contract")
            .should()
            .dependOnClassesThat(resideInAPackage("org.junit.."));

    @ArchTest
    static final ArchRule theFixtureKnowsNeitherAssertionsNorArbitraries = noClasses()
            .that()
            .resideInAPackage("com.phoneunite.testkit.fixture")
            .should()
            .dependOnClassesThat(resideInAPackage("com.phoneunite.testkit.assertion"))
            .orShould()
            .dependOnClassesThat(resideInAPackage("com.phoneunite.testkit.jqwik"));
}
