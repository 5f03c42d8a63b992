package io.dronedelivery.chassis.openapi;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;

/** Describes what an operation takes and answers by the signature of its method. */
final class Signatures {
    private static final String SCHEMA_PREFIX = "#/components/schemas/";
    /** Where the type says nothing of the answer. */
    private static final Set<String> AS_IT_IS = Set.of(Response.class.getName(), String.class.getName());

    /** How the scanner describes what it only guesses. */
    private static final Set<String> GUESSED = Set.of("OK", "Created", "No Content");

    private final TypeSchemas types;
    private final Constraints constraints;
    private final Map<String, Schema> scanned;

    /**
     * @param scanned the schemas that Quarkus found: those of parameters are kept
     */
    Signatures(TypeSchemas types, Constraints constraints, Map<String, Schema> scanned) {
        this.types = types;
        this.constraints = constraints;
        this.scanned = scanned;
    }

    void describe(Operation operation, MethodInfo method) {
        parameters(operation).forEach(parameter -> describe(parameter, method));
        body(operation, method).ifPresent(type -> describe(operation.getRequestBody(), type));
        Type answer = answer(method.returnType());
        if (!AS_IT_IS.contains(answer.name().toString())) {
            answer(operation, answer);
        }
    }

    private void describe(RequestBody body, Type type) {
        body.setRequired(!TypeSchemas.nullable(type));
        body.getContent().getMediaTypes().values().forEach(media -> media.setSchema(types.of(type)));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? Stream.empty() : operation.getParameters().stream();
    }

    private void describe(Parameter parameter, MethodInfo method) {
        String ref =
                parameter.getSchema() == null ? null : parameter.getSchema().getRef();
        if (ref != null) {
            parameter.setSchema(
                    copy(scanned.getOrDefault(ref.substring(SCHEMA_PREFIX.length()), OASFactory.createSchema())));
        }
        declared(parameter, method).ifPresent(declared -> {
            constraints.add(declared.declaredAnnotations(), parameter.getSchema());
            if (parameter.getSchema().getEnumeration() != null && isOptional(declared)) {
                parameter.getSchema().addEnumeration(""); // as good as none
            }
        });
    }

    private static Schema copy(Schema named) {
        Schema copy = OASFactory.createSchema();
        copy.setAll(named.getAll());
        return copy;
    }

    private static Optional<MethodParameterInfo> declared(Parameter parameter, MethodInfo method) {
        return method.parameters().stream()
                .filter(declared -> declared.name().equals(parameter.getName()))
                .findFirst();
    }

    private static boolean isOptional(MethodParameterInfo declared) {
        return declared.type().name().toString().equals(Optional.class.getName());
    }

    /** The type of the one parameter that nothing but the body can be for, unless the body is taken as it is. */
    private static Optional<Type> body(Operation operation, MethodInfo method) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return Optional.empty();
        }
        Set<String> named = parameters(operation).map(Parameter::getName).collect(Collectors.toSet());
        return method.parameters().stream()
                .filter(parameter -> isBody(parameter) && !named.contains(parameter.name()))
                .map(MethodParameterInfo::type)
                .filter(type -> type.kind() != Type.Kind.ARRAY)
                .findFirst();
    }

    private static boolean isBody(MethodParameterInfo parameter) {
        return parameter.declaredAnnotations().stream()
                .noneMatch(annotation -> annotation.name().toString().startsWith("jakarta.ws.rs.")
                        || annotation.name().toString().startsWith("org.jboss.resteasy."));
    }

    private static Type answer(Type returned) {
        String name = returned.name().toString();
        return name.equals(Uni.class.getName()) || name.equals(Multi.class.getName())
                ? returned.asParameterizedType().arguments().getFirst()
                : returned;
    }

    private void answer(Operation operation, Type type) {
        APIResponses responses = operation.getResponses();
        responses.getAPIResponses().entrySet().stream()
                .filter(response ->
                        GUESSED.contains(String.valueOf(response.getValue().getDescription())))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(responses::removeAPIResponse);
        String name = type.name().toString();
        boolean nothing = name.equals(Void.class.getName()) || name.equals("void");
        String status = nothing ? "204" : "200";
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(
                    status, OASFactory.createAPIResponse().description(nothing ? "Done." : "The answer."));
        }
        if (!nothing) {
            responses.getAPIResponse(status).setContent(content(type));
        }
    }

    private Content content(Type type) {
        return type.name().toString().equals(OutboundSseEvent.class.getName())
                ? content(MediaType.SERVER_SENT_EVENTS, event())
                : content(MediaType.APPLICATION_JSON, types.of(type));
    }

    /** What is told at a time (HTML, server-sent events); <code>data</code> is JSON. */
    private static Schema event() {
        return JavaTypes.of(SchemaType.OBJECT)
                .addProperty("id", JavaTypes.of(SchemaType.STRING))
                .addProperty("event", JavaTypes.of(SchemaType.STRING))
                .addProperty("data", JavaTypes.of(SchemaType.STRING).contentMediaType(MediaType.APPLICATION_JSON))
                .addRequired("data");
    }

    private static Content content(String mediaType, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }
}
