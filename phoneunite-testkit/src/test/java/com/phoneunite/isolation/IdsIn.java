package com.phoneunite.isolation;

import com.phoneunite.account.AccountId;
import com.phoneunite.resource.ResourceRef;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Where a caller can put an id into a call: everything in the parameters of a method that is one, or a text that could be one, however
 * deep in requests, lists, maps and the cases of sealed types. Accounts are not among them: no user names one.
 */
final class IdsIn {

    private final Method method;
    private final Set<String> found = new TreeSet<>();

    private IdsIn(Method method) {
        this.method = method;
    }

    /**
     * The places. An id is named by its type, a text in a request by the request and its component, another text by the method and its
     * place in it from 0, and a content of the host's by its type variable.
     */
    static Set<String> of(Method method) {
        IdsIn ids = new IdsIn(method);
        Type[] parameters = method.getGenericParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            ids.look(parameters[i], Doors.name(method) + "#" + i);
        }
        return ids.found;
    }

    private void look(Type type, String place) {
        if (type instanceof Class<?> one) {
            look(one, place);
        } else if (type instanceof ParameterizedType generic && holdsOthers((Class<?>) generic.getRawType())) {
            for (Type argument : generic.getActualTypeArguments()) {
                look(argument, place);
            }
        } else if (type instanceof TypeVariable<?> content
                && content.getGenericDeclaration().equals(method.getDeclaringClass())) {
            found.add(content.getName());
        }
    }

    private static boolean holdsOthers(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || type == Map.class || type == Optional.class;
    }

    private void look(Class<?> type, String place) {
        if (CharSequence.class.isAssignableFrom(type)) {
            found.add(place);
        } else if (isId(type)) {
            found.add(type.getSimpleName());
        } else if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                look(permitted, place);
            }
        } else if (type.isRecord() && type != AccountId.class) {
            for (RecordComponent component : type.getRecordComponents()) {
                look(component.getGenericType(), type.getSimpleName() + "." + component.getName());
            }
        }
    }

    private static boolean isId(Class<?> type) {
        return type == ResourceRef.class
                || (type.isRecord()
                        && type != AccountId.class
                        && type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getType() == UUID.class);
    }
}
