package io.dronedelivery.gateway.edge;

import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;
import static io.vertx.core.http.HttpHeaders.CHUNKED;
import static io.vertx.core.http.HttpHeaders.CONTENT_LENGTH;
import static io.vertx.core.http.HttpHeaders.HOST;
import static io.vertx.core.http.HttpHeaders.TRANSFER_ENCODING;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;

/** The form of a request: whether it has a body, and what is wrong with it though Vert.x takes it for one. */
public final class RequestForm {
    private RequestForm() {}

    /** Whether a body comes, or is said to be empty. */
    public static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(CONTENT_LENGTH) || request.headers().contains(TRANSFER_ENCODING);
    }

    /** What to answer; empty where all is well. */
    static Optional<Problem> fault(HttpServerRequest request) {
        MultiMap headers = request.headers();
        if (request.version() == HttpVersion.HTTP_1_0) {
            return Optional.of(Problems.of(
                    505,
                    "HTTP_VERSION_NOT_SUPPORTED",
                    "Use HTTP/1.1: HTTP/1.0 can't tell a whole answer from one that was cut off."));
        }
        List<String> codings = headers.getAll(TRANSFER_ENCODING);
        if (!codings.isEmpty() && !CHUNKED.toString().equals(String.join(",", codings))) {
            return Optional.of(
                    Problems.of(501, "NOT_IMPLEMENTED", "Of the transfer codings, only chunked is known here."));
        }
        if (headers.getAll(HOST).size() != 1 || headers.getAll(AUTHORIZATION).size() > 1 || headers.contains("")) {
            return Optional.of(Problems.of(
                    400, "BAD_REQUEST", "There must be one Host, one Authorization at most, and no nameless header."));
        }
        return Optional.empty();
    }
}
