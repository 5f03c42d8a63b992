package io.dronedelivery.chassis.http;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.Text;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers with problem details. Their types become URLs at which the kind of problem is explained. */
@Singleton
public class ProblemAnswers {
    private static final int MESSAGE_CHARACTERS_MAX = 2_000;

    private final URI explanations;

    /**
     * @param explanations the URL of the gateway, which explains every kind of problem
     */
    ProblemAnswers(@ConfigProperty(name = "public.url") URI explanations) {
        this.explanations = explanations;
    }

    /** The answer of a REST resource. */
    public Response of(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(printable(problem))
                .build();
    }

    /** Ends an answer that no REST resource gives. */
    public void send(HttpServerResponse response, Problem problem) {
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Json.bytes(printable(problem))));
    }

    /** What a client sent, and is told of, may have characters that no answer can be written with. */
    Problem printable(Problem problem) {
        List<FieldError> errors = problem.errors();
        return new Problem(
                explanations.resolve(problem.type()),
                problem.title(),
                problem.status(),
                printable(problem.detail()),
                problem.code(),
                errors == null
                        ? null
                        : errors.stream()
                                .map(error -> new FieldError(printable(error.field()), printable(error.message())))
                                .toList(),
                problem.deliveryId());
    }

    private static String printable(String text) {
        return Text.printable(text, MESSAGE_CHARACTERS_MAX);
    }
}
