package io.dronedelivery.chassis.openapi;

import io.dronedelivery.contracts.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * Completes what Quarkus found out about a service's API: the schemas, from the types that its methods take and return, and
 * the problems that every operation may answer with. What a service has described by hand keeps its schemas.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OpenApiDescription implements OASFilter {
    private final IndexView index;

    public OpenApiDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Constraints constraints = new Constraints(index);
        TypeSchemas types = new TypeSchemas(index, constraints);
        Schema problem = types.of(Type.create(Problem.class));
        CommonProblems problems = new CommonProblems(problem);
        Components components = Objects.requireNonNullElseGet(api.getComponents(), OASFactory::createComponents);
        Map<String, Schema> scanned = Objects.requireNonNullElse(components.getSchemas(), Map.of());
        Signatures signatures = new Signatures(types, constraints, scanned);
        api.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .forEach((httpMethod, operation) -> {
                    method(httpMethod, operation).ifPresent(method -> signatures.describe(operation, method));
                    problems.addTo(operation);
                }));
        boolean byHand = scanned.containsKey(Problem.class.getSimpleName());
        (byHand ? scanned : Map.<String, Schema>of()).forEach(types.components()::putIfAbsent);
        components.setSchemas(types.components());
        problems.responses().forEach(components::addResponse);
        api.setComponents(components);
    }

    /** The method behind an operation, whose id names class and method. */
    private Optional<MethodInfo> method(HttpMethod httpMethod, Operation operation) {
        String[] id = String.valueOf(operation.getOperationId()).split("_", 2);
        return index.getKnownClasses().stream()
                .filter(type -> type.simpleName() != null && type.simpleName().equals(id[0]))
                .flatMap(type -> type.methods().stream())
                .filter(method -> id.length == 2
                        && method.name().equals(id[1])
                        && method.hasAnnotation("jakarta.ws.rs." + httpMethod))
                .findFirst();
    }
}
