package io.dronedelivery.bench.telemetry.reference;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Derives the events of a flight from the positions of its drone and from what is stored of the flight. */
final class FlightProcessor extends ContextualProcessor<String, byte[], String, byte[]> {
    /** The name of the store of flights, by the ids of their drones. */
    static final String STORE = "flights";

    @SuppressWarnings("NullAway.Init") // set by init, before anything is processed
    private KeyValueStore<String, byte[]> flights;

    @Override
    public void init(ProcessorContext<String, byte[]> given) {
        super.init(given);
        flights = given.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> message) {
        if (Json.read(message.value(), DroneStream.class) instanceof DroneTelemetry seen) {
            byte[] stored = flights.get(seen.droneId());
            if (stored != null) {
                observe(Json.read(stored, FlightState.class), seen, message);
            }
        }
    }

    private void observe(FlightState known, DroneTelemetry seen, Record<String, byte[]> message) {
        FlightState state = known;
        for (DeliveryStatus status : known.shownBy(seen)) {
            state = state.then(status);
            context().forward(message.withKey(state.deliveryId()).withValue(Json.bytes(event(state, seen))));
        }
        if (state.status().terminal()) {
            flights.delete(seen.droneId());
        } else if (state.version() > known.version()) {
            flights.put(seen.droneId(), Json.bytes(state));
        }
    }

    private static DeliveryEvent event(FlightState state, DroneTelemetry seen) {
        Cause cause = new Cause(
                Cause.Source.TELEMETRY, seen.droneId(), "seen", false, seen.sequence(), seen.time(), seen.position());
        Header header = new Header(
                state.deliveryId(),
                state.version(),
                state.accountId(),
                state.attempt(),
                state.status(),
                Instant.now(),
                cause);
        return switch (state.status()) {
            case HEADED_TO_PICKUP -> new DeliveryEvent.DeliveryHeadedToPickup(header);
            case PICKED_UP -> new DeliveryEvent.DeliveryPickedUp(header);
            case HEADED_TO_DROPOFF -> new DeliveryEvent.DeliveryHeadedToDropoff(header);
            case ARRIVING -> new DeliveryEvent.DeliveryArriving(header);
            default -> new DeliveryEvent.DeliveryCompleted(header);
        };
    }
}
