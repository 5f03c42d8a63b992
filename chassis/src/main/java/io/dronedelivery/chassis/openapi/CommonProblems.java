package io.dronedelivery.chassis.openapi;

import io.dronedelivery.contracts.Problem;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that any operation may end with, each described once. */
final class CommonProblems {
    private static final String INVALID = "400";
    private static final String UNAUTHENTICATED = "401";
    private static final String FORBIDDEN = "403";
    private static final String NOT_FOUND = "404";
    private static final String NOT_ACCEPTABLE = "406";
    private static final String TOO_LARGE = "413";
    private static final String WRONG_MEDIA_TYPE = "415";
    private static final String OUR_FAULT = "500";
    private static final String UNAVAILABLE = "503";
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            INVALID, "Something is wrong with the request; what is wrong is named.",
            UNAUTHENTICATED, "There is no token, or none that is accepted here.",
            FORBIDDEN, "The token has not the scope that this needs.",
            NOT_FOUND, "There is no such thing.",
            NOT_ACCEPTABLE, "There is no answer of a media type that the client accepts.",
            TOO_LARGE, "The body is larger than allowed.",
            WRONG_MEDIA_TYPE, "The body is of a media type or a content encoding that is not taken.",
            OUR_FAULT, "A fault of the service.",
            UNAVAILABLE, "The database, the broker or another service does not answer. Try again.");

    /** What the scanner says of any body, and of any operation that needs a token. */
    private static final Set<String> SCANNED = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    private final Schema problem;

    /**
     * @param problem refers to the schema of {@link Problem}
     */
    CommonProblems(Schema problem) {
        this.problem = problem;
    }

    /** The answers that operations refer to, by their names. */
    Map<String, APIResponse> responses() {
        Map<String, APIResponse> responses = new TreeMap<>();
        DESCRIPTIONS.forEach((status, description) -> responses.put(name(status), response(status, description)));
        return responses;
    }

    private static String name(String status) {
        return "Problem" + status;
    }

    private APIResponse response(String status, String description) {
        APIResponse response = OASFactory.createAPIResponse().description(description);
        complete(response);
        switch (status) {
            case UNAVAILABLE ->
                addHeader(response, "Retry-After", "After how many seconds to try again.", SchemaType.INTEGER);
            case UNAUTHENTICATED ->
                addHeader(response, "WWW-Authenticate", "What is wrong with the token (RFC 6750).", SchemaType.STRING);
            default -> {}
        }
        return response;
    }

    private static void addHeader(APIResponse response, String name, String description, SchemaType type) {
        response.addHeader(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .required(true)
                        .schema(JavaTypes.of(type)));
    }

    /** Gives an error answer its body. */
    private void complete(APIResponse response) {
        response.setContent(OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem)));
    }

    /** Adds what any such operation may answer. What the operation says itself stays as it is. */
    void addTo(Operation operation) {
        add(operation, INVALID);
        add(operation, UNAUTHENTICATED);
        add(operation, FORBIDDEN);
        add(operation, TOO_LARGE); // a body can be sent where none is asked for
        add(operation, WRONG_MEDIA_TYPE);
        add(operation, OUR_FAULT);
        add(operation, UNAVAILABLE);
        if (has(operation, In.PATH)) {
            add(operation, NOT_FOUND);
        }
        add(operation, NOT_ACCEPTABLE);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.charAt(0) >= '4' && response.getRef() == null && response.getContent() == null) {
                complete(response);
            }
        });
    }

    private static boolean has(Operation operation, In place) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static void add(Operation operation, String status) {
        APIResponse own = operation.getResponses().getAPIResponse(status);
        if (own == null || SCANNED.contains(String.valueOf(own.getDescription()))) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(name(status)));
        }
    }
}
