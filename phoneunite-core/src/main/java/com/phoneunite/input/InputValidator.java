package com.phoneunite.input;

import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Rule X4: validates the input records of the front doors, naming every violated constraint at once. Thread-safe. */
public final class InputValidator {

    /** The code of a value that is missing. */
    public static final String REQUIRED = "REQUIRED";

    private InputValidator() {}

    /** What the input violates, or nothing where it is valid. Reads and writes nothing. */
    public static Optional<InvalidInput> check(@Nullable Object input) {
        if (input == null) {
            return required("", null);
        }
        List<Violation> violations = Engine.VALIDATOR.validate(input).stream()
                .map(InputValidator::violation)
                .toList();
        return violations.isEmpty() ? Optional.empty() : Optional.of(new InvalidInput(violations));
    }

    /** That something must be given, where it is not. */
    public static Optional<InvalidInput> required(String path, @Nullable Object value) {
        return value == null ? Optional.of(InvalidInput.of(path, REQUIRED, "must be given")) : Optional.empty();
    }

    private static Violation violation(ConstraintViolation<Object> found) {
        HibernateConstraintViolation<?> hibernates = found.unwrap(HibernateConstraintViolation.class);
        String code = hibernates.getDynamicPayload(String.class);
        String constraint =
                found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return new Violation(
                found.getPropertyPath().toString(), Objects.requireNonNullElse(code, constraint), found.getMessage());
    }

    /** Built on first use: building it takes longer than everything else together. */
    private static final class Engine {

        private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }
}
