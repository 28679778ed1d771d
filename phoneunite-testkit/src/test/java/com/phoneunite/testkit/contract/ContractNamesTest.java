package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One class of a host's may implement every contract that there is. */
class ContractNamesTest {

    private static List<Class<?>> contracts = List.of();

    @BeforeAll
    static void readAllContracts() throws IOException, URISyntaxException {
        Path here =
                Path.of(Contract.class.getResource("Contract.class").toURI()).getParent();
        try (Stream<Path> files = Files.list(here)) {
            contracts = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                    .<Class<?>>map(file -> named(file.substring(0, file.length() - ".class".length())))
                    .filter(one -> one.isInterface() && Contract.class.isAssignableFrom(one))
                    .toList();
        }
    }

    @Test
    void noTwoTestsOfContractsHaveTheSameName() {
        List<String> names = contracts.stream()
                .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .toList();
        assertThat(names)
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Z]\\d+_[a-z]\\w+"));
    }

    @Test
    void oneInterfaceHasEveryContractOfAStoreOfBilling() {
        assertThat(contracts)
                .filteredOn(BillingStoreContract.class::isAssignableFrom)
                .isNotEmpty()
                .allMatch(one -> one.isAssignableFrom(BillingContracts.class));
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(Contract.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
