package io.dronedelivery.chassis.http;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Problem.FieldError;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Answers every error of every service with a problem detail, never with a stack trace. No message of an exception that is not
 * ours is ever told: it speaks of a database, a driver or a library.
 */
class ProblemMappers {
    private final ProblemAnswers answers;
    private final ClientDisconnects clientDisconnects;

    ProblemMappers(ProblemAnswers answers, ClientDisconnects clientDisconnects) {
        this.answers = answers;
        this.clientDisconnects = clientDisconnects;
    }

    @ServerExceptionMapper
    Response refused(ProblemException refused) {
        return answer(FailureProblems.of(refused));
    }

    @ServerExceptionMapper
    Response unavailable(RemoteFailure failure) {
        return Response.fromResponse(answer(FailureProblems.of(failure)))
                .header(HttpHeaders.RETRY_AFTER, FailureProblems.retryAfterSeconds(failure)) // null: not sent
                .build();
    }

    /** A limit that the request violates. Where the answer does, it is our fault. */
    @ServerExceptionMapper
    Response violated(ResteasyReactiveViolationException violated, RoutingContext exchange) {
        return Violations.ofAnswer(violated.getConstraintViolations())
                ? bug(violated, exchange)
                : answer(Problems.invalid(Violations.errors(violated.getConstraintViolations())));
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
        Response.StatusType status = http.getResponse().getStatusInfo();
        String reason = status.getReasonPhrase();
        ResponseBuilder answer = Response.fromResponse(answer(Problems.of(
                status.getStatusCode(), reason.toUpperCase(Locale.ROOT).replace(' ', '_'), reason + ".")));
        return switch (status.toEnum()) {
            case METHOD_NOT_ALLOWED -> allowing(answer).build();
            case UNSUPPORTED_MEDIA_TYPE -> accepting(answer).build();
            case null, default -> answer.build();
        };
    }

    /** Quarkus maps this one itself, unless it is named. */
    @ServerExceptionMapper
    Response misused(ValidationException misused, RoutingContext exchange) {
        return bug(misused, exchange);
    }

    @ServerExceptionMapper
    Response bug(Throwable bug, RoutingContext exchange) {
        return answer(
                clientDisconnects.isDisconnect(bug, exchange)
                        ? FailureProblems.internalError()
                        : FailureProblems.of(bug));
    }

    private Response answer(Problem problem) {
        return answers.of(problem);
    }

    /** RFC 9110, section 15.5.6. */
    private static ResponseBuilder allowing(ResponseBuilder answer) {
        return answer.header(
                HttpHeaders.ALLOW,
                OfferedMethods.at(CurrentRequestManager.get()).methods());
    }

    /** RFC 9110, section 15.5.16; <code>Accept-Patch</code> is RFC 5789, <code>Accept-Post</code> of Linked Data Platform. */
    private static ResponseBuilder accepting(ResponseBuilder answer) {
        String method = CurrentRequestManager.get().getMethod();
        String types = OfferedMethods.at(CurrentRequestManager.get()).mediaTypes(method);
        return switch (method) {
            case HttpMethod.POST -> answer.header(HttpHeaders.ACCEPT, types).header("Accept-Post", types);
            case HttpMethod.PATCH -> answer.header(HttpHeaders.ACCEPT, types).header("Accept-Patch", types);
            default -> answer.header(HttpHeaders.ACCEPT, types);
        };
    }
}
