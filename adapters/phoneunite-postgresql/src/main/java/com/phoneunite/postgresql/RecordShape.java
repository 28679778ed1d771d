package com.phoneunite.postgresql;

import com.phoneunite.refusal.PhoneUniteFault;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a type of records is made of, asked of the JVM once a type: to ask takes longer than to write the record. */
final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final List<Component> components;

    private RecordShape(Class<?> type) {
        this.type = type;
        RecordComponent[] all = type.getRecordComponents();
        this.components = Arrays.stream(all).map(RecordShape::component).toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new PhoneUniteFault(type.getName() + " is not a record", e);
        }
    }

    /** Of records of that type. */
    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    List<Component> components() {
        return components;
    }

    /** A record of these values, in the order of the components. */
    Object made(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new PhoneUniteFault("a kept " + type.getName() + " cannot be read", e);
        }
    }

    /**
     * A part of a record.
     *
     * @param name as it is written
     * @param type of what is there
     * @param isOptional whether nothing may be there
     * @param accessor reads it
     */
    record Component(String name, Class<?> type, boolean isOptional, Method accessor) {

        /** What is there in a record, if there is something. */
        @Nullable
        Object in(Record value) {
            try {
                Object content = accessor.invoke(value);
                return content instanceof Optional<?> optional ? optional.orElse(null) : content;
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new PhoneUniteFault(
                        "an event cannot be read: " + value.getClass().getName(), e);
            }
        }
    }

    private static Component component(RecordComponent one) {
        boolean isOptional = one.getType() == Optional.class;
        Class<?> type = isOptional
                ? (Class<?>) ((ParameterizedType) one.getGenericType()).getActualTypeArguments()[0]
                : one.getType();
        return new Component(one.getName(), type, isOptional, one.getAccessor());
    }
}
