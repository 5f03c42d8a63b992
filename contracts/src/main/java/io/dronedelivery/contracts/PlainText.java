package io.dronedelivery.contracts;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that people write, by the rule of {@link Text#fault}. */
@Constraint(validatedBy = PlainText.Rule.class)
@Target(FIELD)
@Retention(RUNTIME)
public @interface PlainText {
    /** The most characters that it may have. */
    int max();

    /** Never told: the rule itself says what is wrong. */
    String message() default "";

    /** None: Bean Validation wants this member. */
    Class<?>[] groups() default {};

    /** None: Bean Validation wants this member. */
    Class<? extends Payload>[] payload() default {};

    /** Asks {@link Text#fault}. */
    final class Rule implements ConstraintValidator<PlainText, String> {
        private int charactersMax;

        @Override
        public void initialize(PlainText limit) {
            charactersMax = limit.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext violations) {
            Optional<String> fault = text == null ? Optional.empty() : Text.fault(text, charactersMax);
            violations.disableDefaultConstraintViolation();
            fault.ifPresent(message ->
                    violations.buildConstraintViolationWithTemplate(message).addConstraintViolation());
            return fault.isEmpty();
        }
    }
}
