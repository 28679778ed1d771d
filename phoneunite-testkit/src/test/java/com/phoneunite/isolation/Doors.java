package com.phoneunite.isolation;

import com.phoneunite.AccountUsers;
import com.phoneunite.Administrators;
import com.phoneunite.Invitations;
import com.phoneunite.Members;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneNumbers;
import com.phoneunite.UserSession;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.AccountStatements;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What signed-in users reach: every public method of the front doors, by name. */
final class Doors {

    static final List<Class<?>> OF_USERS = List.of(
            UserSession.class,
            OrganizationWorkspace.class,
            Administrators.class,
            Members.class,
            Invitations.class,
            PhoneNumbers.class,
            AccountUsers.class,
            AccountBilling.class,
            AccountStatements.class);

    private Doors() {}

    static Stream<Method> methods(Class<?> door) {
        return Arrays.stream(door.getDeclaredMethods())
                .filter(one -> Modifier.isPublic(one.getModifiers()) && !Modifier.isStatic(one.getModifiers()))
                .filter(one -> !one.isSynthetic());
    }

    /** For example {@code Members.add(UserId, String)}. */
    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
