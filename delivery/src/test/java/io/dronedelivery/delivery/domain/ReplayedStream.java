package io.dronedelivery.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.tracking.TrackingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A delivery, and the events that were published, after its drone sent a stream of messages. */
public record ReplayedStream(Delivery delivery, List<DeliveryEvent> events) {

    public static ReplayedStream of(Delivery start, List<DroneStream> stream) {
        Delivery delivery = start;
        List<DeliveryEvent> events = new ArrayList<>();
        for (DroneStream message : stream) {
            Optional<Update> update = new TrackingRules(Given.NOW).observe(delivery, List.of(message));
            if (update.isPresent()) {
                delivery = update.get().delivery();
                events.addAll(update.get().events());
            }
        }
        return new ReplayedStream(delivery, events);
    }

    public List<DeliveryStatus> statuses() {
        return events.stream().map(event -> event.header().status()).toList();
    }

    public ReplayedStream inOrder(long versionBefore) {
        assertThat(events.stream().map(event -> event.header().version()).toList())
                .isEqualTo(LongStream.rangeClosed(versionBefore + 1, versionBefore + events.size())
                        .boxed()
                        .toList());
        assertThat(statuses()).isSorted();
        assertThat(Json.read(Json.text(delivery), Delivery.class)).isEqualTo(delivery);
        return this;
    }
}
