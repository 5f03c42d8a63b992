package io.dronedelivery.chassis.http;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.tracing.LogFields;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Text;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** What is refused of a request whatever it asks for, before its method is called; and what the log says of it. */
class RequestFilters {
    private static final int ID_CHARACTERS_MAX = 200;
    private static final String DELIVERY = "deliveryId";
    private static final String IDENTITY = "identity"; // no coding: RFC 9110, section 12.5.3

    private final ProblemAnswers answers;

    RequestFilters(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public @Nullable Response check(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (values(uri.getPathParameters().values()).anyMatch(RequestFilters::idOfNothing)) {
            return answers.of(Problems.of(Refusal.NOT_FOUND, "Nothing can have such an id."));
        }
        uri.getPathParameters().getOrDefault(DELIVERY, List.of()).forEach(LogFields::delivery);
        if (encoded(request)) {
            return Response.fromResponse(answers.of(Problems.of(
                            415,
                            "UNSUPPORTED_CONTENT_CODING",
                            "The body must be sent as it is, without Content-Encoding.")))
                    .header(HttpHeaders.ACCEPT_ENCODING, IDENTITY) // RFC 9110, section 15.5.16
                    .build();
        }
        if (!acceptIsReadable(request)) {
            throw new NotAcceptableException();
        }
        List<FieldError> errors = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue().stream().allMatch(Text::storable))
                .map(parameter -> new FieldError(parameter.getKey(), "must not have control characters"))
                .toList();
        return errors.isEmpty() ? null : answers.of(Problems.invalid(errors));
    }

    /** Quarkus REST may read it only when the answer is written, and fails then. */
    private static boolean acceptIsReadable(ContainerRequestContext request) {
        try {
            request.getHeaders().getOrDefault(HttpHeaders.ACCEPT, List.of()).forEach(MediaTypeHelper::parseHeader);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean idOfNothing(String id) {
        return !Text.storable(id) || Text.length(id) > ID_CHARACTERS_MAX;
    }

    private static boolean encoded(ContainerRequestContext request) {
        return request.getHeaders().getOrDefault(HttpHeaders.CONTENT_ENCODING, List.of()).stream()
                .anyMatch(coding -> !coding.isBlank() && !coding.strip().equalsIgnoreCase(IDENTITY));
    }

    private static Stream<String> values(Collection<List<String>> parameters) {
        return parameters.stream().flatMap(List::stream);
    }
}
