package io.dronedelivery.drone;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.drone.domain.Recalls;
import io.dronedelivery.drone.domain.Silence;
import io.dronedelivery.drone.domain.Telemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What is done again and again while the service runs, each at its own pace, never twice at a time. */
@Singleton
class Rounds {
    private static final Logger log = Logger.getLogger(Rounds.class);
    private static final Duration REFRESH_EVERY = Duration.ofMillis(200);
    private static final Duration SAVE_EVERY = Duration.ofMillis(500);
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);

    private final List<Cancellable> running = new ArrayList<>();
    private final Telemetry telemetry;
    private final Silence silence;
    private final Recalls recalls;

    Rounds(Telemetry telemetry, Silence silence, Recalls recalls) {
        this.telemetry = telemetry;
        this.silence = silence;
        this.recalls = recalls;
    }

    void start(@Observes StartupEvent event) {
        every(REFRESH_EVERY, telemetry::refresh);
        every(SAVE_EVERY, telemetry::save);
        every(WATCH_EVERY, () -> silence.watch().invoke(Rounds::tell).replaceWithVoid());
        every(WATCH_EVERY, () -> recalls.watch().invoke(Rounds::tellStopped).replaceWithVoid());
    }

    private static void tell(List<String> silent) {
        silent.forEach(droneId -> log.warnf("link lost drone=%s", droneId));
    }

    private static void tellStopped(List<FlightStopped> stopped) {
        stopped.forEach(flight -> log.infof(
                "flight stopped drone=%s delivery=%s attempt=%d because=%s",
                flight.droneId(),
                flight.mission().deliveryId(),
                flight.mission().attempt(),
                flight.because()));
    }

    private void every(Duration pace, Supplier<Uni<Void>> round) {
        running.add(Multi.createFrom()
                .ticks()
                .every(pace)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> round.get()
                        .onFailure()
                        .invoke(failure -> log.warnf("round failed because=%s", failure))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(_ -> {}));
    }

    void stop(@Observes ShutdownEvent event) {
        running.forEach(Cancellable::cancel);
    }
}
