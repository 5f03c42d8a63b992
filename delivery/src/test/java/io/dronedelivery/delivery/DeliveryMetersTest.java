package io.dronedelivery.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.Given;
import io.dronedelivery.delivery.domain.attempt.AttemptRules;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeliveryMetersTest {
    private static final long SECONDS_TO_SCHEDULE = 7;
    private static final long SECONDS_LATE = 90;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeliveryMeters counted = new DeliveryMeters(meters);

    @Test
    void everyTypeOfEventIsShownFromTheStart() {
        assertThat(DeliveryMeters.EVENTS)
                .containsExactlyInAnyOrder(permitted())
                .allSatisfy(type -> assertThat(events(type)).isZero());
    }

    @Test
    void theTimeToScheduledIsFromTheRequestOn() {
        AttemptRules rules = new AttemptRules(Given.NOW.plusSeconds(SECONDS_TO_SCHEDULE));

        counted.count(rules.schedule(
                        Optional.of(Given.opened()),
                        Given.FIRST_ATTEMPT,
                        Given.byDrone(Given.request().requestId()))
                .update()
                .orElseThrow());

        assertThat(events(DeliveryEvent.DeliveryCreated.class)).isEqualTo(1);
        assertThat(seconds("delivery.scheduling")).isEqualTo(SECONDS_TO_SCHEDULE);
    }

    @Test
    void aDeliveryIsLateIfItIsCompletedAfterItsScheduledDropoff() {
        Delivery scheduled = Given.scheduled();
        Instant due = scheduled.currentTransport().orElseThrow().assignment().dropoffAt();

        counted.count(completed(scheduled, due.plusSeconds(SECONDS_LATE)));
        counted.count(completed(scheduled, due.minusSeconds(1)));

        assertThat(events(DeliveryCompleted.class)).isEqualTo(2);
        assertThat(seconds("delivery.lateness")).isEqualTo(SECONDS_LATE);
        assertThat(timer("delivery.lateness").count()).isEqualTo(2);
    }

    private static Update completed(Delivery delivery, Instant at) {
        Cause cause = Cause.of(Cause.Source.TELEMETRY, Given.DRONE, "landed at the drop-off");
        return new Update(
                delivery,
                List.of(new DeliveryCompleted(
                        new Header("d1", 7, "acme", Given.FIRST_ATTEMPT, DeliveryStatus.COMPLETED, at, cause))));
    }

    @SuppressWarnings("unchecked") // only they are permitted
    private static Class<? extends DeliveryEvent>[] permitted() {
        return (Class<? extends DeliveryEvent>[]) DeliveryEvent.class.getPermittedSubclasses();
    }

    private double events(Class<? extends DeliveryEvent> type) {
        return meters.get("delivery.events")
                .tag("type", type.getSimpleName())
                .counter()
                .count();
    }

    private double seconds(String timer) {
        return timer(timer).totalTime(TimeUnit.SECONDS);
    }

    private Timer timer(String name) {
        return meters.get(name).timer();
    }
}
