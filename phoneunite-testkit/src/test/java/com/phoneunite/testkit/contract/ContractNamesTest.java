package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One class of a host's may implement every contract that there is. */
class ContractNamesTest {

    private final List<JavaClass> contracts = new ClassFileImporter()
            .importPackages("com.phoneunite.testkit.contract").stream()
                    .filter(one -> one.isInterface() && one.isAssignableTo(Contract.class))
                    .toList();

    @Test
    void noTwoTestsOfContractsHaveTheSameName() {
        List<String> names = contracts.stream()
                .flatMap(one -> one.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Test.class))
                .map(JavaMethod::getName)
                .toList();
        assertThat(names).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Z]\\d+_[a-z]\\w+"));
    }

    @Test
    void oneInterfaceHasEveryContractOfAStoreOfBilling() {
        assertThat(contracts.stream()
                        .filter(one -> one.isAssignableTo(BillingStoreContract.class))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList()))
                .allSatisfy(one -> assertThat(BillingContracts.class).isAssignableTo(one));
    }
}
