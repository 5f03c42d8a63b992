package io.dronedelivery.gateway.proxy;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.gateway.route.Service;
import io.dronedelivery.gateway.version.SmallBody;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** What a client is told of a service that did not answer. */
final class ServiceFailure {
    private static final String PERHAPS_DONE = " Perhaps it has done what was asked.";

    private ServiceFailure() {}

    /** No connection could be had: nothing was sent. */
    static Problem unreachable(Service service) {
        return Problems.of(503, "UNAVAILABLE", "The service %s can't be reached. Try again.".formatted(service.id()));
    }

    /** It did not take the request, or answer it, in time. */
    static Problem late(Service service) {
        return Problems.of(
                504,
                "GATEWAY_TIMEOUT",
                "The service %s did not answer in time.".formatted(service.id()) + PERHAPS_DONE);
    }

    /** Whether the service closed the connection, as it does with one that was idle for long. */
    static boolean isBreak(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof PrematureChannelClosureException
                || failure instanceof IOException;
    }

    /** The request was sent, and no answer began. */
    static Problem unanswered(Service service, Throwable failure) {
        return switch (failure) {
            case TimeoutException _ -> late(service);
            case Throwable _
            when isBreak(failure) ->
                Problems.of(503, "UNAVAILABLE", "The service %s broke off.".formatted(service.id()) + PERHAPS_DONE);
            case SmallBody.TooLarge _ ->
                Problems.of(
                        502,
                        "BAD_GATEWAY",
                        "The service %s answered far too much.".formatted(service.id()) + PERHAPS_DONE);
            default ->
                Problems.of(
                        502,
                        "BAD_GATEWAY",
                        "The service %s answered what is no HTTP.".formatted(service.id()) + PERHAPS_DONE);
        };
    }
}
