package io.dronedelivery.chassis.tracing;

import io.dronedelivery.chassis.calls.BatchedCalls;
import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.retry.Backoff;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers with the trace context in which it does what it does. */
@Path("/traced")
public class TracedResource {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMillis(300);

    private final Downstream narrow;
    private final BatchedCalls<String, String> batched;

    TracedResource(Downstreams downstreams) {
        this.narrow = downstreams.of("narrow");
        this.batched = downstreams
                .of("batched")
                .batched(_ -> current().onItem().delayIt().by(LONG), _ -> Uni.createFrom()
                        .failure(new IllegalStateException("shares a request")));
    }

    /** After a failure and a pause. */
    @GET
    @Path("/retried")
    public Uni<String> retried() {
        AtomicInteger tries = new AtomicInteger();
        return new Backoff(SHORT, SHORT)
                .retry(
                        Uni.createFrom()
                                .deferred(() -> tries.getAndIncrement() == 0
                                        ? Uni.createFrom().failure(new RemoteFailure("away for a moment"))
                                        : current()),
                        RemoteFailure.class::isInstance);
    }

    /** Two at a time; the third waits until one of them has ended. */
    @GET
    @Path("/limited")
    public Uni<String> limited() {
        return narrow.call(() -> current().onItem().delayIt().by(LONG));
    }

    /** With calls that could share a request. */
    @GET
    @Path("/batched")
    public Uni<String> batched() {
        return batched.call(UUID.randomUUID().toString(), "call");
    }

    private static Uni<String> current() {
        return Uni.createFrom().item(() -> Objects.requireNonNull(TraceContext.current()));
    }
}
