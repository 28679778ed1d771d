package com.phoneunite.isolation;

import com.phoneunite.UserSession;
import com.phoneunite.billing.Billing;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What signed-in users reach: every public method of the front doors, by name. The doors are found, not listed: whatever a session
 * gives, and whatever that gives, as far as it is ours and no plain value. So no section of a workspace can be forgotten.
 */
final class Doors {

    /** The session, the workspace and its sections, and billing of a session. */
    static final List<Class<?>> OF_USERS = reachable();

    private Doors() {}

    static Stream<Method> methods(Class<?> door) {
        return Arrays.stream(door.getDeclaredMethods())
                .filter(one -> Modifier.isPublic(one.getModifiers()) && !Modifier.isStatic(one.getModifiers()))
                .filter(one -> !one.isSynthetic());
    }

    /** All that users can call, by {@linkplain #name(Method) name}. */
    static Set<String> namesOfUsers() {
        return OF_USERS.stream().flatMap(Doors::methods).map(Doors::name).collect(Collectors.toSet());
    }

    /** For example {@code Members.add(UserId, String)}. */
    static String name(Method method) {
        return name(
                method.getDeclaringClass().getSimpleName(),
                method.getName(),
                Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName));
    }

    static String name(String door, String method, Stream<String> parameters) {
        return door + "." + method + parameters.collect(Collectors.joining(", ", "(", ")"));
    }

    /** Every type that stands in this one, be it as an argument: of a page of resources, the page and the resource. */
    static Stream<Class<?>> typesIn(Type type) {
        if (type instanceof Class<?> one) {
            return one.isArray() ? typesIn(one.getComponentType()) : Stream.of(one);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    typesIn(generic.getRawType()),
                    Arrays.stream(generic.getActualTypeArguments()).flatMap(Doors::typesIn));
        }
        if (type instanceof GenericArrayType array) {
            return typesIn(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).flatMap(Doors::typesIn);
        }
        return Arrays.stream(((TypeVariable<?>) type).getBounds()).flatMap(Doors::typesIn);
    }

    private static List<Class<?>> reachable() {
        Deque<Class<?>> waiting = new ArrayDeque<>(List.of(UserSession.class));
        methods(Billing.class)
                .filter(one -> List.of(one.getParameterTypes()).contains(UserSession.class))
                .forEach(one -> waiting.add(one.getReturnType()));
        Set<Class<?>> found = new LinkedHashSet<>(waiting);
        while (!waiting.isEmpty()) {
            methods(waiting.remove())
                    .sorted(Comparator.comparing(Doors::name))
                    .flatMap(one -> typesIn(one.getGenericReturnType()))
                    .filter(Doors::isDoor)
                    .filter(found::add)
                    .forEach(waiting::add);
        }
        return List.copyOf(found);
    }

    /** One of ours that keeps what it acts on to itself. */
    private static boolean isDoor(Class<?> type) {
        return type.getName().startsWith("com.phoneunite.")
                && !type.isRecord()
                && !type.isEnum()
                && !type.isInterface()
                && type.getConstructors().length == 0;
    }
}
