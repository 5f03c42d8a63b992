package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A watch in memory, with a clock made by hand and a delivery service that answers as it is told. */
final class WatchFixture implements Deliveries {
    static final WatchLimits LIMITS = new WatchLimits(
            Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofMinutes(2));

    private Instant now = Instant.parse("2026-05-01T08:00:00Z");
    private BooleanSupplier silent = () -> false;
    private final Map<String, DeliveryView> views = new HashMap<>();
    final List<DeliveryRequest> published = new ArrayList<>();
    final List<String> interruptions = new ArrayList<>();
    final InMemoryWatchedDeliveries watched = new InMemoryWatchedDeliveries(published::add);
    final WatchIntake intake = new WatchIntake(watched, LIMITS, this::now);
    final WatchRunner runner = new WatchRunner(watched, this, LIMITS, this::now);
    final AlertOperations alerts = new AlertOperations(watched, this::now);

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Checks what is due, every few seconds, for that long. */
    void run(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            pass(Duration.ofSeconds(10));
            done(runner.runDue());
        }
    }

    void read(DeliveryRequest... requests) {
        for (DeliveryRequest request : requests) {
            done(intake.on(request));
        }
    }

    void read(DeliveryEvent... events) {
        for (DeliveryEvent event : events) {
            done(intake.on(event));
        }
    }

    /** From now on, delivery shows that. */
    void shows(DeliveryView view) {
        views.put(view.deliveryId(), view);
    }

    /** Whether delivery does not answer. */
    void silent(BooleanSupplier when) {
        silent = when;
    }

    WatchedDelivery delivery(String deliveryId) {
        return done(watched.find(deliveryId)).orElseThrow().delivery();
    }

    @Override
    public Uni<Optional<DeliveryView>> view(String deliveryId) {
        return Uni.createFrom().item(() -> {
            failIfSilent();
            return Optional.ofNullable(views.get(deliveryId));
        });
    }

    @Override
    public Uni<Void> interrupt(String deliveryId, int attempt, Interruption interruption) {
        return Uni.createFrom().voidItem().invoke(() -> {
            failIfSilent();
            interruptions.add(deliveryId + "/" + attempt + " " + interruption.code());
        });
    }

    private void failIfSilent() {
        if (silent.getAsBoolean()) {
            throw new IllegalStateException("no answer");
        }
    }

    static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
