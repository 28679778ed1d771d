package com.phoneunite.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Applies {@link Conforms}. Public because the validator instantiates it; not for use by hosts. */
public final class ConformsValidator implements ConstraintValidator<Conforms, Object> {

    private @Nullable InputRule<Object> rule;
    private boolean optional;

    @Override
    @SuppressWarnings("unchecked") // the annotation names the rule for the type of the value that it stands on
    public void initialize(Conforms conforms) {
        try {
            rule = (InputRule<Object>) conforms.value().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(conforms.value() + " needs a public constructor without parameters", e);
        }
        optional = conforms.optional();
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        Report report = new Report(context);
        if (value != null && rule != null) {
            rule.check(value, report::add);
        } else if (!optional) {
            report.add(InputValidator.REQUIRED, "must be given");
        }
        return report.empty;
    }

    private static final class Report {

        private final HibernateConstraintValidatorContext context;
        private boolean empty = true;

        Report(ConstraintValidatorContext context) {
            this.context = context.unwrap(HibernateConstraintValidatorContext.class);
            context.disableDefaultConstraintViolation();
        }

        void add(String code, String message) {
            empty = false;
            context.withDynamicPayload(code);
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        }
    }
}
