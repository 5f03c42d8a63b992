package io.dronedelivery.gateway.limit;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.http.ProblemAnswers;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts requests against the limit of whoever makes them. */
@Singleton
class RateLimits {
    private final Map<Client.Kind, Quota> quotas = new EnumMap<>(Client.Kind.class);
    private final Map<Client.Kind, Counter> refused = new EnumMap<>(Client.Kind.class);
    private final ProblemAnswers answers;

    RateLimits(Limits limits, ProblemAnswers answers, MeterRegistry meters) {
        this.answers = answers;
        for (Client.Kind kind : Client.Kind.values()) {
            Limits.Limit limit = Objects.requireNonNull(limits.of().get(kind), kind.id());
            Quota quota = new Quota(
                    kind.id(), limit.capacity(), limit.perSecond(), limits.rememberedMax(), TimeMeter.SYSTEM_NANOTIME);
            quotas.put(kind, quota);
            refused.put(
                    kind,
                    Counter.builder("gateway.requests.limited")
                            .description("Requests that were refused because their client had made too many")
                            .tag("policy", kind.id())
                            .register(meters));
            Gauge.builder("gateway.clients.remembered", quota, Quota::remembered)
                    .description("Clients whose requests are counted")
                    .tag("policy", kind.id())
                    .register(meters);
        }
    }

    /** Counts a request. Where it is one too many it is answered so, and <code>false</code> is returned. */
    boolean grants(Client client, HttpServerResponse response) {
        Standing standing = Objects.requireNonNull(quotas.get(client.kind())).count(client.name());
        standing.tell(response);
        if (!standing.granted()) {
            Objects.requireNonNull(refused.get(client.kind())).increment();
            refuse(standing, response);
        }
        return standing.granted();
    }

    private void refuse(Standing standing, HttpServerResponse response) {
        String detail = "At most %d requests at once, and as many more in %d s. Try again in %d s."
                .formatted(standing.capacity(), standing.window(), standing.seconds());
        answers.send(
                response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(standing.seconds())),
                Problems.of(429, "TOO_MANY_REQUESTS", detail));
    }
}
