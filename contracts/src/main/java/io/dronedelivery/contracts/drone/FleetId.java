package io.dronedelivery.contracts.drone;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An id as the fleet takes it: of a base, a drone or a delivery. */
@Pattern(regexp = FleetId.REGEX)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface FleetId {
    /** What matches every id. */
    String REGEX = "^[A-Za-z0-9._-]{1,64}$";
    /** What is told of anything else. */
    String RULE = "must be 1 to 64 letters, digits, '.', '_' or '-'";

    /** What is told of one that is wrong. */
    String message() default RULE;

    /** None: Bean Validation wants this member. */
    Class<?>[] groups() default {};

    /** None: Bean Validation wants this member. */
    Class<? extends Payload>[] payload() default {};
}
