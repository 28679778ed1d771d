package com.phoneunite.isolation;

import com.phoneunite.membership.InvitationToken;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that an answer tells, also what its own text hides, but for components of the types that are left out. */
final class DeepText {

    private final Set<Class<?>> leftOut;

    DeepText(Set<Class<?>> leftOut) {
        this.leftOut = leftOut;
    }

    String of(Object value) {
        if (value instanceof Record one) {
            return of(one);
        }
        if (value instanceof Optional<?> one) {
            return one.map(this::of).orElse("none");
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof InvitationToken token ? token.reveal() : String.valueOf(value);
    }

    private String of(Record one) {
        StringBuilder text = new StringBuilder(one.getClass().getSimpleName()).append('[');
        for (RecordComponent component : COMPONENTS.get(one.getClass())) {
            if (Doors.typesIn(component.getGenericType()).noneMatch(leftOut::contains)) {
                text.append(component.getName())
                        .append('=')
                        .append(of(value(one, component)))
                        .append(' ');
            }
        }
        return text.append(']').toString();
    }

    private static Object value(Record one, RecordComponent component) {
        try {
            return component.getAccessor().invoke(one);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };
}
