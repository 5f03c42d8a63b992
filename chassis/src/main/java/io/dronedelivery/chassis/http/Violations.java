package io.dronedelivery.chassis.http;

import io.dronedelivery.contracts.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Path.Node;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Violated limits, told field by field. */
public final class Violations {
    private static final Comparator<FieldError> BY_FIELD =
            Comparator.comparing(FieldError::field).thenComparing(FieldError::message);

    private Violations() {}

    /** What is wrong with each field, in the order of their names: of the parameter, or its JSON Pointer within a body. */
    public static List<FieldError> errors(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted(BY_FIELD)
                .toList();
    }

    /** Whether a method answered what it must not. */
    static boolean ofAnswer(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .flatMap(violation -> nodes(violation.getPropertyPath()))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static String field(Path path) {
        Node last = nodes(path).toList().getLast();
        return last.getKind() == ElementKind.PARAMETER
                ? last.getName()
                : nodes(path).map(Violations::step).collect(Collectors.joining());
    }

    /** A part of a JSON Pointer: nothing of the method and its parameter. */
    private static String step(Node node) {
        String index = node.getIndex() == null ? "" : "/" + node.getIndex();
        return node.getKind() == ElementKind.PROPERTY ? index + "/" + node.getName() : index;
    }

    private static Stream<Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false);
    }
}
