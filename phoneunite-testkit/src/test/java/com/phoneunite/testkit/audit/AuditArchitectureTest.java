package com.phoneunite.testkit.audit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import com.phoneunite.store.RecordedEvent;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The auditor shares no code with what it judges: it reads ports and records in one place, and knows the rules by itself. */
@AnalyzeClasses(packagesOf = AuditorModel.class, importOptions = ImportOption.DoNotIncludeTests.class)
class AuditArchitectureTest {

    private static final Set<String> IDS = Set.of(
            AccountId.class.getName(),
            OrganizationId.class.getName(),
            PlanName.class.getName(),
            RecordedEvent.class.getName());

    private static final Set<String> DOORS = Set.of(AuditorModel.class.getName(), AuditTerms.class.getName());

    private static final DescribedPredicate<JavaClass> EVIDENCE = describe(
            "evidence",
            one -> one.getSimpleName().startsWith("Evidence")
                    || one.getEnclosingClass()
                            .filter(outer -> outer.getSimpleName().startsWith("Evidence"))
                            .isPresent());

    private static final DescribedPredicate<JavaClass> BILLING = resideInAPackage("com.phoneunite.billing..");

    @ArchTest
    static final ArchRule B3_theJudgesKnowNothingOfBilling = noClasses()
            .that(not(EVIDENCE))
            .and(describe("are no doors", one -> !DOORS.contains(one.getName())))
            .should()
            .dependOnClassesThat(BILLING);

    @ArchTest
    static final ArchRule B3_ofCoreTheJudgesKnowNamesAndNoRules = noClasses()
            .that(not(EVIDENCE))
            .and(describe("are no doors", one -> !DOORS.contains(one.getName())))
            .should()
            .dependOnClassesThat(describe(
                    "core beyond its ids",
                    one -> one.getPackageName().startsWith("com.phoneunite")
                            && !one.getPackageName().startsWith("com.phoneunite.testkit.audit")
                            && !IDS.contains(one.getName())));

    @ArchTest
    static final ArchRule B3_evidenceReadsRecordsAndPortsAndCallsNoRule = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "code of billing that is no component of a record and no port", AuditArchitectureTest::isRule));

    private static boolean isRule(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (!BILLING.test(owner) || owner.isInterface() || owner.isEnum()) {
            return false;
        }
        boolean isComponent = owner.isRecord()
                && owner.tryGetField(access.getTarget().getName()).isPresent();
        boolean isConstructor = access.getTarget().getName().equals("<init>");
        return !isComponent && !isConstructor;
    }
}
