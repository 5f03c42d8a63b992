package io.dronedelivery.gateway.docs;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.ProblemAnswers;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.gateway.edge.HandlerOrder;
import io.dronedelivery.gateway.edge.UriTag;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Answers requests for the {@link Documents}. They need no token, so that comes before anybody asks for one; without one they
 * count against the limit of their address.
 */
@Singleton
class PublicPages {
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final String KIND_OF_PROBLEM = "/problems/";
    private static final String KINDS_OF_PROBLEMS = KIND_OF_PROBLEM + "{kind}";
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /** Swagger UI has images in its style sheet, and no styles or scripts in the page. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Documents documents = Documents.read();
    private final ProblemAnswers answers;

    PublicPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.PUBLIC).handler(this::handle);
    }

    private void handle(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        Optional<Document> found = documents.find(request.path(), wantsPage(request));
        if (found.isPresent()) {
            UriTag.set(exchange, template(request.path()));
            answer(request, found.get());
        } else if (request.path().startsWith(KIND_OF_PROBLEM)) {
            UriTag.set(exchange, KINDS_OF_PROBLEMS);
            refuse(request, Problems.of(Refusal.NOT_FOUND, "There is no such kind of problem. All are at /problems."));
        } else {
            exchange.next();
        }
    }

    /** A browser says that it takes HTML; other clients take anything, or JSON. */
    private static boolean wantsPage(HttpServerRequest request) {
        return has(request, HttpHeaders.ACCEPT, "text/html");
    }

    private static boolean has(HttpServerRequest request, CharSequence header, String value) {
        return String.join(",", request.headers().getAll(header)).contains(value);
    }

    private static String template(String path) {
        return path.startsWith(KIND_OF_PROBLEM) ? KINDS_OF_PROBLEMS : path;
    }

    private void answer(HttpServerRequest request, Document document) {
        HttpServerResponse response = request.response();
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.OPTIONS)) {
            response.setStatusCode(NO_CONTENT)
                    .putHeader(HttpHeaders.ALLOW, ALLOWED)
                    .end();
        } else if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            send(request, document);
        } else {
            response.putHeader(HttpHeaders.ALLOW, ALLOWED);
            refuse(request, Problems.of(405, "METHOD_NOT_ALLOWED", "Here there is only " + ALLOWED + "."));
        }
    }

    private static void send(HttpServerRequest request, Document document) {
        HttpServerResponse response = request.response()
                .putHeader(HttpHeaders.ETAG, document.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        response.headers().add(HttpHeaders.VARY, "Accept, Accept-Encoding");
        if (has(request, HttpHeaders.IF_NONE_MATCH, document.tag())) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        boolean gzip = has(request, HttpHeaders.ACCEPT_ENCODING, "gzip");
        Buffer body = Buffer.buffer(document.bytes(gzip));
        response.putHeader(HttpHeaders.CONTENT_TYPE, document.mediaType())
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private void refuse(HttpServerRequest request, Problem problem) {
        answers.send(request.response(), problem);
    }
}
