package io.dronedelivery.gateway.proxy;

import io.dronedelivery.chassis.http.ProblemAnswers;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.gateway.edge.Expectation;
import io.dronedelivery.gateway.edge.RequestForm;
import io.dronedelivery.gateway.edge.RequestId;
import io.dronedelivery.gateway.route.Route;
import io.dronedelivery.gateway.version.AnswerToV1;
import io.dronedelivery.gateway.version.RequestToV2;
import io.dronedelivery.gateway.version.SmallBody;
import io.dronedelivery.gateway.version.Translation;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service, and the answer on its way back. It is sent once, since what failed may have been done.
 * A request that only reads is sent once more where the service breaks off before its answer (RFC 9110, 9.2.2). Once the answer
 * has begun, a failure cuts the connection to the client, who so knows that it was not the whole answer.
 */
final class PassedRequest {
    private static final Logger log = Logger.getLogger(PassedRequest.class);
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final int UNAVAILABLE = 503;
    private static final int REQUEST_TIMEOUT = 408;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final RoutingContext exchange;
    private final Route route;
    private final Settings settings;
    private final ProblemAnswers answers;
    private final ServiceClients clients;
    private final EventStreams streams;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private boolean mayBeRepeated;
    private @Nullable StreamedBody body;

    /**
     * How requests are passed on.
     *
     * @param bytesMax the largest body
     * @param bodyTime how long a client may take to send it
     * @param answerTime how long a service may take to begin its answer
     * @param traced whether the gateway traces
     */
    record Settings(long bytesMax, Duration bodyTime, Duration answerTime, boolean traced) {}

    PassedRequest(
            RoutingContext exchange,
            Route route,
            Settings settings,
            ProblemAnswers answers,
            ServiceClients clients,
            EventStreams streams) {
        this.exchange = exchange;
        this.route = route;
        this.settings = settings;
        this.answers = answers;
        this.clients = clients;
        this.streams = streams;
        this.request = exchange.request();
        this.response = exchange.response();
        this.mayBeRepeated = READING.contains(request.method()) && !RequestForm.hasBody(request);
    }

    void pass() {
        ProxyRequest passed = ProxyRequest.reverseProxy(request);
        Optional<Buffer> cancellation = route.translation() == Translation.CANCEL
                ? Optional.of(RequestToV2.cancellation(request))
                : Optional.empty();
        clients.connect(route)
                .onSuccess(call -> send(passed, cancellation, call))
                .onFailure(failure -> fail(ServiceFailure.unreachable(route.service()), failure));
    }

    private void send(ProxyRequest passed, Optional<Buffer> cancellation, HttpClientRequest call) {
        call.exceptionHandler(_ -> {}); // its answer fails, too
        if (response.closed()) {
            call.reset();
            return;
        }
        passed.setURI(uri());
        PassedHeaders.ofRequest(passed.headers(), RequestId.of(exchange), settings.traced());
        if (route.translation() != Translation.NONE) {
            RequestToV2.addKey(passed.headers());
        }
        long answerMillis = settings.answerTime().toMillis();
        if (cancellation.isPresent()) {
            request.resume(); // what its own body says, nobody asks
            RequestToV2.describeCancellation(passed.headers());
            passed.setMethod(HttpMethod.POST).setBody(Body.body(cancellation.get()));
            call.idleTimeout(answerMillis);
        } else if (RequestForm.hasBody(request)) {
            body = new StreamedBody(
                    request,
                    exchange.vertx(),
                    settings.bytesMax(),
                    settings.bodyTime(),
                    () -> ServiceFailure.late(route.service()),
                    () -> call.idleTimeout(answerMillis));
            passed.setBody(Body.body(body, passed.getBody().length()));
            Expectation.meet(exchange);
        } else {
            passed.setBody(null);
            call.idleTimeout(answerMillis);
        }
        passed.send(call).onSuccess(answer -> answer(answer, call)).onFailure(this::unanswered);
    }

    private String uri() {
        String query = route.translation() == Translation.CANCEL ? null : request.query();
        return route.pathInside(request.path()) + (query == null ? "" : "?" + query);
    }

    private void answer(ProxyResponse answer, HttpClientRequest call) {
        PassedHeaders.ofAnswer(answer.headers());
        if (AnswerToV1.differs(route.translation(), answer.getStatusCode())) {
            SmallBody.read(answer.getBody().stream())
                    .onSuccess(body -> send(AnswerToV1.translated(answer, body)))
                    .onFailure(failure -> {
                        call.reset();
                        unanswered(failure);
                    });
        } else if (EventStreams.isOne(answer)) {
            Runnable ended = streams.opened(answer, call::reset);
            send(answer).onComplete(_ -> ended.run());
        } else {
            send(answer);
        }
    }

    private Future<Void> send(ProxyResponse answer) {
        return answer.send().onFailure(this::cutOff);
    }

    /** The connection to the client is closed by now. Where it broke by itself, that is no news. */
    private void cutOff(Throwable failure) {
        if (!isGivenUp(failure) && !(failure instanceof IOException)) {
            log.warnf(
                    "answer cut off service=%s request=%s because=%s",
                    route.service().id(), RequestId.of(exchange), failure);
        }
    }

    /** So a call ends whose client is gone. */
    private static boolean isGivenUp(Throwable failure) {
        return failure instanceof StreamResetException;
    }

    private void unanswered(Throwable failure) {
        Optional<Problem> refusal = Optional.ofNullable(body).flatMap(StreamedBody::refusal);
        Optional.ofNullable(body).ifPresent(StreamedBody::stop);
        if (refusal.isPresent()) {
            fail(refusal.get(), failure);
        } else if (mayBeRepeated && ServiceFailure.isBreak(failure)) {
            mayBeRepeated = false;
            pass();
        } else if (!isGivenUp(failure)) {
            fail(ServiceFailure.unanswered(route.service(), failure), failure);
        }
    }

    private void fail(Problem problem, Throwable failure) {
        if (response.closed() || response.headWritten()) {
            return;
        }
        if (problem.status() >= 500) {
            log.warnf(
                    "request not passed on service=%s request=%s status=%d because=%s",
                    route.service().id(), RequestId.of(exchange), problem.status(), failure);
        }
        if (problem.status() == UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (problem.status() == REQUEST_TIMEOUT) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            exchange.addEndHandler(_ -> request.connection().close());
        }
        answers.send(response, problem);
    }
}
