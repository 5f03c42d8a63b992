package io.dronedelivery.gateway.proxy;

import io.dronedelivery.chassis.access.Challenge;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.ProblemAnswers;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.gateway.edge.EdgeConfig;
import io.dronedelivery.gateway.edge.HandlerOrder;
import io.dronedelivery.gateway.edge.UriTag;
import io.dronedelivery.gateway.proxy.PassedRequest.Settings;
import io.dronedelivery.gateway.route.Match.Found;
import io.dronedelivery.gateway.route.Match.Nothing;
import io.dronedelivery.gateway.route.Match.OtherMethods;
import io.dronedelivery.gateway.route.Match.Own;
import io.dronedelivery.gateway.route.Route;
import io.dronedelivery.gateway.route.RouteTable;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Passes each request on that is in the route table and whose token has the scope; refuses all others. */
@Singleton
class PassThrough {
    private static final Logger log = Logger.getLogger(PassThrough.class);
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final ServiceClients clients;
    private final EventStreams streams;
    private final ProblemAnswers answers;
    private final Settings settings;

    PassThrough(
            ServiceClients clients,
            EventStreams streams,
            ProblemAnswers answers,
            ProxyConfig proxy,
            EdgeConfig edge,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize body,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean untraced) {
        this.clients = clients;
        this.streams = streams;
        this.answers = answers;
        this.settings = new Settings(body.asLongValue(), edge.bodyTimeout(), proxy.answerTimeout(), !untraced);
    }

    void register(@Observes Router router) {
        router.route().order(HandlerOrder.PASSING).handler(this::handle);
        router.route().order(HandlerOrder.FAILED).failureHandler(this::broken);
    }

    private void handle(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        switch (RouteTable.find(request.method(), request.path())) {
            case Found(Route route) -> authorize(exchange, route);
            case Own(String template) -> {
                UriTag.set(exchange, template);
                dropBody(exchange);
            }
            case OtherMethods(String allow) -> otherMethod(exchange, allow);
            case Nothing _ -> refuse(exchange, Problems.of(Refusal.NOT_FOUND, "There is nothing at this path."));
        }
    }

    /** The gateway's own resources take none. */
    private static void dropBody(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            exchange.next();
        } else {
            request.endHandler(_ -> exchange.next()).resume();
        }
    }

    private void otherMethod(RoutingContext exchange, String allow) {
        HttpServerResponse response = exchange.response().putHeader(HttpHeaders.ALLOW, allow);
        if (exchange.request().method().equals(HttpMethod.OPTIONS)) {
            response.setStatusCode(NO_CONTENT).end();
        } else {
            refuse(exchange, Problems.of(405, "METHOD_NOT_ALLOWED", "Here there is only " + allow + "."));
        }
    }

    private void authorize(RoutingContext exchange, Route route) {
        UriTag.set(exchange, route.template());
        QuarkusHttpUser user = (QuarkusHttpUser) exchange.user();
        if (!user.getSecurityIdentity().hasRole(route.scope())) {
            Challenge.insufficientScope(route.scope()).send(exchange.response(), answers);
        } else if (announced(exchange.request()) > settings.bytesMax()) {
            refuse(exchange, Problems.tooLarge(settings.bytesMax()));
        } else {
            new PassedRequest(exchange, route, settings, answers, clients, streams).pass();
        }
    }

    /** The length that the client has announced; 0 where it has not. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length); // else Netty would have refused it
    }

    private void refuse(RoutingContext exchange, Problem problem) {
        answers.send(exchange.response(), problem);
    }

    private void broken(RoutingContext exchange) {
        int status = exchange.statusCode();
        if (exchange.response().headWritten()) {
            exchange.next();
        } else if (status >= BAD_REQUEST && status < SERVER_ERROR) {
            refuse(exchange, Problems.of(status, "BAD_REQUEST", "The target or the header Host can't be read."));
        } else {
            log.error("request failed", exchange.failure());
            refuse(
                    exchange,
                    Problems.of(500, "INTERNAL_ERROR", "This is our fault, and it is logged. Try again later."));
        }
    }
}
