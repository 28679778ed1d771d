package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host may prove everything with one class: no two tests have the same name, and no contract of core is left out. */
class ContractNamesTest {

    private final List<Class<? extends Contract>> contracts = contracts();

    @Test
    void noTwoTestsOfDifferentContractsHaveTheSameName() {
        assertThat(contracts.stream().flatMap(contract -> ContractTests.of(contract).stream()))
                .hasSizeGreaterThan(150)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyContractOfCoresPortsIsPartOfStoreContracts() {
        assertThat(contracts.stream().filter(StoreContract.class::isAssignableFrom))
                .isNotEmpty()
                .allMatch(contract -> contract.isAssignableFrom(StoreContracts.class));
    }

    @Test
    void aTestIsNamedByTheRuleThatItProves() {
        assertThat(contracts.stream().flatMap(contract -> ContractTests.of(contract).stream()))
                .allMatch(test -> test.matches("[A-Z][0-9]+_[a-z][A-Za-z0-9]+"));
    }

    private static List<Class<? extends Contract>> contracts() {
        try (Stream<Path> files = Files.list(
                Path.of(Contract.class.getResource("Contract.class").toURI()).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.class"))
                    .map(name -> name.replace(".class", ""))
                    .<Class<? extends Contract>>map(ContractNamesTest::named)
                    .filter(contract -> !ContractTests.of(contract).isEmpty())
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<? extends Contract> named(String name) {
        try {
            return Class.forName(Contract.class.getPackageName() + '.' + name).asSubclass(Contract.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
