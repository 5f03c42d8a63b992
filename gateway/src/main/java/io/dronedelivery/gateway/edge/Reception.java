package io.dronedelivery.gateway.edge;

import io.dronedelivery.chassis.http.ProblemAnswers;
import io.dronedelivery.contracts.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.MDC;

/** Where each request comes in: it gets its id, and so much time to come in whole. */
@Singleton
class Reception {
    /** In the log, of whatever is said of the request. */
    private static final String LOG_FIELD = "request";

    /** After the time for the body; within it, it is answered that it was too slow. */
    private static final Duration ANSWERING = Duration.ofSeconds(2);

    private final ProblemAnswers answers;
    private final long bodyMillis;

    Reception(ProblemAnswers answers, EdgeConfig config) {
        this.answers = answers;
        this.bodyMillis = config.bodyTimeout().plus(ANSWERING).toMillis();
    }

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.RECEPTION).handler(this::receive);
    }

    private void receive(RoutingContext exchange) {
        String id = RequestId.give(exchange);
        MDC.put(LOG_FIELD, id);
        UriTag.unknown(exchange);
        exchange.response().putHeader(RequestId.HEADER, id);
        ConnectionGuard.serving(exchange);
        Expectation.watch(exchange);
        HttpServerRequest request = exchange.request();
        if (RequestForm.hasBody(request)) {
            closeUnlessWhole(exchange);
        } else {
            request.resume(); // to its end, which is here
        }
        RequestForm.fault(request).ifPresentOrElse(problem -> refuse(exchange, problem), exchange::next);
    }

    /** Where the next request begins, nobody knows. */
    private void refuse(RoutingContext exchange, Problem problem) {
        exchange.addEndHandler(_ -> exchange.request().connection().close());
        answers.send(exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE), problem);
    }

    /** Whatever it was answered, and whoever reads it. */
    private void closeUnlessWhole(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        long deadline = exchange.vertx().setTimer(bodyMillis, _ -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        exchange.addEndHandler(ended -> {
            if (ended.failed() || request.isEnded()) {
                exchange.vertx().cancelTimer(deadline);
            } else {
                request.exceptionHandler(_ -> exchange.vertx().cancelTimer(deadline))
                        .endHandler(_ -> exchange.vertx().cancelTimer(deadline));
            }
        });
    }
}
