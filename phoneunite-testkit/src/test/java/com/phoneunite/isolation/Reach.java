package com.phoneunite.isolation;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which methods of the front doors each operation of a program calls, itself or through what stands beside it: read from its code. */
final class Reach {

    private Reach() {}

    static Map<Operation, List<String>> ofOperations() {
        JavaClasses acts = new ClassFileImporter().importClasses(Operation.Acts.ALL);
        Map<Operation, List<String>> reached = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            JavaClass type = acts.get(operation.act().getDeclaringClass());
            reached.put(operation, List.copyOf(calledBy(type, operation.act().getName())));
        }
        return reached;
    }

    private static Set<String> calledBy(JavaClass type, String method) {
        Set<String> called = new TreeSet<>();
        Set<JavaMethod> known = new HashSet<>();
        Deque<JavaMethod> waiting = new ArrayDeque<>();
        waiting.add(methodOf(type, method));
        while (!waiting.isEmpty()) {
            JavaMethod one = waiting.remove();
            if (known.add(one)) {
                targetsOf(one).forEach(target -> {
                    if (target.getOwner().equals(type)) {
                        waiting.add(methodOf(type, target.getName()));
                    } else if (Doors.OF_USERS.stream().anyMatch(target.getOwner()::isEquivalentTo)) {
                        called.add(Doors.name(
                                target.getOwner().getSimpleName(),
                                target.getName(),
                                target.getRawParameterTypes().stream().map(JavaClass::getSimpleName)));
                    }
                });
            }
        }
        return called;
    }

    private static JavaMethod methodOf(JavaClass type, String name) {
        return type.getMethods().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<CodeUnitAccessTarget> targetsOf(JavaCodeUnit one) {
        return Stream.concat(
                one.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                one.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()));
    }
}
