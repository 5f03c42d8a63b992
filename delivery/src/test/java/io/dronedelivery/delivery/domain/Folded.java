package io.dronedelivery.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A delivery and its events after a stream. */
record Folded(Delivery delivery, List<DeliveryEvent> events) {

    static Folded of(Delivery start, List<DroneStream> stream) {
        Delivery delivery = start;
        List<DeliveryEvent> events = new ArrayList<>();
        for (DroneStream message : stream) {
            Optional<Change> change = Rules.decide(delivery, message, Given.NOW);
            if (change.isPresent()) {
                delivery = change.get().delivery();
                events.addAll(change.get().events());
            }
        }
        return new Folded(delivery, events);
    }

    List<DeliveryStatus> statuses() {
        return events.stream().map(event -> event.header().status()).toList();
    }

    Folded inOrder(long versionBefore) {
        assertThat(events.stream().map(event -> event.header().version()).toList())
                .isEqualTo(LongStream.rangeClosed(versionBefore + 1, versionBefore + events.size())
                        .boxed()
                        .toList());
        assertThat(statuses()).isSorted();
        assertThat(Json.read(Json.text(delivery), Delivery.class)).isEqualTo(delivery);
        return this;
    }
}
