package io.dronedelivery.delivery;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What happens to deliveries: counted, and timed by the scaled clock. */
@Singleton
class DeliveryMeters {
    /** All of them, shown from the start: a rate can be told only of what is shown before it happens. */
    static final List<Class<? extends DeliveryEvent>> EVENTS = List.of(
            DeliveryEvent.DeliveryRequested.class,
            DeliveryEvent.DeliveryCreated.class,
            DeliveryEvent.DeliveryRescheduled.class,
            DeliveryEvent.DeliveryHeadedToPickup.class,
            DeliveryEvent.DeliveryPickedUp.class,
            DeliveryEvent.DeliveryHeadedToDropoff.class,
            DeliveryEvent.DeliveryArriving.class,
            DeliveryEvent.DeliveryCompleted.class,
            DeliveryEvent.DeliveryInterrupted.class,
            DeliveryEvent.DeliveryReturned.class,
            DeliveryEvent.DeliveryCancelled.class,
            DeliveryEvent.DeliveryRejected.class,
            DeliveryEvent.DeliveryFailed.class,
            DeliveryEvent.DeliveryChangeRefused.class);

    private static final Duration[] SCHEDULED_WITHIN = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };
    private static final Duration[] LATE_BY_AT_MOST = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(30),
        Duration.ofHours(1)
    };

    private final MeterRegistry meters;
    private final Timer scheduling;
    private final Timer lateness;

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
        EVENTS.forEach(this::counter);
        scheduling = Timer.builder("delivery.scheduling")
                .description("from the request to the first schedule")
                .serviceLevelObjectives(SCHEDULED_WITHIN)
                .register(meters);
        lateness = Timer.builder("delivery.lateness")
                .description("how much later than last scheduled a delivery was completed, 0 if it was in time")
                .serviceLevelObjectives(LATE_BY_AT_MOST)
                .register(meters);
    }

    /** What an update has stored. */
    void count(Update update) {
        update.events().forEach(event -> count(event, update.delivery()));
    }

    private void count(DeliveryEvent event, Delivery after) {
        counter(event.getClass()).increment();
        Instant at = event.header().at();
        switch (event) {
            case DeliveryEvent.DeliveryCreated _ ->
                record(scheduling, after.record().requestedAt(), at);
            case DeliveryEvent.DeliveryCompleted _ ->
                after.currentTransport()
                        .ifPresent(transport ->
                                record(lateness, transport.assignment().dropoffAt(), at));
            default -> {}
        }
    }

    private static void record(Timer timer, Instant from, Instant to) {
        timer.record(to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO);
    }

    private Counter counter(Class<? extends DeliveryEvent> type) {
        return Counter.builder("delivery.events")
                .description("events of deliveries")
                .tag("type", type.getSimpleName())
                .register(meters);
    }
}
