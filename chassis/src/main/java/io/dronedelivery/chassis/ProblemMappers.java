package io.dronedelivery.chassis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Problem.FieldError;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every error of every service with a problem detail, never with a stack trace. */
class ProblemMappers {
    private static final Logger log = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int CONFLICT = 409;

    @ServerExceptionMapper
    Response problem(ProblemException refused) {
        return answer(refused.problem());
    }

    @ServerExceptionMapper
    Response notYet(NotYet failure) {
        return answer(Problems.of(CONFLICT, "NOT_YET", failure.getMessage() + " Ask again."));
    }

    @ServerExceptionMapper
    Response unavailable(RemoteFailure failure) {
        log.warnf("request not served: %s", failure.getMessage());
        Problem problem = Problems.of(503, "UNAVAILABLE", failure.getMessage() + " Try again.");
        return Response.fromResponse(answer(problem))
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(RETRY_AFTER_SECONDS, failure.retryAfter().toSeconds()))
                .build();
    }

    /** Quarkus maps this one itself, by its exact type, unless it is named. */
    @ServerExceptionMapper(MismatchedInputException.class)
    Response mismatched(MismatchedInputException mismatched) {
        return malformed(mismatched);
    }

    @ServerExceptionMapper({JsonProcessingException.class, CharConversionException.class})
    Response malformed(IOException malformed) {
        return answer(Problems.invalid(List.of(JsonFaults.of(malformed))));
    }

    /** No such path, or, with a cause, a parameter that is not of its type. */
    @ServerExceptionMapper
    Response notFound(NotFoundException notFound, ResourceInfo resource, UriInfo uri) {
        if (notFound.getCause() != null) {
            List<FieldError> errors = QueryParameters.misfits(resource.getResourceMethod(), uri.getQueryParameters());
            if (!errors.isEmpty()) {
                return answer(Problems.invalid(errors));
            }
        }
        return http(notFound);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException http) {
        // quarkus-rest wraps what Jackson says of a body
        if (http.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed);
        }
        Response response = http.getResponse();
        String reason = response.getStatusInfo().getReasonPhrase();
        return answer(Problems.of(
                response.getStatus(), reason.toUpperCase(Locale.ROOT).replace(' ', '_'), reason + "."));
    }

    @ServerExceptionMapper
    Response bug(Throwable bug) {
        log.error("request failed", bug);
        return answer(Problems.of(500, "INTERNAL_ERROR", "This is our fault, and it is logged. Try again later."));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
