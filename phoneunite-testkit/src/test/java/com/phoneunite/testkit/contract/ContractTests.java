package com.phoneunite.testkit.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs the tests of a contract one at a time, to see which of them fail and how. */
final class ContractTests {

    private ContractTests() {}

    /** The names of the tests of a contract. */
    static SortedSet<String> of(Class<? extends Contract> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the test throws, if anything. */
    static Optional<Throwable> run(Contract subject, Class<? extends Contract> contract, String test) {
        try {
            contract.getMethod(test).invoke(subject);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
