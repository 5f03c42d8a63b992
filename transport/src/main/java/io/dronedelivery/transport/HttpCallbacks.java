package io.dronedelivery.transport;

import io.dronedelivery.chassis.access.OwnToken;
import io.dronedelivery.chassis.access.TokenFile;
import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.chassis.failure.Failures;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.transport.domain.overland.Callbacks;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Call-backs over HTTP, as a carrier outside this system would make them. */
@Singleton
class HttpCallbacks implements Callbacks {
    private static final Logger log = Logger.getLogger(HttpCallbacks.class);

    private final CallbackClient client;
    private final OwnToken token;
    private final Downstream downstream;

    HttpCallbacks(
            @RestClient CallbackClient client,
            Downstreams downstreams,
            Vertx vertx,
            @ConfigProperty(name = "overland.token-file") String tokenFile) {
        this.client = client;
        this.token = new OwnToken(() -> TokenFile.read(vertx, tokenFile));
        this.downstream = downstreams.of("gateway");
    }

    @Override
    public Uni<Void> send(String carrier, Shipments.Callback report) {
        return downstream
                .call(() -> sent(carrier, report))
                .onFailure(ProblemException.class)
                .invoke(refused -> log.warnf(
                        "report refused carrier=%s reference=%s because=%s",
                        carrier, report.reference(), refused.getMessage()))
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }

    private Uni<Void> sent(String carrier, Shipments.Callback report) {
        return token.current()
                .chain(current -> client.send("Bearer " + current, carrier, report))
                .onFailure(Failures::tokenRefused)
                .call(token::renewed);
    }
}
