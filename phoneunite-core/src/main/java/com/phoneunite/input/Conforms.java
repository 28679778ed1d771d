package com.phoneunite.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The Jakarta Validation constraint that an input value conforms to the {@link InputRule} of the domain type that it becomes. */
@Documented
@Constraint(validatedBy = ConformsValidator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Conforms {

    /** The rule. */
    Class<? extends InputRule<?>> value();

    /** Whether the value may be missing. Where it may not, a missing one is reported as {@code REQUIRED}. */
    boolean optional() default false;

    /** Not used: each violated constraint brings its own message. */
    String message() default "";

    /** As in every Jakarta Validation constraint. */
    Class<?>[] groups() default {};

    /** As in every Jakarta Validation constraint. */
    Class<? extends Payload>[] payload() default {};
}
