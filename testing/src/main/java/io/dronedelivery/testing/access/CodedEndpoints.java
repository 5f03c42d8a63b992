package io.dronedelivery.testing.access;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The endpoints of the JAX-RS resources that are on the class path. */
final class CodedEndpoints {
    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final String PATH = JAX_RS + "Path";
    private static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    private static final String EXPRESSION = "\\{ *(\\w+) *:[^}]*}";

    private CodedEndpoints() {}

    static Set<Endpoint> all() {
        return new ClassFileImporter()
                .importPackages("io.dronedelivery").stream()
                        .filter(type -> type.isAnnotatedWith(PATH) && !type.isInterface()) // those are clients
                        .flatMap(resource -> resource.getMethods().stream())
                        .flatMap(CodedEndpoints::of)
                        .collect(Collectors.toSet());
    }

    private static Stream<Endpoint> of(JavaMethod method) {
        return Endpoint.METHODS.stream()
                .filter(name -> method.isAnnotatedWith(JAX_RS + name))
                .map(name -> new Endpoint(name, path(method), scopes(method)));
    }

    private static String path(JavaMethod method) {
        return Stream.of(value(method.getOwner(), PATH), value(method, PATH))
                .flatMap(Optional::stream)
                .map(String.class::cast)
                .collect(Collectors.joining())
                .replace("//", "/") // where the resource is at the root
                .replaceAll(EXPRESSION, "{$1}");
    }

    private static Set<String> scopes(JavaMethod method) {
        return value(method, ROLES_ALLOWED)
                .or(() -> value(method.getOwner(), ROLES_ALLOWED))
                .map(scopes -> Set.of((String[]) scopes))
                .orElseThrow(() -> new AssertionError("without @RolesAllowed: " + method.getFullName()));
    }

    private static Optional<Object> value(HasAnnotations<?> annotated, String annotation) {
        return annotated.tryGetAnnotationOfType(annotation).flatMap(found -> found.get("value"));
    }
}
