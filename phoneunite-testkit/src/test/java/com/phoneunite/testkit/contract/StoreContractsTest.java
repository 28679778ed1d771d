package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host proves all of core's ports with one interface: no contract of theirs is left out. */
class StoreContractsTest {

    private final List<Class<? extends Contract>> contracts = contracts();

    @Test
    void everyContractOfCoresPortsIsPartOfStoreContracts() {
        assertThat(contracts.stream().filter(StoreContract.class::isAssignableFrom))
                .isNotEmpty()
                .allMatch(contract -> contract.isAssignableFrom(StoreContracts.class));
    }

    private static List<Class<? extends Contract>> contracts() {
        try (Stream<Path> files = Files.list(
                Path.of(Contract.class.getResource("Contract.class").toURI()).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.class"))
                    .map(name -> name.replace(".class", ""))
                    .<Class<? extends Contract>>map(StoreContractsTest::named)
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
